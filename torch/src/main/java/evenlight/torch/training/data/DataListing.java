package evenlight.torch.training.data;

import evenlight.dataset.Scene;
import evenlight.image.io.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which files were trained on, so that the same data can be told from other data.
 *
 * @param text tab-separated: scene, split, frame, its role (under, over, gt or -), SHA-256; with a
 *     header
 */
public record DataListing(String text) {
  private static final int SCENE = 0;
  private static final int FRAME = 2;
  private static final int HASH = 4;
  private static final String HEADER = "scene\tsplit\tframe\trole\tsha256\n";

  /**
   * Lists the files of some scenes.
   *
   * @throws IOException if a file cannot be read
   */
  public static DataListing of(List<Scene> scenes) throws IOException {
    StringBuilder text = new StringBuilder(HEADER);
    for (Scene scene : scenes) {
      List<Path> files = new ArrayList<>(scene.frames());
      scene.groundTruth().ifPresent(files::add);
      for (Path file : files) {
        text.append(scene.name()).append('\t');
        text.append(scene.split().name().toLowerCase(Locale.ROOT)).append('\t');
        text.append(file.getFileName()).append('\t').append(role(scene, file)).append('\t');
        text.append(Sha256.of(Files.readAllBytes(file))).append('\n');
      }
    }
    return new DataListing(text.toString());
  }

  private static String role(Scene scene, Path file) {
    if (file.equals(scene.under())) {
      return "under";
    }
    if (file.equals(scene.over())) {
      return "over";
    }
    return scene.frames().contains(file) ? "-" : "gt";
  }

  /** One hash over everything. */
  public String hash() {
    return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The files, as {@code scene/frame}, that only one of two listings has just so. */
  public List<String> differences(DataListing other) {
    Set<String> files = new LinkedHashSet<>();
    addMissing(text, other.text, files);
    addMissing(other.text, text, files);
    return List.copyOf(files);
  }

  /** The scenes, in order, that have a file with the content of one of the other listing. */
  public List<String> scenesSharedWith(DataListing other) {
    Set<String> theirs = other.rows().map(row -> row[HASH]).collect(Collectors.toSet());
    return rows()
        .filter(row -> theirs.contains(row[HASH]))
        .map(row -> row[SCENE])
        .distinct()
        .toList();
  }

  private Stream<String[]> rows() {
    return text.lines().skip(1).map(line -> line.split("\t", -1));
  }

  private static void addMissing(String here, String there, Set<String> files) {
    Set<String> known = Set.copyOf(there.lines().toList());
    for (String line : here.lines().toList()) {
      if (!known.contains(line)) {
        String[] fields = line.split("\t", -1);
        files.add(fields[SCENE] + "/" + fields[FRAME]);
      }
    }
  }
}
