package evenlight.torch.network;

import static org.assertj.core.api.Assertions.assertThat;

import evenlight.torch.tensor.Natives;
import evenlight.torch.tensor.TensorScope;
import evenlight.torch.weights.published.PublishedNetwork;
import evenlight.torch.weights.published.SharedWeights;
import java.io.IOException;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RAFT with its authors' weights against what their program makes of the same pictures. */
@Tag("shared")
class SharedRaftTest {
  @BeforeAll
  static void load() {
    Natives.load();
  }

  private static Raft published() throws IOException {
    return SavedRaft.fromWeights(
        SharedWeights.imported(PublishedNetwork.RAFT_SMALL, "raft-small/raft-small.pth"),
        "the published weights");
  }

  @ParameterizedTest
  @ValueSource(strings = {"case1.", "case2."})
  void forward_publishedWeights_givesTheReferenceFlow(String name) throws IOException {
    Raft raft = published();
    GoldenTensors golden = GoldenTensors.read("raft-small");
    try (TensorScope scope = new TensorScope();
        NoGradGuard noGrad = new NoGradGuard()) {
      Tensor first = golden.tensor(name + "image1");
      Tensor second = golden.tensor(name + "image2");
      golden.assertClose(name + "out", raft.forward(first, second, Raft.ITERATIONS), 1e-3);
      RaftPass pass = raft.begin(first, second);
      TensorVector flows = new TensorVector();
      for (int i = 0; i < Raft.ITERATIONS; i++) {
        pass.advance();
        flows.push_back(pass.flow());
      }
      golden.assertClose(name + "flow_low_per_iter", torch.cat(flows, 0), 2e-4);
    }
  }

  @Test
  void steps_publishedWeights_giveTheReferenceActivations() throws IOException {
    Raft raft = published();
    GoldenTensors golden = GoldenTensors.read("raft-small");
    try (TensorScope scope = new TensorScope();
        NoGradGuard noGrad = new NoGradGuard()) {
      Tensor first = golden.tensor("case1.image1");
      Tensor second = golden.tensor("case1.image2");
      Tensor one = raft.features(Raft.signed(first));
      Tensor other = raft.features(Raft.signed(second));
      golden.assertClose("case1.fmap1", one, 3e-4);
      RaftPass pass = raft.begin(first, second);
      golden.assertClose("case1.net0", pass.hidden(), 3e-4);
      golden.assertClose("case1.corr0", pass.correlations(), 3e-4);
      RaftCorrelation lookup = new CorrelationLookup(one, other, RaftConfig.SMALL.radius());
      golden.assertClose("case1.corr0", lookup.at(pass.places()), 3e-4);
      pass.advance();
      golden.assertClose("case1.hidden1", pass.hidden(), 3e-4);
    }
  }

  /** A few pixels of a picture that is bleached over large parts move more: 0.4 at most. */
  @Test
  void forward_thePictureItself_findsNoMotion() throws IOException {
    Raft raft = published();
    try (TensorScope scope = new TensorScope();
        NoGradGuard noGrad = new NoGradGuard()) {
      Tensor picture = GoldenTensors.read("raft-small").tensor("case2.image1");
      Tensor flow = raft.forward(picture, picture, Raft.ITERATIONS);
      assertThat(flow.abs().mean().item_float()).isLessThan(0.1f);
    }
  }
}
