package evenlight.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LocalMotionTest {
  private static final int HEIGHT = 90;
  private static final int WIDTH = 120;
  private static final int PIXELS = HEIGHT * WIDTH;

  /** A motion of a place, to the right or down. */
  private interface Motion {
    double at(int x, int y);
  }

  private static FlowField flow(Motion right, Motion down) {
    float[] x = new float[PIXELS];
    float[] y = new float[PIXELS];
    for (int i = 0; i < PIXELS; i++) {
      x[i] = (float) right.at(i % WIDTH, i / WIDTH);
      y[i] = (float) down.at(i % WIDTH, i / WIDTH);
    }
    return new FlowField(HEIGHT, WIDTH, x, y);
  }

  private static double farthestApart(FlowField one, FlowField other, int fromColumn) {
    double most = 0;
    for (int i = 0; i < PIXELS; i++) {
      if (i % WIDTH >= fromColumn) {
        most = Math.max(most, Math.hypot(one.x(i) - other.x(i), one.y(i) - other.y(i)));
      }
    }
    return most;
  }

  @Test
  void of_affineMotion_staysAsItIs() {
    FlowField affine = flow((x, y) -> 3 + 0.02 * x - 0.01 * y, (x, y) -> -1 + 0.03 * y);

    assertThat(farthestApart(LocalMotion.of(affine, new byte[PIXELS]), affine, 0)).isLessThan(0.05);
  }

  @Test
  void of_noise_losesMostOfIt() {
    SplittableRandom random = new SplittableRandom(3);
    FlowField affine = flow((x, y) -> 3 + 0.02 * x, (x, y) -> 0.01 * x - 2);
    FlowField noisy =
        flow(
            (x, y) -> 3 + 0.02 * x + 0.8 * (random.nextDouble() - 0.5),
            (x, y) -> 0.01 * x - 2 + 0.8 * (random.nextDouble() - 0.5));

    assertThat(farthestApart(noisy, affine, 0)).isGreaterThan(0.5);
    assertThat(farthestApart(LocalMotion.of(noisy, new byte[PIXELS]), affine, 0)).isLessThan(0.1);
  }

  /** The window holds 49 columns: what is farther from the edge sees nothing of the other side. */
  @Test
  void of_edgeOfMotion_staysWhereItIs() {
    FlowField halves = flow((x, y) -> x < 60 ? 0 : 7, (x, y) -> 0);

    FlowField better = LocalMotion.of(halves, new byte[PIXELS]);

    assertThat(farthestApart(better, halves, 0)).isLessThanOrEqualTo(1);
    assertThat(farthestApart(better, halves, 60 + 25)).isLessThan(1e-3);
  }

  /** What is wrong is far from true and doubted; what is believed must not lean towards it. */
  @Test
  void of_doubtedFlow_doesNotCount() {
    FlowField wrongInParts = flow((x, y) -> (x + y) % 3 == 0 ? 0.7 : 0, (x, y) -> 0);
    byte[] doubted = new byte[PIXELS];
    for (int i = 0; i < PIXELS; i++) {
      doubted[i] = (byte) (wrongInParts.x(i) == 0 ? 0 : 1);
    }

    FlowField better = LocalMotion.of(wrongInParts, doubted);

    assertThat(better.x(45 * WIDTH + 60)).isCloseTo(0, within(1e-4f));
    assertThat(better.x(45 * WIDTH + 61)).isCloseTo(0, within(1e-4f));
  }

  @Test
  void of_hardlyAnythingBelieved_keepsTheFlow() {
    FlowField some = flow((x, y) -> Math.sin(x), (x, y) -> Math.cos(y));
    byte[] doubted = new byte[PIXELS];
    Arrays.fill(doubted, (byte) 1);

    assertThat(farthestApart(LocalMotion.of(some, doubted), some, 0)).isZero();
  }

  @Test
  void meanWithReversed_errorOfBothWays_cancelsOut() {
    FlowField there = flow((x, y) -> 5.3, (x, y) -> -1.8);
    FlowField back = flow((x, y) -> -4.7, (x, y) -> 2.2);

    FlowField mean = there.meanWithReversed(back);

    assertThat(mean.x(700)).isCloseTo(5, within(1e-5f));
    assertThat(mean.y(700)).isCloseTo(-2, within(1e-5f));
  }
}
