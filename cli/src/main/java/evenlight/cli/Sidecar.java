package evenlight.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import evenlight.image.io.AtomicFile;
import evenlight.image.io.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What lies beside a picture, so that it can be made again.
 *
 * @param output the picture
 * @param sha256 of its file
 * @param provenance what it was made of
 * @param inputs the photographs in the order in which they were given
 * @param files those that options name
 */
record Sidecar(
    String output,
    String sha256,
    Provenance provenance,
    List<PlacedFile> inputs,
    SortedMap<String, PlacedFile> files) {
  /**
   * A file that was read.
   *
   * @param path where it lay, as given
   * @param sha256 of its content
   */
  record PlacedFile(String path, String sha256) {
    static PlacedFile of(Path file) throws IOException {
      return new PlacedFile(file.toString(), Sha256.of(file));
    }
  }

  /** What lies beside a picture that was just written. */
  static Sidecar of(Path picture, Provenance provenance, Settings settings, List<Path> images)
      throws IOException {
    List<PlacedFile> inputs = new ArrayList<>();
    for (Path image : images) {
      inputs.add(PlacedFile.of(image));
    }
    SortedMap<String, PlacedFile> files = new TreeMap<>();
    for (Map.Entry<String, String> file : settings.files().entrySet()) {
      files.put(file.getKey(), PlacedFile.of(Path.of(file.getValue())));
    }
    return new Sidecar(
        picture.toString(), Sha256.of(picture), provenance, List.copyOf(inputs), files);
  }

  /** The file beside a picture. */
  static Path beside(Path picture) {
    return picture.resolveSibling(picture.getFileName() + ".json");
  }

  /** Writes it beside its picture. */
  void write() throws IOException {
    byte[] text = (Json.of(this) + "\n").getBytes(StandardCharsets.UTF_8);
    AtomicFile.write(beside(Path.of(output)), out -> out.write(text));
  }

  /**
   * Reads one.
   *
   * @throws IOException if it cannot be read or is none; the message names it
   */
  static Sidecar read(Path file) throws IOException {
    byte[] text = Files.readAllBytes(file);
    try {
      return new ObjectMapper()
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .readValue(text, Sidecar.class);
    } catch (JsonProcessingException e) {
      throw new IOException(
          "a sidecar must be what fuse --sidecar writes, but %s is not: %s"
              .formatted(file, FailureMessage.inOneLine(e.getOriginalMessage())),
          e);
    }
  }
}
