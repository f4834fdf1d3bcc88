package evenlight.torch.network;

import static evenlight.torch.block.Layers.conv;

import evenlight.torch.block.CoordinateAttention.Weights;
import evenlight.torch.block.Region;
import evenlight.torch.tensor.TensorScope;
import evenlight.torch.tensor.Tensors;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.bytedeco.pytorch.Conv2dImpl;
import org.bytedeco.pytorch.Module;
import org.bytedeco.pytorch.ScalarTypeOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;

/**
 * From one exposure, with an eye on the other, to its mask before the last activation.
 *
 * <p>A picture goes through as a whole, or in parts: then {@link #sums} of all parts make an {@link
 * Overview}, and with that each part gives its part of the mask.
 */
final class LcndrBranch extends Module {
  private final LcndrConfig config;
  private final Conv2dImpl stem;
  private final Optional<CollaborativeExtraction> cem;
  private final Optional<SelfAttention> sam;
  private final List<EdgeRevision> revisions = new ArrayList<>();

  LcndrBranch(LcndrConfig config) {
    this.config = config;
    int c = config.width();
    stem = register_module("stem", conv(1, c, 3));
    List<Integer> channels = new ArrayList<>();
    cem =
        config.collaborative()
            ? Optional.of(new CollaborativeExtraction(config))
            : Optional.empty();
    cem.ifPresent(module -> channels.add(register_module("cem", module).channels()));
    sam = config.selfAttention() ? Optional.of(new SelfAttention(config)) : Optional.empty();
    sam.ifPresent(module -> register_module("sam", module));
    sam.ifPresent(module -> channels.add(c));
    if (channels.isEmpty()) {
      channels.add(c);
    }
    if (config.coordinated()) {
      int all = channels.stream().mapToInt(Integer::intValue).sum();
      revisions.add(register_module("erm", new EdgeRevision(config, all)));
    } else {
      for (int i = 0; i < channels.size(); i++) {
        revisions.add(register_module("erm" + (i + 1), new EdgeRevision(config, channels.get(i))));
      }
    }
  }

  /**
   * What the modules of a branch know of the whole picture.
   *
   * @param coordinates the weights of rows and columns, by block
   * @param attended what each position attends to; empty without self-attention
   * @param picture all of it
   */
  record Overview(List<Weights> coordinates, Optional<Tensor> attended, Region picture) {}

  /** The mask of a whole picture, B,1,H,W. */
  Tensor forward(Tensor self, Tensor other) {
    return revised(() -> features(self, other));
  }

  /**
   * What a part of the picture adds to sums over all of it: B,c,h of its rows, B,c,w of its columns
   * and, with self-attention, B,c,n to the positions of that, joined.
   *
   * @param self the part with its surroundings
   * @param core the part itself within that
   * @param place where it lies in the picture
   */
  Tensor sums(Tensor self, Tensor other, Region core, Region place, Region picture) {
    Tensor shallow = stem.forward(self);
    Tensor counted = core.of(shallow);
    List<Tensor> sums = new ArrayList<>();
    sums.add(counted.sum(new long[] {3}, false, new ScalarTypeOptional(ScalarType.Float)));
    sums.add(counted.sum(new long[] {2}, false, new ScalarTypeOptional(ScalarType.Float)));
    sam.ifPresent(m -> sums.add(m.positions(shallow, other, core, place, picture).flatten(2, 3)));
    return Tensors.join(2, sums.toArray(Tensor[]::new));
  }

  /**
   * What the sums of all parts say.
   *
   * @param rows B,c,H
   * @param columns B,c,W
   * @param positions B,c,n; n is 0 without self-attention
   */
  Overview overview(Tensor rows, Tensor columns, Tensor positions, Region picture) {
    Tensor rowMeans = Tensors.times(rows, 1.0 / picture.width()).unsqueeze(3);
    Tensor columnMeans = Tensors.times(columns, 1.0 / picture.height()).unsqueeze(2);
    return new Overview(
        cem.map(m -> m.weights(rowMeans, columnMeans)).orElse(List.of()),
        sam.map(m -> m.attended(m.grid(positions, picture))),
        picture);
  }

  /**
   * The mask of a part of the picture, surroundings included.
   *
   * @param place where the part with its surroundings lies
   */
  Tensor forward(Tensor self, Tensor other, Overview overview, Region place) {
    return revised(() -> features(self, other, overview, place));
  }

  private List<Tensor> features(Tensor self, Tensor other, Overview overview, Region place) {
    Tensor shallow = stem.forward(self); // B,c,h,w
    List<Tensor> features = new ArrayList<>();
    cem.ifPresent(
        m ->
            features.add(
                TensorScope.keepingResult(
                    () -> m.forward(shallow, overview.coordinates(), place))));
    sam.ifPresent(
        m ->
            features.add(
                TensorScope.keepingResult(
                    () ->
                        m.forward(
                            shallow,
                            other,
                            overview.attended().orElseThrow(),
                            place,
                            overview.picture()))));
    return features.isEmpty() ? List.of(shallow) : features;
  }

  private List<Tensor> features(Tensor self, Tensor other) {
    Tensor shallow = stem.forward(self); // B,c,H,W
    List<Tensor> features = new ArrayList<>();
    cem.ifPresent(m -> features.add(TensorScope.keepingResult(() -> m.forward(shallow))));
    sam.ifPresent(m -> features.add(TensorScope.keepingResult(() -> m.forward(shallow, other))));
    return features.isEmpty() ? List.of(shallow) : features;
  }

  private Tensor revised(Supplier<List<Tensor>> features) {
    if (config.coordinated()) {
      Tensor joined =
          TensorScope.keepingResult(() -> Tensors.join(1, features.get().toArray(Tensor[]::new)));
      return revisions.get(0).forward(joined); // B,1,H,W
    }
    List<Tensor> all = features.get();
    Tensor sum = revisions.get(0).forward(all.get(0));
    for (int i = 1; i < all.size(); i++) {
      sum = sum.add(revisions.get(i).forward(all.get(i)));
    }
    return Tensors.times(sum, 1.0 / all.size());
  }
}
