package evenlight.ghost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class ToneTransferTest {
  private static ToneTransfer fit(DoubleUnaryOperator from, DoubleUnaryOperator to) {
    Random random = new Random(5);
    float[] first = new float[100_000];
    float[] second = new float[first.length];
    for (int i = 0; i < first.length; i++) {
      double light = random.nextDouble();
      first[i] = (float) Math.min(from.applyAsDouble(light), 1);
      second[i] = (float) Math.min(to.applyAsDouble(light), 1);
    }
    byte[] all = new byte[first.length];
    Arrays.fill(all, (byte) 1);
    return ToneTransfer.between(
        ToneTransfer.histogram(first, all), ToneTransfer.histogram(second, all));
  }

  @Test
  void between_brighterExposure_isFound() {
    ToneTransfer curve = fit(light -> 0.5 * light, Math::sqrt);

    for (float sample = 0.05f; sample < 0.5f; sample += 0.05f) {
      assertThat(curve.at(sample)).isCloseTo((float) Math.sqrt(2 * sample), within(0.01f));
      assertThat(curve.trust(sample)).isEqualTo(1);
    }
  }

  @Test
  void between_sameExposure_isTheIdentityAndTrustedUpToWhite() {
    ToneTransfer curve = fit(light -> light, light -> light);

    assertThat(curve.at(0.3f)).isCloseTo(0.3f, within(0.005f));
    assertThat(curve.at(1)).isCloseTo(1, within(0.01f));
    assertThat(curve.trust(1)).isEqualTo(1);
  }

  @Test
  void trust_clippedAndTheOtherNot_isNone() {
    ToneTransfer curve = fit(light -> 2 * light, light -> 0.8 * light);

    assertThat(curve.trust(1)).isZero();
    assertThat(curve.trust(0.9f)).isEqualTo(1);
    assertThat(curve.at(0.6f)).isCloseTo(0.24f, within(0.01f));
  }

  @Test
  void trust_darknessThatWouldBeSpread_isNone() {
    ToneTransfer curve = fit(light -> 0.05 * light, light -> light);

    assertThat(curve.trust(0.02f)).isZero();
  }

  @Test
  void between_levelsBeyondThoseThatOccur_goOnInProportion() {
    ToneTransfer curve = fit(light -> 0.2 + 0.4 * light, light -> 0.1 + 0.2 * light);

    assertThat(curve.at(0.1f)).isCloseTo(0.05f, within(0.005f));
    assertThat(curve.at(0.9f)).isCloseTo(0.45f, within(0.005f));
  }

  @Test
  void between_onePixel_isHeldEverywhere() {
    long[] from = new long[ToneTransfer.LEVELS];
    long[] to = new long[ToneTransfer.LEVELS];
    from[0] = 1;
    to[51] = 1;

    ToneTransfer curve = ToneTransfer.between(from, to);

    assertThat(curve.at(0)).isCloseTo(0.2f, within(1e-6f));
    assertThat(curve.at(1)).isCloseTo(0.2f, within(1e-6f));
  }
}
