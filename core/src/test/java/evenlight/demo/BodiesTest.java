package evenlight.demo;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class BodiesTest {
  private static final Vec AHEAD = new Vec(0, 0, 1);
  private static final Surface GREY = Surface.matt(Vec.grey(0.5));

  @Test
  void hit_boxFromTheFront_meetsItsFace() {
    Hit hit = requireNonNull(box(0).hit(new Ray(Vec.ZERO, AHEAD), 100));
    assertThat(hit.distance()).isCloseTo(4, within(1e-3));
    assertThat(hit.normal().minus(new Vec(0, 0, -1)).length()).isCloseTo(0, within(1e-9));
  }

  @Test
  void hit_boxTurnedByAnEighth_meetsItsEdge() {
    Hit hit = requireNonNull(box(Math.PI / 4).hit(new Ray(Vec.ZERO, AHEAD), 100));
    assertThat(hit.distance()).isCloseTo(5 - Math.sqrt(2), within(0.05));
  }

  @Test
  void hit_beyondTheLimit_isNothing() {
    assertThat(box(0).hit(new Ray(Vec.ZERO, AHEAD), 3.9)).isNull();
    assertThat(ball().hit(new Ray(Vec.ZERO, AHEAD), 3.9)).isNull();
  }

  @Test
  void hit_ballFromTheFront_meetsItsPole() {
    Hit hit = requireNonNull(ball().hit(new Ray(Vec.ZERO, AHEAD), 100));
    assertThat(hit.distance()).isCloseTo(4, within(1e-9));
  }

  @Test
  void clearance_besideABox_isTheDistance() {
    assertThat(box(0).clearance(new Vec(3, 0, 5))).isCloseTo(2, within(1e-9));
    assertThat(ball().clearance(new Vec(3, 0, 5))).isCloseTo(2, within(1e-9));
  }

  @Test
  void hit_group_isThatOfTheNearestPart() {
    Body far = new Ball(new Vec(0, 0, 8), 1, 1, GREY);
    Group group = new Group(new Vec(0, 0, 6.5), 2.6, List.of(far, box(0)));
    assertThat(requireNonNull(group.hit(new Ray(Vec.ZERO, AHEAD), 100)).distance())
        .isCloseTo(4, within(1e-3));
    assertThat(group.hit(new Ray(Vec.ZERO, Vec.UP), 100)).isNull();
  }

  @Test
  void blocks_fromWithinTheSphereOfAGroup_seesParts() {
    Group group = new Group(Vec.ZERO, 50, List.of(box(0)));
    assertThat(group.blocks(new Ray(Vec.ZERO, AHEAD), 100)).isTrue();
    assertThat(group.blocks(new Ray(Vec.ZERO, AHEAD.times(-1)), 100)).isFalse();
  }

  @Test
  void opening_behindBarsAndPanes_isShutAndOpen() {
    double post = (Window.LEFT + Window.RIGHT) / 2;
    assertThat(Window.opening(post, 1.2, 0.001)).isZero();
    assertThat(Window.opening(post + 0.25, 1.05, 0.001)).isEqualTo(1);
    assertThat(Window.opening(Window.RIGHT + 1, 1.05, 0.001)).isZero();
  }

  private static RoundedBox box(double turn) {
    return new RoundedBox(new Vec(0, 0, 5), new Vec(1, 1, 1), 0.05, turn, (local, normal) -> GREY);
  }

  private static Ball ball() {
    return new Ball(new Vec(0, 0, 5), 1, 1, GREY);
  }
}
