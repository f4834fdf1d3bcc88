package evenlight.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import evenlight.image.Image8;
import evenlight.metric.MetricCard.Against;
import evenlight.metric.MetricCard.Direction;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every metric of the catalogue. */
class MetricContractTest {
  private static final int[][] SIZES = {{1, 1}, {2, 3}, {1, 9}, {11, 11}, {41, 41}, {45, 53}};

  static Stream<Metric> all() {
    return Metrics.all().stream();
  }

  static Stream<Metric> high() {
    return all()
        .filter(metric -> metric.card().against() != Against.NOTHING)
        .filter(metric -> metric.card().direction() == Direction.HIGHER);
  }

  static Stream<Metric> low() {
    return all().filter(metric -> metric.card().direction() == Direction.LOWER);
  }

  @ParameterizedTest
  @MethodSource("all")
  void score_strangePictures_isInRangeOrSaysWhyNot(Metric metric) {
    for (int[] size : SIZES) {
      List<Image8> pictures = strangePictures(size[0], size[1]);
      for (Image8 source : pictures) {
        for (Image8 fused : pictures) {
          requireInRange(metric, Synthetic.against(source, fused));
          requireInRange(metric, Synthetic.of(source, pictures.get(4), fused, source));
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void score_colouredPictures_isInRange(Metric metric) {
    requireInRange(metric, Synthetic.named("odd"));
    requireInRange(metric, Synthetic.named("three"));
    for (Image8 picture : strangePictures(43, 47)) {
      requireInRange(metric, Synthetic.same(Synthetic.asColour(picture)));
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void score_otherOrderOfSources_isTheSame(Metric metric) {
    Comparison comparison = Synthetic.named("three");
    List<Image8> backwards = new ArrayList<>(comparison.sources());
    Collections.reverse(backwards);
    double value = metric.score(comparison).value().orElseThrow();
    assertThat(
            metric
                .score(new Comparison(backwards, comparison.fused(), comparison.reference()))
                .value()
                .orElseThrow())
        .isCloseTo(value, within(1e-12));
  }

  @ParameterizedTest
  @MethodSource("all")
  void score_greyInThreeChannels_isThatOfOne(Metric metric) {
    Comparison grey = Synthetic.named("natural");
    Comparison colour =
        new Comparison(
            grey.sources().stream().map(Synthetic::asColour).toList(),
            Synthetic.asColour(grey.fused()),
            grey.reference().map(Synthetic::asColour));
    assertThat(metric.score(colour).value().orElseThrow())
        .isCloseTo(metric.score(grey).value().orElseThrow(), within(1e-12));
  }

  @ParameterizedTest
  @MethodSource("all")
  void score_anyNumberOfThreads_hasTheSameBits(Metric metric) {
    Comparison comparison = Synthetic.named("odd");
    assertThat(scored(metric, comparison, 1)).isEqualTo(scored(metric, comparison, 3));
    assertThat(scored(metric, comparison, 1)).isEqualTo(metric.score(comparison));
  }

  @ParameterizedTest
  @MethodSource("all")
  void score_picture_isNotWrittenTo(Metric metric) {
    Comparison comparison = Synthetic.named("three");
    assertThat(metric.score(comparison).caveats()).isEmpty();
    assertThat(comparison).isEqualTo(Synthetic.named("three"));
  }

  @ParameterizedTest
  @MethodSource("high")
  void score_growingNoise_falls(Metric metric) {
    Comparison clean = Synthetic.named("natural");
    double last = Double.POSITIVE_INFINITY;
    for (int deviation : new int[] {3, 9, 27, 81}) {
      double value = noisy(metric, clean, deviation);
      assertThat(value).as("deviation %d", deviation).isLessThan(last);
      last = value;
    }
  }

  @ParameterizedTest
  @MethodSource("low")
  void score_growingNoise_rises(Metric metric) {
    Comparison same = Synthetic.same(Synthetic.named("natural").fused());
    assertThat(noisy(metric, same, 3)).isGreaterThan(metric.score(same).value().orElseThrow());
    assertThat(noisy(metric, same, 27)).isGreaterThan(noisy(metric, same, 3));
  }

  @ParameterizedTest
  @MethodSource("high")
  void score_identicalImages_isBestOrInfinite(Metric metric) {
    Comparison same = Synthetic.same(Synthetic.named("natural").fused());
    Score score = metric.score(same);
    if (score.value().isPresent()) {
      assertThat(score.value().getAsDouble()).isGreaterThan(noisy(metric, same, 1));
    } else {
      assertThat(score.caveats().get(0).kind()).isEqualTo(Score.Caveat.Kind.INFINITE);
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void card_everyField_isFilledIn(Metric metric) {
    MetricCard card = metric.card();
    assertThat(
            List.of(
                card.id(),
                card.name(),
                card.range(),
                card.formula(),
                card.colour(),
                card.dataRange(),
                card.borders(),
                card.conventions(),
                card.source(),
                card.link().toString(),
                card.disagreement()))
        .allMatch(text -> !text.isBlank() && !text.contains("\n") && !text.contains("|"));
    assertThat(card.link()).hasScheme("https");
  }

  private static List<Image8> strangePictures(int height, int width) {
    return List.of(
        Synthetic.flat(height, width, 0),
        Synthetic.flat(height, width, 255),
        Synthetic.grey(height, width, (y, x) -> 255 * ((y + x) % 2)),
        Synthetic.grey(height, width, (y, x) -> y == 0 && x == 0 ? 1 : 0),
        Synthetic.noisy(Synthetic.flat(height, width, 128), 60, 7));
  }

  private static double noisy(Metric metric, Comparison comparison, double deviation) {
    Image8 fused = Synthetic.noisy(comparison.fused(), deviation, 42);
    return metric.score(Synthetic.withFused(comparison, fused)).value().orElseThrow();
  }

  private static Score scored(Metric metric, Comparison comparison, int threads) {
    ForkJoinPool pool = new ForkJoinPool(threads);
    try {
      return pool.submit(() -> metric.score(comparison)).join();
    } finally {
      pool.shutdown();
    }
  }

  private static void requireInRange(Metric metric, Comparison comparison) {
    OptionalDouble value = metric.score(comparison).value();
    if (value.isPresent()) {
      Range range = Range.of(metric.card().range(), comparison.sources().size());
      assertThat(value.getAsDouble())
          .as("%s of %s", metric.card().id(), comparison.fused())
          .isBetween(range.from() - 1e-9, range.to() + 1e-9);
    }
  }

  /** A card's range, such as [0, 8K] or [0, ∞). */
  private record Range(double from, double to) {
    static Range of(String words, int sources) {
      assertThat(words).matches("\\[-?[0-9.]+, (∞\\)|[0-9.]+K?\\])");
      String[] ends = words.substring(1, words.length() - 1).split(", ", -1);
      return new Range(Double.parseDouble(ends[0]), end(ends[1], sources));
    }

    private static double end(String words, int sources) {
      if (words.equals("∞")) {
        return Double.POSITIVE_INFINITY;
      }
      double number = Double.parseDouble(words.replace("K", ""));
      return words.endsWith("K") ? number * sources : number;
    }
  }
}
