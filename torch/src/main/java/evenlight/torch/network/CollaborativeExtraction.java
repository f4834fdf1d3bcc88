package evenlight.torch.network;

import static evenlight.torch.block.Layers.conv;
import static evenlight.torch.block.Layers.leakyRelu;
import static evenlight.torch.block.Layers.resizeLike;

import evenlight.torch.block.CoordinateAttention;
import evenlight.torch.block.CoordinateAttention.Weights;
import evenlight.torch.block.Region;
import evenlight.torch.network.LcndrConfig.Extraction;
import evenlight.torch.tensor.TensorScope;
import evenlight.torch.tensor.Tensors;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.Conv2dImpl;
import org.bytedeco.pytorch.Module;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** CEM, eq. (1): coordinate attention blocks guided by a two-level pooling extractor. */
final class CollaborativeExtraction extends Module {
  private final LcndrConfig config;
  private final List<CoordinateAttention> blocks = new ArrayList<>();
  private final Conv2dImpl shallow1;
  private final Conv2dImpl shallow2;
  private final Conv2dImpl shallow3;
  private final Conv2dImpl deep1;
  private final Conv2dImpl deep2;

  CollaborativeExtraction(LcndrConfig config) {
    this.config = config;
    int c = config.width();
    for (int i = 1; i <= config.coordinateBlocks(); i++) {
      blocks.add(register_module("ca" + i, new CoordinateAttention(c)));
    }
    shallow1 = register_module("shallow1", conv(c, c, 3));
    shallow2 = register_module("shallow2", conv(c, c, 3));
    shallow3 = register_module("shallow3", conv(c, c, 1));
    deep1 = register_module("deep1", conv(4L * c, 2L * c, 3));
    deep2 = register_module("deep2", conv(2L * c, c, 1));
  }

  int channels() {
    return config.extraction() == Extraction.SUM
        ? config.width()
        : config.width() * config.coordinateBlocks();
  }

  Tensor forward(Tensor x) {
    return guided(x, block -> blocks.get(block).forward(x));
  }

  /** What each block makes of the means of all rows and columns of the whole picture. */
  List<Weights> weights(Tensor rows, Tensor columns) {
    return blocks.stream().map(block -> block.weights(rows, columns)).toList();
  }

  /** A part of the picture, with the weights of the whole. */
  Tensor forward(Tensor x, List<Weights> whole, Region part) {
    return guided(x, block -> CoordinateAttention.apply(x, whole.get(block).of(part)));
  }

  private Tensor guided(Tensor x, IntFunction<Tensor> attention) {
    Tensor[] attended =
        IntStream.range(0, blocks.size())
            .mapToObj(block -> TensorScope.keepingResult(() -> attention.apply(block)))
            .toArray(Tensor[]::new);
    Tensor pooled = TensorScope.keepingResult(() -> poolingExtractor(x)); // B,c,H,W
    if (config.extraction() == Extraction.SUM) {
      Tensor sum = pooled;
      for (Tensor term : attended) {
        sum = sum.add(term);
      }
      return sum; // B,c,H,W
    }
    Tensor joined = Tensors.join(1, attended); // B,3c,H,W
    for (int i = 0; i < attended.length; i++) {
      joined.narrow(1, i * pooled.size(1), pooled.size(1)).addPut(pooled);
    }
    return joined;
  }

  private Tensor poolingExtractor(Tensor x) {
    Tensor shallow = TensorScope.keepingResult(() -> shallowFeatures(x)); // B,c,H,W
    Tensor deep = TensorScope.keepingResult(() -> deepFeatures(shallow)); // B,c,H,W
    return deep.add(shallow);
  }

  private Tensor shallowFeatures(Tensor x) {
    Tensor first = leakyRelu(shallow1.forward(x));
    return leakyRelu(shallow3.forward(leakyRelu(shallow2.forward(first))));
  }

  private Tensor deepFeatures(Tensor shallow) {
    Tensor half = pool(shallow); // B,2c,H/2,W/2
    Tensor quarter = pool(half); // B,4c,H/4,W/4
    Tensor deep = leakyRelu(deep1.forward(quarter)); // B,2c,H/4,W/4
    return leakyRelu(deep2.forward(resizeLike(deep, shallow))); // B,c,H,W
  }

  private static Tensor pool(Tensor x) {
    return Tensors.join(1, torch.max_pool2d(x, 2, 2), torch.avg_pool2d(x, 2, 2));
  }
}
