package evenlight.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import evenlight.align.Misaligned;
import evenlight.align.Verdict;
import evenlight.bracket.Bracket;
import evenlight.bracket.Exposure;
import evenlight.filter.Strips;
import evenlight.image.Image;
import evenlight.image.io.Photo;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FlowAlignmentTest {
  private static final int HEIGHT = 60;
  private static final int WIDTH = 80;

  /** Smooth blotches, moved to the right and down. */
  private static Image scene(int right, int down, double gain) {
    float[] plane = new float[HEIGHT * WIDTH];
    for (int i = 0; i < plane.length; i++) {
      int x = i % WIDTH - right;
      int y = i / WIDTH - down;
      double value =
          0.5 + 0.2 * Math.sin(0.31 * x + 0.1 * y) + 0.2 * Math.cos(0.23 * y - 0.0013 * x * y);
      plane[i] = (float) (gain * value);
    }
    return Image.of(HEIGHT, WIDTH, plane, plane.clone(), plane.clone());
  }

  private static Bracket bracket(Image dark, Image bright) {
    return Bracket.of(
        List.of(
            new Exposure("dark.png", new Photo(dark, 16)),
            new Exposure("bright.png", new Photo(bright, 16))));
  }

  private static void assertClose(Image actual, Image expected, int margin, double tolerance) {
    for (int y = margin; y < HEIGHT - margin; y++) {
      for (int x = margin; x < WIDTH - margin; x++) {
        assertThat((double) actual.at(1, y, x))
            .as("%d, %d", y, x)
            .isCloseTo(expected.at(1, y, x), within(tolerance));
      }
    }
  }

  @Test
  void align_movedFrameOfAnotherExposure_liesOverTheReferenceInItsOwnExposure() {
    Bracket moved = bracket(scene(3, -2, 0.3), scene(0, 0, 1));

    FlowAlignment.Aligned aligned =
        new FlowAlignment(new ShiftSearch(), 1).align(moved, 1, Misaligned.FAIL);

    assertThat(aligned.bracket().brightest().image()).isEqualTo(moved.brightest().image());
    assertClose(aligned.bracket().darkest().image(), scene(0, 0, 0.3), 12, 1e-4);
    FrameFlow frame = aligned.frames().get(0);
    assertThat(frame.verdict()).isEqualTo(Verdict.ALIGNED);
    assertThat(frame.motion()).isCloseTo(Math.hypot(3, 2), within(1e-6));
    assertThat(frame.agreement()).isGreaterThan(0.9);
  }

  @Test
  void believed_flowOutOfTheFrame_isBlackThereAndWhiteElsewhere() {
    Image believed =
        MutualFlow.between(scene(0, 0, 1), scene(3, 0, 1), new ShiftSearch(), new Strips(1))
            .believed();
    assertThat(believed.size()).isEqualTo("60×80");
    assertThat(believed.at(0, 0, 0)).isEqualTo(1);
    assertThat(believed.at(2, 30, WIDTH - 4)).isEqualTo(1);
    assertThat(believed.at(0, 30, WIDTH - 3)).isZero();
  }

  /**
   * The way back is wrong in a square but for its middle; the frame shows something else in all of
   * it.
   */
  @Test
  void align_flowThatDoesNotLeadBack_showsTheReferenceInTheFramesExposure() {
    Image dark = scene(0, 0, 0.3);
    float[] plane = dark.plane(0).clone();
    for (int i = 0; i < plane.length; i++) {
      if (isInSquare(i)) {
        plane[i] = 0.29f;
      }
    }
    Image ghost = Image.of(HEIGHT, WIDTH, plane, plane.clone(), plane.clone());
    FlowEstimator wrongInASquare = new WrongWayBack();

    FlowAlignment.Aligned aligned =
        new FlowAlignment(wrongInASquare, 1)
            .align(bracket(ghost, scene(0, 0, 1)), 1, Misaligned.FAIL);

    assertClose(aligned.bracket().darkest().image(), dark, 0, 0.02);
  }

  private static boolean isInSquare(int place) {
    int y = place / WIDTH;
    int x = place % WIDTH;
    return y > 20 && y < 40 && x > 30 && x < 50;
  }

  private static boolean isInItsMiddle(int place) {
    return Math.abs(place / WIDTH - 30) <= 3 && Math.abs(place % WIDTH - 40) <= 3;
  }

  /** Stays there, but says every second time that it comes from far away in a square. */
  private static final class WrongWayBack implements FlowEstimator {
    private int calls;

    @Override
    public FlowField flow(Image first, Image second) {
      float[] x = new float[first.pixels()];
      calls++;
      for (int i = 0; i < x.length; i++) {
        x[i] = calls % 2 == 0 && isInSquare(i) && !isInItsMiddle(i) ? 9 : 0;
      }
      return new FlowField(first.height(), first.width(), x, new float[x.length]);
    }

    @Override
    public String description() {
      return "wrong";
    }
  }

  /** What a network makes of pictures that have nothing in common. */
  private static final class Noise implements FlowEstimator {
    private final Random random = new Random(5);

    @Override
    public FlowField flow(Image first, Image second) {
      float[] x = new float[first.pixels()];
      float[] y = new float[first.pixels()];
      for (int i = 0; i < x.length; i++) {
        x[i] = (float) (10 * random.nextGaussian());
        y[i] = (float) (10 * random.nextGaussian());
      }
      return new FlowField(first.height(), first.width(), x, y);
    }

    @Override
    public String description() {
      return "noise";
    }
  }

  @Test
  void align_unrelatedPictures_areRefusedWithTheReason() {
    Bracket unrelated = bracket(scene(0, 0, 0.3), scene(0, 0, 1));
    assertThatThrownBy(() -> new FlowAlignment(new Noise(), 1).align(unrelated, 1, Misaligned.FAIL))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageMatching(
            "every frame must lie over the reference, but dark.png does not: the flow to it leads"
                + " back to its start in \\d+ % of the reference only, and must in 30 %");
    assertThatThrownBy(() -> new FlowAlignment(new Noise(), 1).align(unrelated, 1, Misaligned.DROP))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("at least 2 frames must lie over one another, but dark.png");
    assertThat(
            new FlowAlignment(new Noise(), 1)
                .align(unrelated, 1, Misaligned.KEEP)
                .bracket()
                .darkest()
                .image())
        .isEqualTo(unrelated.darkest().image());
  }
}
