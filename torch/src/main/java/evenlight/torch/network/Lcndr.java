package evenlight.torch.network;

import static evenlight.torch.block.Layers.batchNorm;
import static evenlight.torch.block.Layers.conv;
import static evenlight.torch.block.Layers.leakyRelu;
import static evenlight.torch.block.Layers.resizeLike;

import evenlight.torch.block.ChunkedAttention;
import evenlight.torch.block.CoordinateAttention;
import evenlight.torch.network.LcndrConfig.Extraction;
import evenlight.torch.network.LcndrConfig.FilterPlace;
import evenlight.torch.network.LcndrConfig.Masks;
import evenlight.torch.network.LcndrConfig.Range;
import evenlight.torch.network.LcndrConfig.Revision;
import evenlight.torch.network.LcndrConfig.TradeOff;
import evenlight.torch.tensor.TensorScope;
import evenlight.torch.tensor.Tensors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.pytorch.BatchNorm2dImpl;
import org.bytedeco.pytorch.Conv2dImpl;
import org.bytedeco.pytorch.Module;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * LCNDR: Li, Liu, Zhou, Zhang, Kasabov, "Learning a Coordinated Network for Detail-refinement
 * Multi-exposure Image Fusion", IEEE T-CSVT 2022. Fuses the luminance of an over- and an
 * under-exposed picture.
 *
 * <pre>
 * exposure → stem → { CEM, SAM(with the other exposure) } → joined → ERM → mask
 * fused = mask_over · over + (mask_under + under)
 * </pre>
 *
 * <p>With a {@code reduction} all this happens on exposures that many times smaller, and {@link
 * LocalLinearModel} carries the fused luminance to full size.
 *
 * <p>Input: two luminance tensors B,1,H,W in [0,1], H and W at least 16, any parity. Output:
 * B,1,H,W on the same scale, not clamped. With the configuration of the paper it has 156,089
 * parameters. In evaluation mode a batch gives the same as its images one by one.
 *
 * <p>The code that the authors published is another, unfinished network, and no weights exist for
 * this one; where the text is silent or contradicts itself the choice is a value of {@link
 * LcndrConfig}. Deviations from the text: the under- and over-exposed branch share their
 * parameters; SAM also receives the luminance of the other exposure, without which the branches
 * would not know of each other; attention works on at most {@code attentionGrid}² positions; it is
 * the attended features, not those before pooling, that are enlarged in eq. (3), the only way that
 * the sizes agree.
 */
public final class Lcndr extends Module {
  /** The least height and width. */
  public static final int MIN_SIZE = 16;

  private final LcndrConfig config;
  private final Branch overBranch;
  private final Branch underBranch;

  /** A network with fresh parameters; make it outside any scope. */
  public Lcndr(LcndrConfig config) {
    this.config = config;
    if (config.sharedBranches()) {
      overBranch = register_module("branch", new Branch(config));
      underBranch = overBranch;
    } else {
      overBranch = register_module("over", new Branch(config));
      underBranch = register_module("under", new Branch(config));
    }
  }

  /** What this network was built from. */
  public LcndrConfig config() {
    return config;
  }

  /**
   * Fuses luminance.
   *
   * @param over the brighter exposure, B,1,H,W in [0,1]
   * @param under the darker exposure, the same shape
   * @return B,1,H,W, around [0,1]; whoever shows it clamps it
   * @throws IllegalArgumentException if the shapes differ or are too small
   */
  public Tensor forward(Tensor over, Tensor under) {
    requireShapes(over, under);
    long reduction = reduction(Math.min(over.size(2), over.size(3)));
    return reduction == 1
        ? fused(over, under)
        : LocalLinearModel.fuse(over, under, reduction, this::fused);
  }

  /** That of the configuration, or less, so that what the modules see is large enough. */
  private long reduction(long side) {
    return Math.max(1, Math.min(config.reduction(), side / MIN_SIZE));
  }

  private Tensor fused(Tensor over, Tensor under) {
    Tensor o = toNetworkRange(over);
    Tensor u = toNetworkRange(under);
    Tensor[] masks = masks(o, u);
    TradeOff tradeOff = config.tradeOff();
    boolean multiplyOver =
        tradeOff == TradeOff.MULTIPLY_ADD || tradeOff == TradeOff.MULTIPLY_MULTIPLY;
    boolean multiplyUnder =
        tradeOff == TradeOff.ADD_MULTIPLY || tradeOff == TradeOff.MULTIPLY_MULTIPLY;
    return fromNetworkRange(
        apply(masks[0], o, multiplyOver).add(apply(masks[1], u, multiplyUnder)));
  }

  /**
   * The masks of both branches, B,1,H,W each. While shared branches train, both exposures go
   * through as one batch, so that batch norm sees the statistics that it will use afterwards;
   * otherwise one after the other, in half the memory.
   */
  private Tensor[] masks(Tensor over, Tensor under) {
    if (config.sharedBranches() && is_training()) {
      long batch = over.size(0);
      Tensor both = overBranch.forward(Tensors.join(0, over, under), Tensors.join(0, under, over));
      return new Tensor[] {both.narrow(0, 0, batch), both.narrow(0, batch, batch)};
    }
    return new Tensor[] {
      TensorScope.keepingResult(() -> overBranch.forward(over, under)),
      TensorScope.keepingResult(() -> underBranch.forward(under, over))
    };
  }

  private Tensor apply(Tensor mask, Tensor exposure, boolean multiply) {
    if (multiply) {
      return mask.sigmoid().mul(exposure);
    }
    Tensor summand = config.masks() == Masks.SIGNED ? mask.tanh() : mask.sigmoid();
    return summand.add(exposure);
  }

  private Tensor toNetworkRange(Tensor y) {
    return config.range() == Range.UNIT ? y : Tensors.plus(Tensors.times(y, 2), -1);
  }

  private Tensor fromNetworkRange(Tensor y) {
    return config.range() == Range.UNIT ? y : Tensors.plus(Tensors.times(y, 0.5), 0.5);
  }

  private static void requireShapes(Tensor over, Tensor under) {
    boolean same = Arrays.equals(over.shape(), under.shape());
    if (!same || over.dim() != 4 || over.size(1) != 1) {
      throw new IllegalArgumentException(
          "both exposures must be B×1×H×W of one size, but are %s and %s"
              .formatted(Tensors.shape(over), Tensors.shape(under)));
    }
    if (over.size(2) < MIN_SIZE || over.size(3) < MIN_SIZE) {
      throw new IllegalArgumentException(
          "exposures must be at least %d×%d, but are %d×%d"
              .formatted(MIN_SIZE, MIN_SIZE, over.size(2), over.size(3)));
    }
  }

  /** From one exposure, with an eye on the other, to its mask before the last activation. */
  private static final class Branch extends Module {
    private final LcndrConfig config;
    private final Conv2dImpl stem;
    private final List<Module> modules = new ArrayList<>();
    private final List<EdgeRevision> revisions = new ArrayList<>();

    Branch(LcndrConfig config) {
      this.config = config;
      int c = config.width();
      stem = register_module("stem", conv(1, c, 3));
      List<Integer> channels = new ArrayList<>();
      if (config.collaborative()) {
        CollaborativeExtraction cem = new CollaborativeExtraction(config);
        modules.add(register_module("cem", cem));
        channels.add(cem.channels());
      }
      if (config.selfAttention()) {
        modules.add(register_module("sam", new SelfAttention(config)));
        channels.add(c);
      }
      if (modules.isEmpty()) {
        channels.add(c);
      }
      if (config.coordinated()) {
        int all = channels.stream().mapToInt(Integer::intValue).sum();
        revisions.add(register_module("erm", new EdgeRevision(config, all)));
      } else {
        for (int i = 0; i < channels.size(); i++) {
          revisions.add(
              register_module("erm" + (i + 1), new EdgeRevision(config, channels.get(i))));
        }
      }
    }

    Tensor forward(Tensor self, Tensor other) {
      if (config.coordinated()) {
        Tensor joined =
            TensorScope.keepingResult(
                () -> Tensors.join(1, features(self, other).toArray(Tensor[]::new)));
        return revisions.get(0).forward(joined); // B,1,H,W
      }
      List<Tensor> features = features(self, other);
      Tensor sum = revisions.get(0).forward(features.get(0));
      for (int i = 1; i < features.size(); i++) {
        sum = sum.add(revisions.get(i).forward(features.get(i)));
      }
      return Tensors.times(sum, 1.0 / features.size());
    }

    private List<Tensor> features(Tensor self, Tensor other) {
      Tensor shallow = stem.forward(self); // B,c,H,W
      List<Tensor> features = new ArrayList<>();
      for (Module module : modules) {
        if (module instanceof CollaborativeExtraction cem) {
          features.add(TensorScope.keepingResult(() -> cem.forward(shallow)));
        } else if (module instanceof SelfAttention sam) {
          features.add(TensorScope.keepingResult(() -> sam.forward(shallow, other)));
        }
      }
      return features.isEmpty() ? List.of(shallow) : features;
    }
  }

  /** CEM, eq. (1): coordinate attention blocks guided by a two-level pooling extractor. */
  private static final class CollaborativeExtraction extends Module {
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
      Tensor[] attended =
          blocks.stream()
              .map(block -> TensorScope.keepingResult(() -> block.forward(x)))
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

  /** SAM, eq. (2) and (3): every place attends to every other. */
  private static final class SelfAttention extends Module {
    private final int grid;
    private final Conv2dImpl conv1;
    private final BatchNorm2dImpl bn1;
    private final Conv2dImpl conv2;
    private final BatchNorm2dImpl bn2;
    private final Conv2dImpl query;
    private final BatchNorm2dImpl queryBn;
    private final Conv2dImpl key;
    private final BatchNorm2dImpl keyBn;
    private final Conv2dImpl value;
    private final BatchNorm2dImpl valueBn;

    SelfAttention(LcndrConfig config) {
      grid = config.attentionGrid();
      int c = config.width();
      conv1 = register_module("conv1", conv(c + 1L, c, 3));
      bn1 = register_module("bn1", batchNorm(c));
      conv2 = register_module("conv2", conv(c, c, 3));
      bn2 = register_module("bn2", batchNorm(c));
      query = register_module("query", conv(c, c / 4, 1));
      queryBn = register_module("query_bn", batchNorm(c / 4));
      key = register_module("key", conv(c, c / 4, 1));
      keyBn = register_module("key_bn", batchNorm(c / 4));
      value = register_module("value", conv(c, c, 1));
      valueBn = register_module("value_bn", batchNorm(c));
    }

    Tensor forward(Tensor shallow, Tensor other) {
      Tensor f0 = leakyRelu(bn1.forward(conv1.forward(Tensors.join(1, shallow, other)))); // B,c,H,W
      Tensor g = torch.max_pool2d(f0, 2, 2); // B,c,H/2,W/2
      g = limited(leakyRelu(bn2.forward(conv2.forward(g)))); // B,c,h,w
      Tensor a =
          ChunkedAttention.attend(
              queryBn.forward(query.forward(g)),
              keyBn.forward(key.forward(g)),
              valueBn.forward(value.forward(g))); // B,c,h,w
      return resizeLike(a, f0).add(f0); // B,c,H,W
    }

    private Tensor limited(Tensor g) {
      if (grid == 0 || (g.size(2) <= grid && g.size(3) <= grid)) {
        return g;
      }
      return torch.adaptive_avg_pool2d(g, Math.min(g.size(2), grid), Math.min(g.size(3), grid));
    }
  }

  /** ERM, eq. (4) and (5): a spatial gradient filter and two convolutions, to one channel. */
  private static final class EdgeRevision extends Module {
    private final LcndrConfig config;
    private final Conv2dImpl conv1;
    private final Conv2dImpl conv2;

    EdgeRevision(LcndrConfig config, int channels) {
      this.config = config;
      conv1 = register_module("conv1", conv(channels, config.width(), 3));
      conv2 = register_module("conv2", conv(config.width(), 1, 3));
    }

    Tensor forward(Tensor features) {
      boolean before = config.filterPlace() == FilterPlace.BEFORE_REDUCTION;
      Tensor reduced =
          TensorScope.keepingResult(
              () -> leakyRelu(conv1.forward(before ? revised(features) : features))); // B,c,H,W
      return conv2.forward(before ? reduced : revised(reduced)); // B,1,H,W
    }

    private Tensor revised(Tensor x) {
      if (!config.edgeRevision()) {
        return x;
      }
      Tensor edges = TensorScope.keepingResult(() -> GradientFilter.apply(x, config.filter()));
      return config.revision() == Revision.EDGES_ONLY ? edges : x.add(edges);
    }
  }
}
