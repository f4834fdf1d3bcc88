package evenlight.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import picocli.CommandLine.Model.ITypeInfo;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * The options of a command that its picture depends on, as they were written.
 *
 * @param values by name; of a switch, no values
 * @param files those that name a file which is read, by name
 */
record Settings(SortedMap<String, List<String>> values, SortedMap<String, String> files) {
  private static final String METHOD = "--method";
  private static final String THREADS = "--threads";

  /** What changes nothing in the picture's bytes. */
  private static final Set<String> LEFT_OUT =
      Set.of(
          "--output",
          "--overwrite",
          "--json",
          GhostOptions.MASK,
          "--sidecar",
          "--by",
          "--dry-run",
          "--dtype", // stands in the method
          "--format",
          "--jobs",
          "--manifest",
          MemoryOptions.LIMIT,
          "--min-confidence",
          "--pause",
          "--report",
          "--resolution", // stands in the method
          "--resume",
          WeightsFolderOption.NAME, // the method's fingerprint says which weights they were
          Messages.VERBOSE,
          "--help",
          "--version");

  /** Options that name a file which is written start like this. */
  private static final String WRITTEN = "--save";

  /**
   * The options of a command line.
   *
   * @param method whose id and number of threads are kept even where they were not written
   */
  static Settings of(ParseResult parsed, MethodOptions method) {
    SortedMap<String, List<String>> values = new TreeMap<>();
    SortedMap<String, String> files = new TreeMap<>();
    for (OptionSpec option : parsed.matchedOptions()) {
      String name = option.longestName();
      if (!matters(name)) {
        continue;
      }
      if (isFile(option.typeInfo())) {
        files.put(name, option.originalStringValues().get(0));
      } else {
        values.put(name, isSwitch(option) ? List.of() : option.originalStringValues());
      }
    }
    values.put(METHOD, List.of(method.methodId()));
    values.put(THREADS, List.of(Integer.toString(method.where().threadCount())));
    return new Settings(values, files);
  }

  /** Whether a picture's bytes depend on an option. */
  static boolean matters(String option) {
    return !LEFT_OUT.contains(option) && !option.startsWith(WRITTEN);
  }

  private static boolean isSwitch(OptionSpec option) {
    return option.arity().max() == 0;
  }

  private static boolean isFile(ITypeInfo type) {
    return Arrays.asList(type.getAuxiliaryTypes()).contains(Path.class);
  }
}
