package evenlight.torch.network;

import evenlight.torch.block.Layers;
import evenlight.torch.block.Region;
import evenlight.torch.block.Tiles;
import evenlight.torch.tensor.TensorScope;
import evenlight.torch.tensor.Tensors;
import java.util.List;
import org.bytedeco.pytorch.BatchNorm2dImpl;
import org.bytedeco.pytorch.Conv2dImpl;
import org.bytedeco.pytorch.Module;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * IFCNN: Zhang, Liu, Sun, Yan, Zhao, Zhang, "IFCNN: A general image fusion framework based on
 * convolutional neural network", Information Fusion 54 (2020); https://github.com/uzeful/IFCNN.
 *
 * <pre>
 * each picture → conv1 (7×7) → conv2 (3×3, batch norm, ReLU) → maximum, mean or sum of all pictures
 *              → conv3 (3×3, batch norm, ReLU) → conv4 (1×1)
 * </pre>
 *
 * <p>Input: two or more tensors B,3,H,W; for exposures luminance in [0,1] three times, without
 * ImageNet's mean and deviation. Output: B,3,H,W on the same scale, not limited. Borders are
 * repeated before every convolution, the features' own too. 83,587 parameters, of which the 9,408
 * of conv1 come from a ResNet-101 and were not trained. A pixel sees {@value #REACH} pixels to each
 * side.
 */
public final class Ifcnn extends Module {
  private static final long REACH = 5;
  private static final long FEATURES = 64;
  private static final String BORDER = "replicate";

  /** How the features of several pictures become those of one. */
  public enum Scheme {
    /** The greatest of each. */
    MAX,
    /** Their mean. */
    MEAN,
    /** Their sum. */
    SUM
  }

  private final Scheme scheme;
  private final Conv2dImpl conv1;
  private final Stage conv2;
  private final Stage conv3;
  private final Conv2dImpl conv4;

  /** A network with fresh parameters; make it outside any scope. */
  public Ifcnn(Scheme scheme) {
    this.scheme = scheme;
    conv1 = register_module("conv1", Layers.unpadded(3, FEATURES, 7, false));
    conv2 = register_module("conv2", new Stage());
    conv3 = register_module("conv3", new Stage());
    conv4 = register_module("conv4", Layers.unpadded(FEATURES, 3, 1, true));
  }

  /**
   * Fuses pictures B,3,H,W to B,3,H,W.
   *
   * @throws IllegalArgumentException if the shapes differ
   */
  public Tensor forward(List<Tensor> pictures) {
    requireShapes(pictures);
    Tensor fused = fused(pictures); // B,64,H,W
    return conv4.forward(TensorScope.keepingResult(() -> conv3.forward(fused))); // B,3,H,W
  }

  /**
   * The same in memory for a tile; without gradients.
   *
   * @param side the longest side of a tile
   */
  public Tensor forwardTiled(List<Tensor> pictures, long side) {
    requireShapes(pictures);
    Tensor model = pictures.get(0);
    return new Tiles(model, side, REACH).map(model, 3, around -> forward(parts(pictures, around)));
  }

  private static void requireShapes(List<Tensor> pictures) {
    pictures.forEach(picture -> PairShapes.check(pictures.get(0), picture, 3, 1));
  }

  private static List<Tensor> parts(List<Tensor> pictures, Region around) {
    return pictures.stream().map(around::of).toList();
  }

  Tensor stem(Tensor picture) {
    return conv1.forward(Layers.padded(picture, 3, BORDER)); // B,64,H,W
  }

  Tensor features(Tensor picture) {
    return conv2.forward(TensorScope.keepingResult(() -> stem(picture))); // B,64,H,W
  }

  Tensor fused(List<Tensor> pictures) {
    Tensor fused = features(pictures.get(0));
    for (Tensor picture : pictures.subList(1, pictures.size())) {
      Tensor sofar = fused;
      fused = TensorScope.keepingResult(() -> joined(sofar, features(picture)));
    }
    return scheme == Scheme.MEAN ? Tensors.times(fused, 1.0 / pictures.size()) : fused;
  }

  private Tensor joined(Tensor sofar, Tensor features) {
    return scheme == Scheme.MAX ? torch.maximum(sofar, features) : sofar.add(features);
  }

  Tensor reconstructed(Tensor fused) {
    return conv3.forward(fused);
  }

  /** A convolution with repeated borders, batch norm and ReLU. */
  private static final class Stage extends Module {
    private final Conv2dImpl conv;
    private final BatchNorm2dImpl bn;

    Stage() {
      conv = register_module("conv", Layers.unpadded(FEATURES, FEATURES, 3, false));
      bn = register_module("bn", Layers.batchNorm(FEATURES));
    }

    Tensor forward(Tensor x) {
      return torch.relu(bn.forward(conv.forward(Layers.padded(x, 1, BORDER))));
    }
  }
}
