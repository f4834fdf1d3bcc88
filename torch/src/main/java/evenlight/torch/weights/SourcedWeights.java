package evenlight.torch.weights;

import evenlight.image.io.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/**
 * Weights with where they come from.
 *
 * @param weights the parameters
 * @param source how messages call them: their file, or "the shipped NAME"
 * @param hash SHA-256 of the file, which tells them from all others
 */
public record SourcedWeights(Weights weights, String source, String hash) {
  /**
   * Reads a file.
   *
   * @throws IOException if it cannot be read, or is no safetensors file
   */
  public static SourcedWeights ofFile(Path file) throws IOException {
    return new SourcedWeights(Safetensors.read(file), file.toString(), Sha256.of(file));
  }

  /**
   * Reads what comes along with this module.
   *
   * @param owner the class in whose package they lie
   * @param name of the file
   * @throws IOException if there is no such file
   */
  public static SourcedWeights shipped(Class<?> owner, String name) throws IOException {
    try (InputStream in = owner.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException("the shipped weights must be a resource, but there is no " + name);
      }
      byte[] bytes = in.readAllBytes();
      String source = "the shipped " + name;
      return new SourcedWeights(
          Safetensors.read(new ByteArrayInputStream(bytes), source), source, Sha256.of(bytes));
    }
  }
}
