package evenlight.experiment;

import evenlight.metric.Metric;
import evenlight.metric.Metrics;
import java.util.List;
import java.util.Locale;

/** What an experiment works on, and what the paper measures on it. */
enum Material {
  /** Scenes with a ground truth: SICE. */
  TRUTH,
  /** Pairs of exposures: MEFB. */
  PAIRS;

  /** Name of the folder in which its scores are kept. */
  String folder() {
    return name().toLowerCase(Locale.ROOT);
  }

  List<Metric> metrics() {
    List<String> ids =
        switch (this) {
          case TRUTH -> List.of("mef-ssim", "psnr", "mi", "cc");
          case PAIRS -> List.of("mef-ssim", "mi", "cc");
        };
    return ids.stream().map(Metrics::named).toList();
  }
}
