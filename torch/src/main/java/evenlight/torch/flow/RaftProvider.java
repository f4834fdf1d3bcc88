package evenlight.torch.flow;

import evenlight.flow.FlowEstimator;
import evenlight.flow.FlowEstimators;
import evenlight.flow.FlowProvider;
import evenlight.fusion.FusionSettings;
import evenlight.image.io.Sha256;
import evenlight.torch.network.Raft;
import evenlight.torch.network.RaftConfig;
import evenlight.torch.network.SavedRaft;
import evenlight.torch.tensor.Devices;
import evenlight.torch.tensor.Natives;
import evenlight.torch.weights.Safetensors;
import evenlight.torch.weights.WeightsFolder;
import java.io.IOException;
import java.nio.file.Path;
import org.bytedeco.pytorch.Device;

/**
 * Brings RAFT as what finds flow: with the weights that the settings name, of either size; else
 * with the small one's that were imported.
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
    Path file = WeightsFolder.fileFor(settings, RaftConfig.SMALL.id(), "raft-small raft-small.pth");
    Natives.load();
    Device device = Devices.resolve(settings.device());
    Raft network = SavedRaft.fromWeights(Safetensors.read(file), file.toString());
    network.to(device, false);
    String description = "%s, parameters %s".formatted(network.config().id(), Sha256.of(file));
    return new RaftFlow(network, device, settings.threads(), description);
  }
}
