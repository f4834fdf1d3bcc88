package evenlight.torch.network;

import evenlight.torch.tensor.TensorScope;
import evenlight.torch.tensor.Tensors;
import evenlight.torch.weights.Weights;
import evenlight.torch.weights.Weights.Parameter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bytedeco.pytorch.Module;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.StringTensorDict;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.MemoryFormat;

/**
 * The parameters of a module and its running statistics, into and out of {@link Weights}.
 *
 * <p>Names are those of the modules, in forward order. The batch counters of batch norm, integers
 * that nothing here uses, are left out.
 */
public final class Parameters {
  private static final int IMAGE_DIMENSIONS = 4;

  private Parameters() {}

  /** A copy of all parameters and statistics, with the given metadata. */
  public static Weights of(Module module, Map<String, String> metadata) {
    Map<String, Parameter> copies = new LinkedHashMap<>();
    try (TensorScope scope = new TensorScope()) {
      tensors(module)
          .forEach(
              (name, tensor) ->
                  copies.put(name, new Parameter(tensor.shape(), Tensors.toArray(tensor))));
    }
    return new Weights(copies, metadata);
  }

  /**
   * Gives a module the values of a file.
   *
   * @param source how messages call the weights, as a rule their file
   * @throws IllegalArgumentException if a tensor is missing, unexpected, of another shape or not
   *     finite; the module is then unchanged
   */
  public static void load(Module module, Weights weights, String source) {
    try (TensorScope scope = new TensorScope();
        NoGradGuard noGrad = new NoGradGuard()) {
      Map<String, Tensor> targets = tensors(module);
      check(targets, weights, source);
      targets.forEach(
          (name, target) -> {
            Parameter parameter = weights.tensor(name);
            target.copy_(Tensor.create(parameter.values(), parameter.shape()));
          });
    }
  }

  private static void check(Map<String, Tensor> targets, Weights weights, String source) {
    for (String name : weights.tensors().keySet()) {
      if (!targets.containsKey(name)) {
        throw mismatch("must have only tensors of this network", "the unknown " + name, source);
      }
    }
    targets.forEach(
        (name, target) -> {
          Parameter parameter = weights.tensors().get(name);
          if (parameter == null) {
            throw mismatch("must have every tensor of this network", "no " + name, source);
          }
          if (!Arrays.equals(parameter.shape(), target.shape())) {
            throw mismatch(
                "must have " + name + " of shape " + Tensors.shape(target),
                Arrays.toString(parameter.shape()),
                source);
          }
          for (float value : parameter.values()) {
            if (!Float.isFinite(value)) {
              throw mismatch("must be finite numbers", value + " in " + name, source);
            }
          }
        });
  }

  private static IllegalArgumentException mismatch(String must, String found, String source) {
    return new IllegalArgumentException(
        "the weights %s, but found %s in %s".formatted(must, found, source));
  }

  /** The parameters and statistics themselves, by name; valid within the open scope. */
  public static Map<String, Tensor> tensors(Module module) {
    Map<String, Tensor> tensors = trainable(module);
    collect(module.named_buffers(), tensors);
    return tensors;
  }

  /**
   * Lays the kernels of a network out channel by channel, as libtorch computes convolutions
   * fastest; results differ in roundings.
   */
  public static void layChannelsLast(Module module) {
    try (TensorScope scope = new TensorScope();
        NoGradGuard noGrad = new NoGradGuard()) {
      for (Tensor parameter : trainable(module).values()) {
        if (parameter.dim() == IMAGE_DIMENSIONS) {
          parameter.set_data(parameter.contiguous(MemoryFormat.ChannelsLast));
        }
      }
    }
  }

  /** The parameters themselves, without statistics, by name; valid within the open scope. */
  public static Map<String, Tensor> trainable(Module module) {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    collect(module.named_parameters(), tensors);
    return tensors;
  }

  private static void collect(StringTensorDict dict, Map<String, Tensor> into) {
    for (long i = 0; i < dict.size(); i++) {
      Tensor tensor = dict.get(i).access();
      if (tensor.scalar_type().intern() != torch.ScalarType.Long) {
        into.put(dict.get(i).key().getString(), tensor);
      }
    }
  }
}
