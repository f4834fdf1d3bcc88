package evenlight.torch.network;

import evenlight.torch.tensor.TensorScope;
import evenlight.torch.tensor.Tensors;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/** All correlations, as {@link Raft}'s authors keep them: (h·w)² numbers and a third of it. */
final class CorrelationVolume implements RaftCorrelation {
  private static final int BILINEAR = 0;
  private static final int ZEROS = 0;

  private final List<Tensor> levels = new ArrayList<>();
  private final Tensor window;
  private final int side;

  CorrelationVolume(Tensor first, Tensor second, int radius) {
    long b = first.size(0);
    long h = first.size(2);
    long w = first.size(3);
    Tensor products =
        TensorScope.keepingResult(
            () ->
                Tensors.times(
                    first.flatten(2, 3).transpose(1, 2).bmm(second.flatten(2, 3)),
                    1 / Math.sqrt((double) first.size(1))));
    Tensor level = products.view(b * h * w, 1, h, w);
    levels.add(level);
    while (levels.size() < RaftConfig.LEVELS) {
      level = CorrelationVolume.halved(level);
      levels.add(level);
    }
    side = 2 * radius + 1;
    window = window(radius).to(first.device(), first.scalar_type());
  }

  /** Means of 2×2. */
  static Tensor halved(Tensor x) {
    long[] two = {2, 2};
    return torch.avg_pool2d(x, two, two, new long[] {0, 0}, false, true, new LongOptional());
  }

  /** Offsets x, y: the first index moves x, as in the published weights, the second y. */
  private static Tensor window(int radius) {
    int side = 2 * radius + 1;
    float[] offsets = new float[side * side * 2];
    for (int i = 0; i < side * side; i++) {
      int column = i / side;
      offsets[2 * i] = column - radius;
      offsets[2 * i + 1] = i % side - radius;
    }
    return Tensor.create(offsets, 1, side, side, 2);
  }

  @Override
  public Tensor at(Tensor places) {
    return TensorScope.keepingResult(
        () -> {
          long b = places.size(0);
          long h = places.size(2);
          long w = places.size(3);
          Tensor centres = places.permute(0, 2, 3, 1).reshape(b * h * w, 1, 1, 2);
          TensorVector seen = new TensorVector();
          for (int i = 0; i < levels.size(); i++) {
            Tensor around = Tensors.times(centres, 1.0 / (1 << i)).add(window); // N,side,side,2
            seen.push_back(sampled(levels.get(i), around).reshape(b, h, w, (long) side * side));
          }
          return torch.cat(seen, 3).permute(0, 3, 1, 2).contiguous();
        });
  }

  private static Tensor sampled(Tensor level, Tensor places) {
    float[] scale = {(float) (2.0 / (level.size(3) - 1)), (float) (2.0 / (level.size(2) - 1))};
    Tensor scales = Tensor.create(scale, 2).to(places.device(), places.scalar_type());
    Tensor grid = Tensors.plus(places.mul(scales), -1);
    return torch.grid_sampler(level, grid, BILINEAR, ZEROS, true);
  }
}
