package evenlight.cli;

import evenlight.fusion.FusionMethod;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All that a picture's bytes depend on; it has no folders and no dates, so that the same picture
 * made elsewhere and later says the same.
 *
 * @param version of the program
 * @param method what the method depends on, such as the hash of its parameters
 * @param settings options and their values
 * @param files which options name, such as weights
 * @param inputs the photographs, darkest first
 */
record Provenance(
    String version,
    String method,
    SortedMap<String, List<String>> settings,
    SortedMap<String, NamedFile> files,
    List<NamedFile> inputs) {

  static Provenance of(FusionMethod method, Settings settings, List<Path> images)
      throws IOException {
    SortedMap<String, NamedFile> files = new TreeMap<>();
    for (Map.Entry<String, String> file : settings.files().entrySet()) {
      files.put(file.getKey(), NamedFile.of(Path.of(file.getValue())));
    }
    List<NamedFile> inputs = new ArrayList<>();
    for (Path image : images) {
      inputs.add(NamedFile.of(image));
    }
    return new Provenance(
        Version.number(), method.fingerprint(), settings.values(), files, List.copyOf(inputs));
  }

  /** As one line of ASCII. */
  String json() {
    return Json.line(this);
  }
}
