package evenlight.torch.ablation;

import evenlight.image.io.AtomicFile;
import evenlight.image.io.Sha256;
import evenlight.json.JsonRecords;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The note that a training leaves in its folder when it is through. Without it, or where the
 * weights are not those that it names, the training is not done.
 *
 * @param weights the weights' file, relative to the folder
 * @param sha256 hash of that file
 */
record TrainedNetwork(String weights, String sha256) {
  private static final String NOTE = "trained.json";

  /** What a finished training left, if one did. */
  static Optional<TrainedNetwork> read(Path folder) throws IOException {
    Path note = folder.resolve(NOTE);
    if (!Files.exists(note)) {
      return Optional.empty();
    }
    TrainedNetwork network;
    try {
      network = JsonRecords.read(Files.readString(note), TrainedNetwork.class);
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // no note of ours: the network is trained again
    }
    Path file = network.file(folder);
    boolean whole = Files.isRegularFile(file) && hash(file).equals(network.sha256());
    return whole ? Optional.of(network) : Optional.empty();
  }

  /** Notes that a training is through. */
  static TrainedNetwork keep(Path folder, Path weights) throws IOException {
    TrainedNetwork network =
        new TrainedNetwork(folder.relativize(weights).toString(), hash(weights));
    byte[] bytes = JsonRecords.write(network).getBytes(StandardCharsets.UTF_8);
    AtomicFile.write(folder.resolve(NOTE), out -> out.write(bytes));
    return network;
  }

  Path file(Path folder) {
    return folder.resolve(weights);
  }

  private static String hash(Path file) throws IOException {
    return Sha256.of(Files.readAllBytes(file));
  }
}
