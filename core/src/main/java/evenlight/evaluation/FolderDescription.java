package evenlight.evaluation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import evenlight.image.io.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * What a folder of results is about, kept in it as a file of names and values, so that the results
 * of something else do not mix with them.
 *
 * @param file name of that file
 * @param command which command makes such folders, for messages
 * @param remedy what messages end with: how to write there all the same; may be empty
 */
public record FolderDescription(String file, String command, String remedy) {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /**
   * Checks that a folder is empty, or holds results of what is described.
   *
   * @throws IOException if it holds those of something else, or other files; the message names
   *     every difference
   */
  public void requireSame(Path folder, Map<String, String> description) throws IOException {
    Path there = folder.resolve(file);
    if (!Files.exists(there)) {
      requireEmpty(folder);
      return;
    }
    Map<String, String> former;
    try {
      former = JSON.readValue(there.toFile(), new TypeReference<>() {});
    } catch (JsonProcessingException e) {
      throw new IOException(
          "%s must tell what %s did, but is not readable%s".formatted(there, command, remedy), e);
    }
    List<String> differences = differences(former, description);
    if (!differences.isEmpty()) {
      throw new IOException(
          "%s must hold what %s did with the same settings, but differs in %s%s"
              .formatted(folder, command, String.join("; ", differences), remedy));
    }
  }

  private void requireEmpty(Path folder) throws IOException {
    try (var children = Files.list(folder)) {
      if (children.findAny().isPresent()) {
        throw new IOException(
            "the output must be a new or empty folder or one of %s, but %s is neither%s"
                .formatted(command, folder, remedy));
      }
    }
  }

  private static List<String> differences(Map<String, String> former, Map<String, String> now) {
    TreeSet<String> keys = new TreeSet<>(former.keySet());
    keys.addAll(now.keySet());
    List<String> differences = new ArrayList<>();
    for (String key : keys) {
      String before = former.getOrDefault(key, "not named");
      String after = now.getOrDefault(key, "not named");
      if (!before.equals(after)) {
        differences.add("%s: [%s] there, [%s] now".formatted(key, before, after));
      }
    }
    return differences;
  }

  /** Describes a folder, which must exist, anew. */
  public void write(Path folder, Map<String, String> description) throws IOException {
    byte[] bytes = JSON.writeValueAsBytes(description);
    AtomicFile.write(folder.resolve(file), out -> out.write(bytes));
  }
}
