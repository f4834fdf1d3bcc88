package evenlight.torch.network;

import static evenlight.torch.block.Layers.strided;

import evenlight.torch.block.HoldingModule;
import evenlight.torch.tensor.TensorScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.bytedeco.pytorch.Conv2dImpl;
import org.bytedeco.pytorch.Module;
import org.bytedeco.pytorch.Tensor;

/**
 * A residual block of {@link RaftEncoder}: normalised convolutions with ReLU after each, and after
 * the sum with what came in; that is brought to the same size where the block reduces it.
 */
final class RaftBlock extends HoldingModule {
  private final RaftNorm norm;
  private final List<Stage> stages = new ArrayList<>();
  private final Optional<Stage> skip;

  private RaftBlock(RaftNorm norm, long in, long out, long stride, List<Shape> shapes) {
    this.norm = norm;
    for (int i = 0; i < shapes.size(); i++) {
      stages.add(stage(this, "conv" + (i + 1), "norm" + (i + 1), shapes.get(i)));
    }
    skip =
        stride == 1
            ? Optional.empty()
            : Optional.of(
                stage(group(this, "downsample"), "0", "1", new Shape(in, out, 1, stride)));
  }

  /** Of the large network: two convolutions 3×3. */
  static RaftBlock residual(RaftNorm norm, long in, long out, long stride) {
    return new RaftBlock(
        norm, in, out, stride, List.of(new Shape(in, out, 3, stride), new Shape(out, out, 3, 1)));
  }

  /** Of the small network: the convolution 3×3 sees a quarter of the channels. */
  static RaftBlock bottleneck(RaftNorm norm, long in, long out, long stride) {
    long narrow = out / 4;
    return new RaftBlock(
        norm,
        in,
        out,
        stride,
        List.of(
            new Shape(in, narrow, 1, 1),
            new Shape(narrow, narrow, 3, stride),
            new Shape(narrow, out, 1, 1)));
  }

  /** From B,in,H,W to B,out,H/stride,W/stride. */
  Tensor forward(Tensor x) {
    return TensorScope.keepingResult(
        () -> {
          Tensor y = x;
          for (Stage stage : stages) {
            y = stage.forward(y).relu();
          }
          return y.add(skip.isPresent() ? skip.get().forward(x) : x).relu();
        });
  }

  private Stage stage(Module owner, String convName, String normName, Shape shape) {
    Conv2dImpl conv =
        hold(
            owner,
            convName,
            RaftEncoder.drawn(
                strided(shape.in(), shape.out(), shape.kernel(), shape.stride(), shape.margin())));
    return new Stage(conv, norm.of(this, owner, normName, shape.out()));
  }

  /** Channels, kernel and stride of a convolution. */
  private record Shape(long in, long out, long kernel, long stride) {
    long margin() {
      return kernel / 2;
    }
  }

  /** A convolution and its normalisation. */
  private record Stage(Conv2dImpl conv, UnaryOperator<Tensor> norm) {
    Tensor forward(Tensor x) {
      return norm.apply(conv.forward(x));
    }
  }
}
