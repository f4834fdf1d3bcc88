package evenlight.torch.network;

import org.bytedeco.pytorch.Tensor;

/**
 * How well what the first picture shows at a place fits what the second one shows around another
 * place, on four levels of which each halves the second picture.
 */
interface RaftCorrelation {
  /** Numbers that a volume may have: 64 MiB. */
  long MOST = 1L << 24;

  /**
   * Correlations.
   *
   * @param places in the second picture's features, for each place of the first: x, y; B,2,h,w
   * @return B,4·(2r+1)²,h,w: level by level, window column by window column
   */
  Tensor at(Tensor places);

  /**
   * The volume of all correlations if that is small, as it is for the patches of a training; else
   * one that looks up what is asked for. They agree but for rounding.
   *
   * @param first features B,C,h,w
   * @param second features of the same shape
   */
  static RaftCorrelation of(Tensor first, Tensor second, int radius) {
    long places = first.size(2) * first.size(3);
    return first.size(0) * places * places <= MOST
        ? new CorrelationVolume(first, second, radius)
        : new CorrelationLookup(first, second, radius);
  }
}
