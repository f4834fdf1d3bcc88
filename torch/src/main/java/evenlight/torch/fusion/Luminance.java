package evenlight.torch.fusion;

import evenlight.fusion.LuminanceRows;

/** The luminance of an exposure, or of exposures that were fused, in two sizes. */
interface Luminance {
  /** At full size; every thread makes its own reader. */
  LuminanceRows rows();

  /** In the size that the modules of the network see, in [0,1]. */
  float[] reduced();
}
