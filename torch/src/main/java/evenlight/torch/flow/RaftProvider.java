package evenlight.torch.flow;

import evenlight.flow.FlowEstimator;
import evenlight.flow.FlowEstimators;
import evenlight.flow.FlowProvider;
import evenlight.fusion.FusionSettings;
import evenlight.torch.network.Raft;
import evenlight.torch.network.RaftConfig;
import evenlight.torch.network.SavedRaft;
import evenlight.torch.tensor.Devices;
import evenlight.torch.tensor.Natives;
import evenlight.torch.weights.SourcedWeights;
import evenlight.torch.weights.WeightsFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bytedeco.pytorch.Device;

/**
 * Brings RAFT as what finds flow: with the weights that the settings name, of either size; else
 * with the small one's that were imported; else with those of a training by this project, which
 * come along.
 */
public final class RaftProvider implements FlowProvider {
  /** Makes the provider; nothing is loaded yet. */
  public RaftProvider() {}

  @Override
  public String id() {
    return FlowEstimators.RAFT;
  }

  @Override
  public FlowEstimator create(FusionSettings settings) throws IOException {
    SourcedWeights weights = weights(settings);
    Natives.load();
    Device device = Devices.resolve(settings.device());
    Raft network = SavedRaft.fromWeights(weights.weights(), weights.source());
    network.to(device, false);
    String description = "%s, parameters %s".formatted(network.config().id(), weights.hash());
    return new RaftFlow(network, device, settings.threads(), description);
  }

  private static SourcedWeights weights(FusionSettings settings) throws IOException {
    Path imported = WeightsFolder.chosen(settings.weightsFolder()).file(RaftConfig.SMALL.id());
    if (settings.weights().isPresent()) {
      return SourcedWeights.ofFile(settings.weights().get());
    }
    return Files.isRegularFile(imported)
        ? SourcedWeights.ofFile(imported)
        : SourcedWeights.shipped(RaftProvider.class, RaftConfig.SMALL.id() + ".safetensors");
  }
}
