package evenlight.torch.fusion.compared;

import evenlight.fusion.FusionSettings;
import evenlight.fusion.MethodOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * An option whose value a preset decides where the user chooses none.
 *
 * @param option with {@value #PRESET} as its default
 * @param official the value of the authors' script
 * @param paperTable the value of the results that papers and benchmarks print
 */
record PresetOption(MethodOption option, String official, String paperTable) {
  private static final String PRESET = "preset";
  private static final String OFFICIAL = "official";
  private static final String PAPER_TABLE = "paper-table";

  /** Which values hold for the options that are not chosen. */
  static final MethodOption CHOICE =
      new MethodOption(
          PRESET,
          List.of(OFFICIAL, PAPER_TABLE),
          OFFICIAL,
          "What the options that are not given are: official, those of the authors' script;"
              + " paper-table, those with which the scores that papers and benchmarks print are"
              + " reached.");

  /**
   * An option.
   *
   * @param meaning what it decides and what each value does
   */
  static PresetOption of(
      String name, List<String> values, String official, String paperTable, String meaning) {
    String presets =
        official.equals(paperTable)
            ? " Presets: %s.".formatted(official)
            : " Presets: official %s, paper-table %s.".formatted(official, paperTable);
    List<String> choices = Stream.concat(Stream.of(PRESET), values.stream()).toList();
    return new PresetOption(
        new MethodOption(name, choices, PRESET, meaning + presets), official, paperTable);
  }

  /** The value that holds in some settings. */
  String in(FusionSettings settings) {
    String chosen = option.in(settings);
    if (!chosen.equals(PRESET)) {
      return chosen;
    }
    return CHOICE.in(settings).equals(PAPER_TABLE) ? paperTable : official;
  }

  /** Whether that is the given one. */
  boolean is(String value, FusionSettings settings) {
    return in(settings).equals(value);
  }
}
