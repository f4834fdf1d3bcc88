package evenlight.align;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import evenlight.bracket.Bracket;
import evenlight.bracket.Exposure;
import evenlight.image.Image;
import evenlight.image.io.Photo;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RegistrationTest {
  private static final FrameMotion REFERENCE = FrameMotion.reference("a");
  private static final FrameMotion UNKNOWN = FrameMotion.refused("c", Residual.NONE, "too odd");
  private static final Bracket BRACKET = bracket();

  private static Bracket bracket() {
    return Bracket.of(List.of(exposure("a", 100), exposure("b", 120), exposure("c", 140)));
  }

  private static Exposure exposure(String name, int level) {
    byte[] plane = new byte[20 * 30];
    Arrays.fill(plane, (byte) level);
    return new Exposure(name, new Photo(Image.ofBytes(20, 30, plane, plane, plane), 8));
  }

  private static FrameMotion moved(String name, double dx, double dy) {
    return new FrameMotion(
        name,
        Verdict.ALIGNED,
        MotionModel.TRANSLATION,
        Transform.translation(dx, dy),
        new Residual(0.2, 0.4, 30),
        "");
  }

  private static Bracket apply(Misaligned misaligned, boolean crop, FrameMotion... frames) {
    Alignment alignment = new Alignment(20, 30, List.of(frames));
    return new Registration(misaligned, crop)
        .apply(new MovedAligner(alignment), BRACKET, alignment);
  }

  @Test
  void apply_nothingMoved_isTheSameBracket() {
    assertThat(apply(Misaligned.FAIL, true, REFERENCE, moved("b", 0, 0), moved("c", 0, 0)))
        .isSameAs(BRACKET);
  }

  @Test
  void apply_shifts_areCutToWhatAllShow() {
    Bracket aligned = apply(Misaligned.FAIL, true, REFERENCE, moved("b", 4, 0), moved("c", 0, -3));

    assertThat(aligned.exposures())
        .allMatch(exposure -> exposure.image().size().equals("17×26"))
        .extracting(Exposure::name)
        .containsExactlyInAnyOrder("a", "b", "c");
  }

  @Test
  void apply_withoutCrop_keepsTheReferenceItself() {
    Bracket aligned = apply(Misaligned.FAIL, false, REFERENCE, moved("b", 4, 0), moved("c", 0, 0));

    assertThat(aligned.exposures())
        .contains(BRACKET.exposures().get(0), BRACKET.exposures().get(2));
    assertThat(aligned.exposures())
        .filteredOn(exposure -> exposure.name().equals("b"))
        .allMatch(exposure -> exposure.image().at(0, 3, 3) == 1 / 255f);
  }

  @Test
  void apply_frameThatDoesNotFit_failsWithTheReason() {
    assertThatThrownBy(() -> apply(Misaligned.FAIL, true, REFERENCE, moved("b", 1, 1), UNKNOWN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("c does not")
        .hasMessageContaining("too odd");
  }

  @Test
  void apply_frameThatDoesNotFit_isDroppedOrKept() {
    Bracket dropped = apply(Misaligned.DROP, true, REFERENCE, moved("b", 1, 1), UNKNOWN);
    Bracket kept = apply(Misaligned.KEEP, false, REFERENCE, moved("b", 1, 1), UNKNOWN);

    assertThat(dropped.exposures()).extracting(Exposure::name).doesNotContain("c").hasSize(2);
    assertThat(kept.exposures()).contains(BRACKET.exposures().get(2)).hasSize(3);
  }

  @Test
  void apply_oneFrameLeft_isRefused() {
    assertThatThrownBy(
            () ->
                apply(
                    Misaligned.DROP,
                    true,
                    REFERENCE,
                    FrameMotion.undecided("b", "too dark"),
                    UNKNOWN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("too dark");
  }

  @Test
  void stillWithin_littleMotion_takesAllForUnmovedButWhatIsRefused() {
    Alignment little =
        new Alignment(
            20, 30, List.of(REFERENCE, moved("b", 0.6, 0.5), FrameMotion.undecided("c", "dark")));
    Alignment refused = new Alignment(20, 30, List.of(REFERENCE, moved("b", 0.6, 0.5), UNKNOWN));

    assertThat(little.isStill()).isFalse();
    assertThat(little.stillWithin(1).isStill()).isTrue();
    assertThat(little.stillWithin(0.5)).isEqualTo(little);
    assertThat(refused.stillWithin(1).untrusted()).containsExactly(UNKNOWN);
  }

  @Test
  void alignment_withoutReference_isRefused() {
    assertThatThrownBy(() -> new Alignment(20, 30, List.of(moved("b", 1, 1))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1 reference");
  }
}
