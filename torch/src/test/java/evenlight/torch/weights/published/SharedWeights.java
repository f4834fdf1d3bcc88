package evenlight.torch.weights.published;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import evenlight.torch.weights.Safetensors;
import evenlight.torch.weights.Weights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What lies beside the project: weights that authors published, and reference values of them. */
public final class SharedWeights {
  private static final Path SHARED = Path.of(System.getProperty("evenlight.shared", "../shared"));

  private SharedWeights() {}

  /** A file or folder there; without it the test is left out. */
  public static Path required(String name) {
    Path path = SHARED.resolve(name);
    assumeTrue(Files.exists(path), () -> "the reference material must be in " + path);
    return path;
  }

  /** The weights of a network, imported from files in the folder of weights. */
  public static Weights imported(PublishedNetwork network, String... files) throws IOException {
    List<Path> paths =
        List.of(files).stream().map(file -> required("weights").resolve(file)).toList();
    return ImportedWeights.read(network, paths).weights();
  }

  /** The same as a file in a folder of weights. */
  public static void install(Path folder, String id, PublishedNetwork network, String... files)
      throws IOException {
    Files.write(folder.resolve(id + ".safetensors"), Safetensors.toBytes(imported(network, files)));
  }

  /** Reference tensors. */
  public static Weights golden(String name) throws IOException {
    return Safetensors.read(required("golden/" + name + ".safetensors"));
  }
}
