package evenlight.torch.flow;

import evenlight.flow.FlowEstimator;
import evenlight.flow.FlowEstimators;
import evenlight.flow.FlowProvider;
import evenlight.fusion.FusionSettings;
import evenlight.fusion.NoWeightsException;
import evenlight.image.io.Sha256;
import evenlight.torch.network.Raft;
import evenlight.torch.network.RaftConfig;
import evenlight.torch.network.SavedRaft;
import evenlight.torch.tensor.Devices;
import evenlight.torch.tensor.Natives;
import evenlight.torch.weights.Safetensors;
import evenlight.torch.weights.Weights;
import evenlight.torch.weights.WeightsFolder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bytedeco.pytorch.Device;
import org.jspecify.annotations.Nullable;

/**
 * Brings RAFT as what finds flow: with the weights that the settings name, of either size; else
 * with the small one's that were imported; else with those that come with this module, if any do.
 */
public final class RaftProvider implements FlowProvider {
  private static final String SHIPPED = "raft.safetensors";

  /** Makes the provider; nothing is loaded yet. */
  public RaftProvider() {}

  @Override
  public String id() {
    return FlowEstimators.RAFT;
  }

  @Override
  public FlowEstimator create(FusionSettings settings) throws IOException {
    byte[] shipped = shipped();
    Path imported = WeightsFolder.chosen(settings.weightsFolder()).file(RaftConfig.SMALL.id());
    if (settings.weights().isEmpty() && !Files.isRegularFile(imported) && shipped != null) {
      Weights weights = Safetensors.read(new ByteArrayInputStream(shipped), SHIPPED);
      return create(settings, weights, "the shipped " + SHIPPED, Sha256.of(shipped));
    }
    Path file = file(settings);
    return create(settings, Safetensors.read(file), file.toString(), Sha256.of(file));
  }

  private static Path file(FusionSettings settings) throws NoWeightsException {
    return WeightsFolder.fileFor(settings, RaftConfig.SMALL.id(), "raft-small raft-small.pth");
  }

  private static FlowEstimator create(
      FusionSettings settings, Weights weights, String source, String hash) {
    Natives.load();
    Device device = Devices.resolve(settings.device());
    Raft network = SavedRaft.fromWeights(weights, source);
    network.to(device, false);
    String description = "%s, parameters %s".formatted(network.config().id(), hash);
    return new RaftFlow(network, device, settings.threads(), description);
  }

  private static byte @Nullable [] shipped() throws IOException {
    try (InputStream in = RaftProvider.class.getResourceAsStream(SHIPPED)) {
      return in == null ? null : in.readAllBytes();
    }
  }
}
