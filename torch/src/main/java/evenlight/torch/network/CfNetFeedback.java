package evenlight.torch.network;

import evenlight.torch.block.HoldingModule;
import evenlight.torch.tensor.TensorScope;
import evenlight.torch.tensor.Tensors;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bytedeco.pytorch.Module;
import org.bytedeco.pytorch.Tensor;

/**
 * A feedback block of {@link CfNet}: up to the result's size and down again, group after group,
 * each of which sees what all before it made (Li et al., "Feedback Network for Image
 * Super-Resolution", CVPR 2019). A coupled one joins its input with what both branches made before,
 * and is reminded of the other branch after its third group.
 */
final class CfNetFeedback extends HoldingModule {
  private static final int REMINDED = 2;

  private final CfNetLayer compressIn;
  private final CfNetLayer compressOut;
  private final List<CfNetLayer> up = new ArrayList<>();
  private final List<CfNetLayer> down = new ArrayList<>();
  private final List<CfNetLayer> beforeUp = new ArrayList<>();
  private final List<CfNetLayer> beforeDown = new ArrayList<>();
  private final Optional<CfNetLayer> reminder;

  /** A block whose input has so many times the features; a coupled one has three times. */
  CfNetFeedback(CfNetConfig config, int inputs) {
    long width = config.features();
    compressIn = register_module("compress_in", CfNetLayer.pointwise(inputs * width, width));
    reminder =
        inputs == 1
            ? Optional.empty()
            : Optional.of(register_module("re_guide", CfNetLayer.pointwise(2 * width, width)));
    for (int i = 0; i < config.groups(); i++) {
      up.add(CfNetLayer.up(config));
      down.add(CfNetLayer.down(config));
      if (i > 0) {
        beforeUp.add(CfNetLayer.pointwise((i + 1) * width, width));
        beforeDown.add(CfNetLayer.pointwise((i + 1) * width, width));
      }
    }
    register("upBlocks", up);
    register("downBlocks", down);
    register("uptranBlocks", beforeUp);
    register("downtranBlocks", beforeDown);
    compressOut =
        register_module("compress_out", CfNetLayer.pointwise(config.groups() * width, width));
  }

  private void register(String name, List<CfNetLayer> layers) {
    Module list = group(this, name);
    for (int i = 0; i < layers.size(); i++) {
      list.register_module(Integer.toString(i), layers.get(i));
    }
  }

  /** The block without another branch, from B,F,H,W to the same. */
  Tensor forward(Tensor shallow) {
    return TensorScope.keepingResult(() -> groups(compressIn.forward(shallow), Optional.empty()));
  }

  /** The coupled block, from three times B,F,H,W to the same. */
  Tensor forward(Tensor shallow, Tensor own, Tensor other) {
    return TensorScope.keepingResult(
        () -> groups(compressIn.forward(Tensors.join(1, shallow, own, other)), Optional.of(other)));
  }

  private Tensor groups(Tensor compressed, Optional<Tensor> other) {
    List<Tensor> small = new ArrayList<>(List.of(compressed)); // B,F,H,W each
    List<Tensor> large = new ArrayList<>(); // B,F,sH,sW each
    for (int i = 0; i < up.size(); i++) {
      int group = i;
      large.add(
          TensorScope.keepingResult(() -> up.get(group).forward(joined(small, beforeUp, group))));
      Tensor lowered =
          TensorScope.keepingResult(
              () -> down.get(group).forward(joined(large, beforeDown, group)));
      small.add(group == REMINDED ? reminded(lowered, other) : lowered);
    }
    List<Tensor> made = small.subList(1, small.size());
    return compressOut.forward(Tensors.join(1, made.toArray(Tensor[]::new)));
  }

  private static Tensor joined(List<Tensor> parts, List<CfNetLayer> layers, int group) {
    return group == 0
        ? parts.get(0)
        : layers.get(group - 1).forward(Tensors.join(1, parts.toArray(Tensor[]::new)));
  }

  private Tensor reminded(Tensor lowered, Optional<Tensor> other) {
    return other
        .map(o -> reminder.orElseThrow().forward(Tensors.join(1, lowered, o)))
        .orElse(lowered);
  }
}
