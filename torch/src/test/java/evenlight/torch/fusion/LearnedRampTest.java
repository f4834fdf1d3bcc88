package evenlight.torch.fusion;

import static org.assertj.core.api.Assertions.assertThat;

import evenlight.bracket.Bracket;
import evenlight.bracket.Exposure;
import evenlight.fusion.FusionMethods;
import evenlight.fusion.MethodCard;
import evenlight.image.Image;
import evenlight.image.io.Photo;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** This project's methods on a ramp of all levels of 16 bits: none falls back to 8 or 12 bits. */
class LearnedRampTest {
  private static final int HEIGHT = 64;
  private static final int WIDTH = 1024;
  private static final int WHITE = 65535;

  static Stream<String> methods() {
    return FusionMethods.cards().stream()
        .filter(card -> card.kind() == MethodCard.Kind.LEARNED)
        .filter(card -> card.weights().startsWith("shipped"))
        .map(MethodCard::id);
  }

  private static Exposure ramp(String name, double gain) {
    short[] plane = new short[HEIGHT * WIDTH];
    for (int i = 0; i < plane.length; i++) {
      plane[i] = (short) Math.min(WHITE, Math.round(gain * i));
    }
    return new Exposure(name, new Photo(Image.ofShorts(HEIGHT, WIDTH, plane, plane, plane), 16));
  }

  @ParameterizedTest
  @MethodSource("methods")
  void fuse_rampOf16Bits_keepsMoreLevelsThan12BitsHave(String method) {
    Bracket bracket = Bracket.of(List.of(ramp("under", 0.6), ramp("over", 1.5)));

    Image fused = FusionMethods.named(method).fuse(bracket);

    BitSet levels = new BitSet(WHITE + 1);
    short[] row = new short[WIDTH];
    for (int y = 0; y < HEIGHT; y++) {
      fused.row(1, y, row);
      for (short level : row) {
        levels.set(Short.toUnsignedInt(level));
      }
    }
    assertThat(levels.cardinality()).isGreaterThan(4096);
  }
}
