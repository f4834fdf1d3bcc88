package evenlight.torch.network;

import evenlight.torch.tensor.TensorScope;
import evenlight.torch.tensor.Tensors;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;

/**
 * Correlations computed where they are looked up, in memory for the features and one part of the
 * places.
 *
 * <p>Means of correlations are correlations with means, so the second picture's features are halved
 * instead of the volume. A window's places are whole steps apart: (2r+2)² products with features at
 * whole places are mixed, all in the same shares.
 */
final class CorrelationLookup implements RaftCorrelation {
  /** Numbers that are gathered at a time: 64 MiB. */
  private static final long GATHERED = 1L << 24;

  private final Tensor first;
  private final List<Tensor> levels = new ArrayList<>();
  private final int radius;
  private final long part;

  CorrelationLookup(Tensor first, Tensor second, int radius) {
    this.first = Tensors.times(first, 1 / Math.sqrt((double) first.size(1)));
    this.radius = radius;
    long corners = 2L * radius + 2;
    part = Math.max(1, GATHERED / (corners * corners * first.size(1)));
    Tensor level = second;
    levels.add(level);
    while (levels.size() < RaftConfig.LEVELS) {
      level = CorrelationVolume.halved(level);
      levels.add(level);
    }
  }

  @Override
  public Tensor at(Tensor places) {
    return TensorScope.keepingResult(
        () -> {
          TensorVector all = new TensorVector();
          for (long b = 0; b < places.size(0); b++) {
            all.push_back(ofPicture(b, places.select(0, b)));
          }
          return torch.stack(all, 0);
        });
  }

  /** Of one picture: places 2,h,w to n,h,w. */
  private Tensor ofPicture(long b, Tensor places) {
    long h = places.size(1);
    long w = places.size(2);
    Tensor query = first.select(0, b).flatten(1, 2).transpose(0, 1).contiguous(); // h·w,C
    Tensor flat = places.flatten(1, 2); // 2,h·w
    TensorVector seen = new TensorVector();
    for (int i = 0; i < levels.size(); i++) {
      Tensor level = levels.get(i).select(0, b);
      Tensor around = Tensors.times(flat, 1.0 / (1 << i));
      seen.push_back(TensorScope.keepingResult(() -> ofLevel(query, level, around))); // (2r+1)²,h·w
    }
    return torch.cat(seen, 0).view(-1, h, w);
  }

  private Tensor ofLevel(Tensor query, Tensor level, Tensor places) {
    long height = level.size(1);
    long width = level.size(2);
    Tensor rows = level.flatten(1, 2).transpose(0, 1); // height·width,C
    Tensor table = Tensors.join(0, rows, torch.zeros(new long[] {1, rows.size(1)}, rows.options()));
    TensorVector parts = new TensorVector();
    for (long from = 0; from < query.size(0); from += part) {
      long count = Math.min(part, query.size(0) - from);
      Tensor some = query.narrow(0, from, count);
      Tensor x = places.select(0, 0).narrow(0, from, count);
      Tensor y = places.select(0, 1).narrow(0, from, count);
      parts.push_back(TensorScope.keepingResult(() -> mixed(some, table, x, y, height, width)));
    }
    return torch.cat(parts, 0).transpose(0, 1);
  }

  /** Of some places: N,C and N to N,(2r+1)². */
  private Tensor mixed(Tensor query, Tensor table, Tensor x, Tensor y, long height, long width) {
    Tensor left = x.floor();
    Tensor top = y.floor();
    long n = query.size(0);
    long corners = 2L * radius + 2;
    Tensor columns = corners(left, width); // N,corners
    Tensor rows = corners(top, height);
    Tensor places = Tensors.times(rows.unsqueeze(1), (double) width).add(columns.unsqueeze(2));
    Tensor inside =
        inside(rows, height).unsqueeze(1).logical_and(inside(columns, width).unsqueeze(2));
    Tensor index = torch.where(inside, places, new Scalar((double) (height * width)));
    Tensor gathered = table.index_select(0, index.to(ScalarType.Long).flatten()); // N·corners²,C
    Tensor products =
        gathered.view(n, corners * corners, -1).bmm(query.unsqueeze(2)).view(n, corners, corners);
    Tensor across = lerp(products, 1, x.sub(left).view(n, 1, 1));
    return lerp(across, 2, y.sub(top).view(n, 1, 1)).flatten(1, 2);
  }

  /** The whole places of a window around each; those far outside stay outside. */
  private Tensor corners(Tensor first, long extent) {
    ScalarOptional least = new ScalarOptional(new Scalar(-radius - 2.0));
    ScalarOptional most = new ScalarOptional(new Scalar((double) extent + radius + 1));
    Tensor steps = torch.arange(new Scalar(-radius), new Scalar(radius + 2.0), first.options());
    return first.clamp(least, most).unsqueeze(1).add(steps.unsqueeze(0));
  }

  private static Tensor inside(Tensor places, long extent) {
    return places.ge(new Scalar(0)).logical_and(places.lt(new Scalar((double) extent)));
  }

  private static Tensor lerp(Tensor products, long dimension, Tensor share) {
    long count = products.size(dimension) - 1;
    return products.narrow(dimension, 0, count).lerp(products.narrow(dimension, 1, count), share);
  }
}
