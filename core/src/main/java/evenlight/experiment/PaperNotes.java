package evenlight.experiment;

import java.util.List;
import java.util.Map;

/** What is wrong with the paper's numbers themselves, as far as they can be checked. */
final class PaperNotes {
  private static final String REPEATED =
      "The paper's Tables I and III print the same MI and CC for HALDeR, CF-Net and SD-Net although"
          + " the test sets differ: at least one of each is wrong.";
  private static final String LIKENESS =
      "MI and CC reward likeness to the sources, of which plain averaging has most; they are no"
          + " evidence of detail.";

  private static final Map<String, List<String>> NOTES =
      Map.of(
          "table1",
          List.of(
              "The paper scores 29 of 100 pairs of SICE and does not say which, so that its numbers"
                  + " cannot be computed again.",
              "The paper's PSNR takes 256 for white, which adds 0.034 dB.",
              REPEATED,
              LIKENESS),
          "table2",
          List.of(
              "The mean that the paper prints for PMGI, 0.896, is not that of the values that it"
                  + " prints, 0.890."),
          "table3",
          List.of(REPEATED, LIKENESS));

  private PaperNotes() {}

  /** Sentences for an experiment; often none. */
  static List<String> of(String id) {
    return NOTES.getOrDefault(id, List.of());
  }
}
