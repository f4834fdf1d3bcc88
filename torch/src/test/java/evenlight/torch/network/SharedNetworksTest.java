package evenlight.torch.network;

import evenlight.torch.network.Ifcnn.Scheme;
import evenlight.torch.network.Pmgi.Normalisation;
import evenlight.torch.tensor.Natives;
import evenlight.torch.tensor.TensorScope;
import evenlight.torch.tensor.Tensors;
import evenlight.torch.weights.Weights;
import evenlight.torch.weights.published.PublishedNetwork;
import evenlight.torch.weights.published.SharedWeights;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.bytedeco.pytorch.Module;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Networks with their authors' weights against tensors of an independent implementation. */
@Tag("shared")
class SharedNetworksTest {
  @BeforeAll
  static void load() {
    Natives.load();
  }

  private static <M extends Module> M with(Weights weights, M network) {
    Parameters.load(network, weights, "the published weights");
    network.eval();
    return network;
  }

  private static Tensor firstTwo(Tensor x) {
    return x.narrow(1, 0, 2);
  }

  @Test
  void forward_mefNet_givesTheReferenceTensors() throws IOException {
    MefNet network =
        with(
            SharedWeights.imported(PublishedNetwork.MEF_NET, "mefnet/MEFNet_release.pt"),
            new MefNet());
    GoldenTensors golden = GoldenTensors.read("mefnet");
    try (TensorScope scope = new TensorScope();
        NoGradGuard noGrad = new NoGradGuard()) {
      Tensor low = golden.tensor("case1.low_y");
      golden.assertClose("case1.lr.2.ch0_1", firstTwo(network.features(low, 1)), 3e-5);
      golden.assertClose("case1.lr.17.ch0_1", firstTwo(network.features(low, 6)), 3e-5);
      for (String name : List.of("case1.low", "case2.low", "case1.pipe.low", "case2.pipe.low")) {
        golden.assertClose(name + "_out", network.forward(golden.tensor(name + "_y")), 3e-5);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"case1.pipe.", "case2.pipe."})
  void guidedFilter_mefNet_givesTheReferenceWeights(String name) throws IOException {
    GoldenTensors golden = GoldenTensors.read("mefnet");
    try (TensorScope scope = new TensorScope();
        NoGradGuard noGrad = new NoGradGuard()) {
      FastGuidedFilter model =
          FastGuidedFilter.of(golden.tensor(name + "low_y"), golden.tensor(name + "low_out"));
      if (name.startsWith("case1")) {
        golden.assertClose(name + "A", model.a(), 5e-2);
        golden.assertClose(name + "b", model.b(), 5e-2);
      }
      Tensor high = golden.tensor(name + "high_y");
      Tensor weights = Tensors.plus(model.apply(high).abs(), 1e-8);
      Tensor share = weights.div(weights.narrow(0, 0, 1).add(weights.narrow(0, 1, 1)));
      golden.assertClose(name + "weight_under", share.narrow(0, 0, 1), 1e-3);
      Tensor products = share.mul(high);
      golden.assertClose(
          name + "out", products.narrow(0, 0, 1).add(products.narrow(0, 1, 1)), 5e-4);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"MAX", "MEAN"})
  void forward_ifcnn_givesTheReferenceTensors(Scheme scheme) throws IOException {
    Ifcnn network =
        with(
            SharedWeights.imported(PublishedNetwork.IFCNN, "ifcnn/IFCNN-" + scheme + ".pth"),
            new Ifcnn(scheme));
    GoldenTensors golden = GoldenTensors.read("ifcnn-" + scheme.name().toLowerCase(Locale.ROOT));
    try (TensorScope scope = new TensorScope();
        NoGradGuard noGrad = new NoGradGuard()) {
      List<Tensor> pair = List.of(rgb(golden, "case1.under_y"), rgb(golden, "case1.over_y"));
      golden.assertClose("case1.under.conv1.ch0_1", firstTwo(network.stem(pair.get(0))), 2e-5);
      golden.assertClose("case1.under.conv2.ch0_1", firstTwo(network.features(pair.get(0))), 2e-5);
      Tensor fused = network.fused(pair);
      golden.assertClose("case1.fused.ch0_1", firstTwo(fused), 2e-5);
      golden.assertClose("case1.conv3.ch0_1", firstTwo(network.reconstructed(fused)), 2e-5);
      golden.assertClose("case1.out", network.forward(pair), 2e-5);
      golden.assertClose(
          "case2.out",
          network.forward(List.of(rgb(golden, "case2.under_y"), rgb(golden, "case2.over_y"))),
          2e-5);
    }
  }

  private static Tensor rgb(GoldenTensors golden, String name) {
    Tensor y = golden.tensor(name);
    return y.expand(1, 3, y.size(2), y.size(3));
  }

  @Test
  void forward_u2fusion_givesTheReferenceTensors() throws IOException {
    U2Fusion network =
        with(
            SharedWeights.imported(PublishedNetwork.U2FUSION, "u2fusion/model.ckpt.index"),
            new U2Fusion());
    GoldenTensors golden = GoldenTensors.read("u2fusion");
    try (TensorScope scope = new TensorScope();
        NoGradGuard noGrad = new NoGradGuard()) {
      Tensor under = golden.tensor("case1.under_y");
      Tensor over = golden.tensor("case1.over_y");
      for (int blocks : new int[] {1, 5}) {
        golden.assertClose(
            "case1.encoder.dense_block_conv" + blocks + ".ch0_1",
            firstTwo(network.encoded(under, over, blocks)),
            1e-5);
      }
      Tensor encoded = network.encoded(under, over, 5);
      golden.assertClose(
          "case1.encoder.conv1_1.ch0_1", firstTwo(network.encoded(under, over, 0)), 1e-5);
      golden.assertClose(
          "case1.decoder.conv2_1.ch0_1", firstTwo(network.decoded(encoded, 1)), 1e-5);
      golden.assertClose(
          "case1.decoder.conv2_3.ch0_1", firstTwo(network.decoded(encoded, 3)), 1e-5);
      golden.assertClose("case1.out", network.forward(under, over), 1e-5);
      golden.assertClose(
          "case2.out",
          network.forward(golden.tensor("case2.under_y"), golden.tensor("case2.over_y")),
          1e-5);
    }
  }

  @Test
  void forward_pmgi_givesTheReferenceTensors() throws IOException {
    Pmgi network =
        with(
            SharedWeights.imported(PublishedNetwork.PMGI, "pmgi/CGAN.model-9.index"),
            new Pmgi(Normalisation.IMAGE));
    GoldenTensors golden = GoldenTensors.read("pmgi");
    try (TensorScope scope = new TensorScope();
        NoGradGuard noGrad = new NoGradGuard()) {
      for (String name : List.of("case1.", "case2.")) {
        Tensor under = golden.tensor(name + "under_y");
        Tensor over = golden.tensor(name + "over_y");
        List<Tensor> features = network.features(under, over);
        assertMoments(golden, name + "layer1", network.convolved(0, under, over, features));
        assertMoments(golden, name + "layer4", network.convolved(5, under, over, features));
        golden.assertClose(name + "out", network.forward(under, over), 1e-5);
        golden.assertClose(name + "out", network.forwardTiled(under, over, 64), 1e-5);
        if (name.equals("case1.")) {
          golden.assertClose("case1.layer1.ch0_1", firstTwo(features.get(0)), 5e-5);
          golden.assertClose("case1.layer1_vi.ch0_1", features.get(0).narrow(1, 16, 2), 5e-5);
          golden.assertClose("case1.layer2_3.ch0_1", firstTwo(features.get(2)), 5e-5);
          golden.assertClose("case1.layer4.ch0_1", firstTwo(features.get(5)), 5e-5);
          golden.assertClose("case1.layer4_vi.ch0_1", features.get(5).narrow(1, 16, 2), 5e-5);
        }
      }
    }
  }

  private static void assertMoments(GoldenTensors golden, String layer, Tensor raw) {
    Moments moments = Moments.of(raw);
    golden.assertClose(layer + ".mean", moments.mean().narrow(1, 0, 16), 5e-5);
    golden.assertClose(layer + ".var", moments.variance().narrow(1, 0, 16), 5e-5);
    golden.assertClose(layer + "_vi.mean", moments.mean().narrow(1, 16, 16), 5e-5);
    golden.assertClose(layer + "_vi.var", moments.variance().narrow(1, 16, 16), 5e-5);
  }
}
