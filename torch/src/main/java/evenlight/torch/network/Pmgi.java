package evenlight.torch.network;

import evenlight.torch.block.HoldingModule;
import evenlight.torch.block.Layers;
import evenlight.torch.block.NamedConvolution;
import evenlight.torch.block.Tiles;
import evenlight.torch.tensor.TensorScope;
import evenlight.torch.tensor.Tensors;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.Module;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * PMGI: Zhang, Xu, Xiao, Guo, Ma, "Rethinking the image fusion: a fast unified image fusion network
 * based on proportional maintenance of gradient and intensity", AAAI 2020;
 * https://github.com/HaoZhang1018/PMGI_AAAI2020.
 *
 * <pre>
 * gradient path (under, under, over)   1 → 2 ─ 2_3 → 3 ─ 3_4 → 4 ┐
 * intensity path (over, over, under)   1 → 2 ─ 2_3 → 3 ─ 3_4 → 4 ┴→ 5 → tanh
 * </pre>
 *
 * <p>Layers 2_3 and 3_4 see both paths, 3 and 4 all former layers of their own, 5 the layers 1 to 4
 * of both. Input: two luminance tensors B,1,H,W in [-1,1], any size. Output: B,1,H,W in (-1,1).
 * Zeros lie beyond borders; leaky ReLU 0.2. 42,401 numbers with the names of the TensorFlow
 * checkpoint, those of batch norm among them.
 *
 * <p>The authors' test program normalises by the statistics of the one picture at hand, scale 1 and
 * shift 0, whatever the checkpoint holds: so does {@link Normalisation#IMAGE}. In tiles every layer
 * then needs a pass of its own over the picture; beside that a pixel sees {@value #REACH} pixels to
 * each side.
 */
public final class Pmgi extends HoldingModule {
  private static final long REACH = 5;
  private static final int FEATURES = 16;
  private static final double SLOPE = 0.2;
  private static final double EPSILON = 1e-5;
  private static final String[] PATHS = {"", "_vi"};
  private static final int[] LAST_SEES = {0, 1, 3, 5};

  /** What features are normalised by. */
  public enum Normalisation {
    /** The statistics of the picture; scale and shift of the checkpoint are not used. */
    IMAGE,
    /** The statistics of the picture, then scale and shift of the checkpoint. */
    TRAINED,
    /** The running statistics of the checkpoint, then its scale and shift. */
    MOVING
  }

  /**
   * A layer of both paths.
   *
   * @param number as the checkpoint has it
   * @param size of the kernel
   * @param transfer whether both paths see both
   * @param sees which former layers are seen; none for the first, which sees the pictures
   */
  private record Plan(String number, int size, boolean transfer, List<Integer> sees) {
    long channels() {
      return sees.isEmpty() ? 3 : (transfer ? 2L : 1L) * FEATURES * sees.size();
    }
  }

  private static final List<Plan> PLANS =
      List.of(
          new Plan("1", 5, false, List.of()),
          new Plan("2", 3, false, List.of(0)),
          new Plan("2_3", 1, true, List.of(1)),
          new Plan("3", 3, false, List.of(0, 1, 2)),
          new Plan("3_4", 1, true, List.of(3)),
          new Plan("4", 3, false, List.of(0, 1, 3, 4)));

  private final Normalisation normalisation;
  private final List<List<Layer>> layers = new ArrayList<>();
  private final NamedConvolution last;

  /** A network with fresh parameters; make it outside any scope. */
  public Pmgi(Normalisation normalisation) {
    this.normalisation = normalisation;
    Module model = group(this, "fusion_model");
    for (Plan plan : PLANS) {
      layers.add(
          List.of(new Layer(this, model, plan, PATHS[0]), new Layer(this, model, plan, PATHS[1])));
    }
    long joined = 2L * FEATURES * LAST_SEES.length;
    last = model.register_module("layer5", new NamedConvolution("w5", "b5", joined, 1, 1));
  }

  /**
   * Fuses two luminances B,1,H,W to B,1,H,W.
   *
   * @throws IllegalArgumentException if the shapes differ
   */
  public Tensor forward(Tensor under, Tensor over) {
    PairShapes.check(over, under, 1, 1);
    return fused(features(under, over, PLANS.size(), this::ofBatch));
  }

  /**
   * The same in memory for a tile; without gradients, for one picture.
   *
   * @param side the longest side of a tile
   */
  public Tensor forwardTiled(Tensor under, Tensor over, long side) {
    PairShapes.check(over, under, 1, 1);
    if (Math.max(under.size(2), under.size(3)) <= side) {
      return forward(under, over);
    }
    Tiles tiles = new Tiles(under, side, REACH);
    List<Moments> known = new ArrayList<>();
    for (int layer = 0; layer < PLANS.size(); layer++) {
      known.add(moments(layer, tiles, under, over, known));
    }
    return tiles.map(
        under,
        1,
        around ->
            fused(
                features(
                    around.of(under), around.of(over), PLANS.size(), (i, raw) -> known.get(i))));
  }

  /** Those of a layer in the whole picture, where former layers' are known. */
  private Moments moments(int layer, Tiles tiles, Tensor under, Tensor over, List<Moments> known) {
    if (normalisation == Normalisation.MOVING) {
      return moving(layer);
    }
    return Moments.of(
        tiles,
        under,
        2 * FEATURES,
        around -> {
          Tensor u = around.of(under);
          Tensor o = around.of(over);
          return convolved(layer, u, o, features(u, o, layer, (i, raw) -> known.get(i)));
        });
  }

  /** Which moments a layer is normalised by. */
  private interface Source {
    Moments moments(int layer, Tensor raw);
  }

  private Moments ofBatch(int layer, Tensor raw) {
    return normalisation == Normalisation.MOVING ? moving(layer) : Moments.of(raw);
  }

  private Moments moving(int layer) {
    return new Moments(
        ofBoth(layer, path -> path.movingMean), ofBoth(layer, path -> path.movingVariance));
  }

  /** What the first layers make, gradient path and intensity path joined: B,32,H,W each. */
  private List<Tensor> features(Tensor under, Tensor over, int count, Source source) {
    List<Tensor> features = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int layer = i;
      features.add(
          TensorScope.keepingResult(
              () -> {
                Tensor raw = convolved(layer, under, over, features);
                return normalised(layer, raw, source.moments(layer, raw));
              }));
    }
    return features;
  }

  /** The same with the statistics of the pictures. */
  List<Tensor> features(Tensor under, Tensor over) {
    return features(under, over, PLANS.size(), this::ofBatch);
  }

  /** A layer of both paths before it is normalised, B,32,H,W. */
  Tensor convolved(int layer, Tensor under, Tensor over, List<Tensor> features) {
    Tensor[] both = new Tensor[PATHS.length];
    for (int path = 0; path < both.length; path++) {
      Tensor input = seen(PLANS.get(layer), path, under, over, features);
      both[path] = layers.get(layer).get(path).forward(input);
    }
    return Tensors.join(1, both);
  }

  private static Tensor seen(
      Plan plan, int path, Tensor under, Tensor over, List<Tensor> features) {
    if (plan.sees().isEmpty()) {
      return path == 0 ? Tensors.join(1, under, under, over) : Tensors.join(1, over, over, under);
    }
    if (plan.transfer()) {
      return features.get(plan.sees().get(0));
    }
    return Tensors.join(
        1,
        plan.sees().stream()
            .map(i -> features.get(i).narrow(1, (long) path * FEATURES, FEATURES))
            .toArray(Tensor[]::new));
  }

  private Tensor normalised(int layer, Tensor raw, Moments moments) {
    Tensor x = raw.sub(moments.mean()).mul(Tensors.plus(moments.variance(), EPSILON).rsqrt());
    if (normalisation != Normalisation.IMAGE) {
      x = x.mul(ofBoth(layer, path -> path.gamma)).add(ofBoth(layer, path -> path.beta));
    }
    return Layers.leakyRelu(x, SLOPE);
  }

  private Tensor fused(List<Tensor> features) {
    Tensor[] seen = IntStream.of(LAST_SEES).mapToObj(features::get).toArray(Tensor[]::new);
    return last.forward(Tensors.join(1, seen), 0).tanh(); // B,1,H,W
  }

  /** A tensor of batch norm of both paths, 1,32,1,1. */
  private Tensor ofBoth(int layer, Function<Layer, Tensor> part) {
    Tensor[] both = layers.get(layer).stream().map(part).toArray(Tensor[]::new);
    return Tensors.join(0, both).view(1, 2L * FEATURES, 1, 1);
  }

  /** A convolution of one path, with what batch norm knows. */
  private static final class Layer {
    private final NamedConvolution conv;
    private final long margin;
    private final Tensor beta = torch.zeros(FEATURES);
    private final Tensor gamma = torch.ones(FEATURES);
    private final Tensor movingMean = torch.zeros(FEATURES);
    private final Tensor movingVariance = torch.ones(FEATURES);

    Layer(HoldingModule owner, Module model, Plan plan, String path) {
      String name = plan.number() + path;
      margin = plan.size() / 2;
      conv =
          model.register_module(
              "layer" + name,
              new NamedConvolution("w" + name, "b" + name, plan.channels(), FEATURES, plan.size()));
      Module norm = owner.group(conv, "BatchNorm");
      norm.register_parameter("beta", beta);
      norm.register_parameter("gamma", gamma);
      norm.register_buffer("moving_mean", movingMean);
      norm.register_buffer("moving_variance", movingVariance);
    }

    Tensor forward(Tensor x) {
      return conv.forward(x, margin);
    }
  }
}
