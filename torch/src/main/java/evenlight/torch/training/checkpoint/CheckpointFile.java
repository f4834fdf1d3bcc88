package evenlight.torch.training.checkpoint;

import evenlight.image.io.AtomicFile;
import evenlight.image.io.Sha256;
import evenlight.json.JsonRecords;
import evenlight.torch.training.checkpoint.Checkpoint.Part;
import evenlight.torch.weights.Safetensors;
import evenlight.torch.weights.Weights;
import evenlight.torch.weights.Weights.Parameter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A checkpoint as a safetensors file. Tensors are called {@code part/name}, all else is metadata,
 * and among that the SHA-256 of the file as it would be without it: a file that a disk or a crash
 * has changed is noticed.
 */
final class CheckpointFile {
  private static final String PROGRESS = "progress";
  private static final String PLAN = "plan";
  private static final String DATA = "data";
  private static final String HASH = "sha256";

  private CheckpointFile() {}

  static void write(Checkpoint checkpoint, Path file) throws IOException {
    Map<String, Parameter> tensors = new LinkedHashMap<>();
    for (Part part : Part.values()) {
      checkpoint
          .part(part)
          .tensors()
          .forEach((name, tensor) -> tensors.put(prefix(part) + name, tensor));
    }
    Map<String, String> metadata = new TreeMap<>();
    metadata.put(PROGRESS, JsonRecords.write(checkpoint.progress()));
    metadata.put(PLAN, checkpoint.plan());
    metadata.put(DATA, checkpoint.data());
    metadata.put(HASH, Sha256.of(Safetensors.toBytes(new Weights(tensors, metadata))));
    byte[] bytes = Safetensors.toBytes(new Weights(tensors, metadata));
    AtomicFile.write(file, out -> out.write(bytes));
  }

  /**
   * Reads a checkpoint.
   *
   * @throws IOException if it cannot be read or is not as it was written; the message names it
   */
  static Checkpoint read(Path file) throws IOException {
    Weights weights = Safetensors.read(file);
    Map<String, String> metadata = new TreeMap<>(weights.metadata());
    String stated = metadata.remove(HASH);
    String actual = Sha256.of(Safetensors.toBytes(new Weights(weights.tensors(), metadata)));
    if (!actual.equals(stated)) {
      throw new IOException(
          "a checkpoint must have the SHA-256 that it states, %s, but %s has %s"
              .formatted(stated, file, actual));
    }
    return new Checkpoint(
        JsonRecords.read(metadata.getOrDefault(PROGRESS, ""), Progress.class),
        metadata.getOrDefault(PLAN, ""),
        metadata.getOrDefault(DATA, ""),
        parts(weights));
  }

  private static Map<Part, Map<String, Parameter>> parts(Weights weights) {
    Map<Part, Map<String, Parameter>> parts = new EnumMap<>(Part.class);
    weights
        .tensors()
        .forEach(
            (name, tensor) -> {
              for (Part part : Part.values()) {
                if (name.startsWith(prefix(part))) {
                  parts
                      .computeIfAbsent(part, key -> new LinkedHashMap<>())
                      .put(name.substring(prefix(part).length()), tensor);
                }
              }
            });
    return parts;
  }

  private static String prefix(Part part) {
    return part.name().toLowerCase(Locale.ROOT) + "/";
  }
}
