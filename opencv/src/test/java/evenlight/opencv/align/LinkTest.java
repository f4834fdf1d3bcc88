package evenlight.opencv.align;

import static org.assertj.core.api.Assertions.assertThat;

import evenlight.align.FrameMotion;
import evenlight.align.MotionModel;
import evenlight.align.Residual;
import evenlight.align.Transform;
import evenlight.align.Verdict;
import evenlight.filter.Strips;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A frame twelve stops brighter than the reference, of which a neighbour lies between the two. */
class LinkTest {
  private static final int HEIGHT = 420;
  private static final int WIDTH = 560;
  private static final MadeUpScene SCENE = new MadeUpScene(7, HEIGHT, WIDTH);
  private static final Strips STRIPS = new Strips(0);
  private static final PairAligner PAIRS =
      new PairAligner(List.of(MotionModel.values()), 0, STRIPS);
  private static final Transform OF_NEARER = Transform.translation(4.5, -2.25);
  private static final Transform OF_FRAME = Transform.translation(8.25, 3.5);
  private static final LumaPyramid REFERENCE = pyramid("dark", -8, Transform.IDENTITY);
  private static final LumaPyramid NEARER = pyramid("middle", -2, OF_NEARER);
  private static final LumaPyramid FRAME = pyramid("bright", 4, OF_FRAME);

  private static LumaPyramid pyramid(String name, double ev, Transform toScene) {
    return LumaPyramid.of(SCENE.photograph(name, ev, toScene).image(), STRIPS);
  }

  private static FrameMotion aligned() {
    return new FrameMotion(
        "middle", Verdict.ALIGNED, MotionModel.ROTATION, OF_NEARER, new Residual(0.1, 0.2, 50), "");
  }

  @Test
  void align_nothingInCommonWithTheReference_goesByWayOfTheNeighbour() {
    FrameMotion found = new Link(REFERENCE, NEARER, aligned(), PAIRS).align("bright", FRAME);

    assertThat(found.remark()).isEqualTo("by way of middle");
    assertThat(found.verdict()).isEqualTo(Verdict.ALIGNED);
    assertThat(found.name()).isEqualTo("bright");
    assertThat(found.model()).isEqualTo(MotionModel.ROTATION);
    assertThat(found.toReference().distanceFrom(OF_FRAME, HEIGHT, WIDTH)).isLessThan(0.5);
  }

  @Test
  void align_neighbourThatIsRefused_isNoWay() {
    FrameMotion refused = FrameMotion.refused("middle", Residual.NONE, "moved");

    FrameMotion found = new Link(REFERENCE, NEARER, refused, PAIRS).align("bright", FRAME);

    assertThat(found.verdict().isTrusted()).isFalse();
  }

  @Test
  void align_neighbourOfAnotherScene_isNoWay() {
    LumaPyramid other =
        LumaPyramid.of(
            new MadeUpScene(99, HEIGHT, WIDTH).photograph("middle", -2, Transform.IDENTITY).image(),
            STRIPS);

    FrameMotion found = new Link(REFERENCE, other, aligned(), PAIRS).align("bright", FRAME);

    assertThat(found.verdict().isTrusted()).isFalse();
  }

  @Test
  void align_enoughInCommonWithTheReference_isFoundStraight() {
    FrameMotion found = new Link(NEARER, NEARER, aligned(), PAIRS).align("bright", FRAME);

    assertThat(found.remark()).isEmpty();
    assertThat(found.toReference().distanceFrom(Transform.translation(3.75, 5.75), HEIGHT, WIDTH))
        .isLessThan(0.5);
  }
}
