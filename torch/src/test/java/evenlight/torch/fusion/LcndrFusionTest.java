package evenlight.torch.fusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import evenlight.bracket.Bracket;
import evenlight.bracket.Exposure;
import evenlight.fusion.Device;
import evenlight.fusion.FusionMethod;
import evenlight.fusion.FusionMethods;
import evenlight.fusion.FusionSettings;
import evenlight.image.Image;
import evenlight.image.io.Photo;
import evenlight.torch.tensor.Cpu;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LcndrFusionTest {
  private static FusionMethod lcndr;

  @BeforeAll
  static void load() throws IOException {
    FusionSettings settings = new FusionSettings(Optional.empty(), Device.CPU, 1, Map.of());
    lcndr = FusionMethods.named("lcndr", settings);
  }

  @ParameterizedTest
  @CsvSource({"16,16", "17,40", "65,47", "128,100"})
  void fuse_anySize_staysInRangeAndLeavesInputsAlone(int height, int width) {
    Image dark = noise(1, height, width, 0.4f);
    Image bright = noise(2, height, width, 1);
    Image fused = lcndr.fuse(bracket(dark, bright));
    assertThat(fused.size()).isEqualTo(height + "×" + width);
    for (int c = 0; c < 3; c++) {
      for (float sample : fused.plane(c)) {
        assertThat(sample).isBetween(0f, 1f);
      }
    }
    assertThat(dark).isEqualTo(noise(1, height, width, 0.4f));
    assertThat(bright).isEqualTo(noise(2, height, width, 1));
  }

  @Test
  void fuse_twiceAndInEitherOrder_givesTheSameBits() {
    Image dark = noise(1, 50, 60, 0.4f);
    Image bright = noise(2, 50, 60, 1);
    Image first = lcndr.fuse(bracket(dark, bright));
    assertThat(lcndr.fuse(bracket(dark, bright))).isEqualTo(first);
    assertThat(lcndr.fuse(bracket(bright, dark))).isEqualTo(first);
  }

  @Test
  void fuse_greyExposures_givesGrey() {
    float[] dark = noise(1, 40, 40, 0.3f).plane(0);
    float[] bright = noise(2, 40, 40, 1).plane(0);
    Image fused =
        lcndr.fuse(
            bracket(Image.of(40, 40, dark, dark, dark), Image.of(40, 40, bright, bright, bright)));
    assertThat(fused.plane(1)).isEqualTo(fused.plane(0));
    assertThat(fused.plane(2)).isEqualTo(fused.plane(0));
  }

  @Test
  void fuse_flatExposures_drawsNoFrame() {
    Image fused = lcndr.fuse(bracket(flat(0.2f), flat(0.7f)));
    float centre = fused.at(0, 40, 50);
    for (float sample : fused.plane(0)) {
      assertThat(sample).isCloseTo(centre, offset(1.5f / 255));
    }
  }

  @Test
  void fuse_equalExposures_givesThatExposure() {
    Image same = noise(5, 30, 30, 1);
    assertThat(lcndr.fuse(bracket(same, same))).isEqualTo(same);
  }

  @Test
  void fuse_sixteenBitRamp_keepsItsLevels() {
    int width = 8192;
    float[] dark = new float[16 * width];
    float[] bright = new float[16 * width];
    for (int i = 0; i < dark.length; i++) {
      dark[i] = 0.5f * (i % width) / width;
      bright[i] = 0.25f + 0.5f * (i % width) / width;
    }
    Image fused =
        lcndr.fuse(
            bracket(
                Image.of(16, width, dark, dark, dark),
                Image.of(16, width, bright, bright, bright)));
    long levels =
        java.util.stream.IntStream.range(8 * width, 9 * width)
            .map(i -> Math.round(fused.plane(0)[i] * 65535))
            .distinct()
            .count();
    assertThat(levels).isGreaterThan(4096);
  }

  @ParameterizedTest
  @ValueSource(strings = {"sequential", "balanced", "halves"})
  void fuse_fiveExposuresInAnyOrder_givesTheSameBits(String several) throws IOException {
    FusionMethod method = method(Map.of("several", several));
    Image[] all = new Image[5];
    Arrays.setAll(all, k -> noise(k, 50, 60, 0.2f * (k + 1)));
    Image fused = method.fuse(bracket(all));
    assertThat(method.fuse(bracket(all[3], all[0], all[4], all[2], all[1]))).isEqualTo(fused);
    assertThat(method.fuse(bracket(all[0], all[2], all[4]))).isNotEqualTo(fused);
  }

  @ParameterizedTest
  @ValueSource(strings = {"sequential", "balanced", "halves"})
  void fuse_twoExposures_doesNotDependOnTheWayForSeveral(String several) throws IOException {
    Bracket two = bracket(noise(1, 50, 60, 0.4f), noise(2, 50, 60, 1));
    assertThat(method(Map.of("several", several)).fuse(two)).isEqualTo(lcndr.fuse(two));
  }

  @Test
  void fuse_guidedSmoothPicture_isCloseToFull() throws IOException {
    Bracket smooth = bracket(waves(0.35f), waves(0.8f));
    Image full = method(Map.of("resolution", "full")).fuse(smooth);
    Image guided = method(Map.of("resolution", "guided")).fuse(smooth);
    assertThat(greatestDifference(guided.plane(0), full.plane(0))).isLessThan(0.05f);
  }

  @Test
  void fuse_bf16_isCloseToFp32OrRefused() throws IOException {
    Bracket pair = bracket(noise(1, 200, 300, 0.4f), noise(2, 200, 300, 1));
    if (!Cpu.computesInBf16()) {
      assertThatThrownBy(() -> method(Map.of("dtype", "bf16")))
          .hasMessageContaining("avx512_bf16 or amx_bf16");
      return;
    }
    Image exact = method(Map.of("dtype", "fp32")).fuse(pair);
    Image rounded = method(Map.of("dtype", "bf16")).fuse(pair);
    assertThat(greatestDifference(rounded.plane(0), exact.plane(0))).isBetween(1e-5f, 0.02f);
  }

  @Test
  void fingerprint_dtype_isWhatWasChosenByTheProcessor() throws IOException {
    assertThat(method(Map.of("dtype", "fp32")).fingerprint()).contains(", fp32, ");
    assertThat(method(Map.of()).fingerprint())
        .contains(Cpu.computesInBf16() ? ", bf16 at full resolution, " : ", fp32, ");
  }

  private static float greatestDifference(float[] some, float[] others) {
    float greatest = 0;
    for (int i = 0; i < some.length; i++) {
      greatest = Math.max(greatest, Math.abs(some[i] - others[i]));
    }
    return greatest;
  }

  private static Image waves(float brightness) {
    float[] plane = new float[1200 * 1000];
    for (int i = 0; i < plane.length; i++) {
      double y = (i - i % 1000) / 200e3;
      double x = i % 1000 / 250.0;
      plane[i] = (float) (brightness * (0.6 + 0.4 * Math.sin(x) * Math.cos(y)));
    }
    return Image.of(1200, 1000, plane, plane, plane);
  }

  private static FusionMethod method(Map<String, String> options) throws IOException {
    StringBuilder choice = new StringBuilder("lcndr");
    options.forEach((name, value) -> choice.append(':').append(name).append('=').append(value));
    return FusionMethods.named(
        choice.toString(), new FusionSettings(Optional.empty(), Device.CPU, 1, Map.of()));
  }

  @Test
  void fuse_onePixel_saysLeastSize() {
    Image pixel = noise(1, 1, 1, 1);
    assertThatThrownBy(() -> lcndr.fuse(bracket(pixel, pixel)))
        .hasMessage("lcndr needs exposures of at least 16×16, but frame 0 is 1×1 (height×width)");
  }

  @Test
  void named_cudaWithoutGpu_isRefused() {
    if (!torch.cuda_is_available()) {
      FusionSettings settings = new FusionSettings(Optional.empty(), Device.CUDA, 0, Map.of());
      assertThatThrownBy(() -> FusionMethods.named("lcndr", settings))
          .hasMessageStartingWith("the device cuda needs an NVIDIA GPU");
    }
  }

  @Test
  void fuse_twoHundredTimes_keepsNativeMemoryFlat() {
    Bracket bracket = bracket(noise(1, 160, 200, 0.4f), noise(2, 160, 200, 1));
    long before = leastNativeBytes(bracket);
    long after = leastNativeBytes(bracket);
    // one leaked feature map of 16 channels a call would be 200 MB and more
    assertThat(after - before).isLessThan(40L << 20);
  }

  /**
   * What the process holds outside the Java heap at its lowest within a hundred fusions: right
   * after a call it may keep up to a call's worth that the C library has not yet given back.
   */
  private static long leastNativeBytes(Bracket bracket) {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 100; i++) {
      lcndr.fuse(bracket);
      if (i % 10 == 9) {
        System.gc();
        least = Math.min(least, Pointer.physicalBytes() - Runtime.getRuntime().totalMemory());
      }
    }
    return least;
  }

  private static Bracket bracket(Image... images) {
    List<Exposure> exposures = new ArrayList<>();
    for (int k = 0; k < images.length; k++) {
      exposures.add(new Exposure("frame " + k, new Photo(images[k], 8)));
    }
    return Bracket.of(exposures);
  }

  private static Image flat(float level) {
    float[] plane = new float[80 * 100];
    Arrays.fill(plane, level);
    return Image.of(80, 100, plane, plane, plane);
  }

  private static Image noise(long seed, int height, int width, float top) {
    SplittableRandom random = new SplittableRandom(seed);
    float[][] planes = new float[3][height * width];
    for (float[] plane : planes) {
      for (int i = 0; i < plane.length; i++) {
        plane[i] = top * (float) random.nextDouble();
      }
    }
    return Image.of(height, width, planes);
  }
}
