package evenlight.torch.fusion;

import evenlight.fusion.ColourRule;

/** Brings LCNDR into the catalogue, with the weights that this project trained. */
public final class LcndrProvider extends ShippedLcndr {
  /** Makes the provider; nothing is loaded yet. */
  public LcndrProvider() {
    super(
        card(
            "lcndr",
            "LCNDR",
            "A network fuses luminance, guided by attention and revised edges; chroma follows the"
                + " luminance that a pixel has received.",
            "The default. Needs aligned exposures and libtorch.",
            ColourRule.FAITHFUL,
            Resolution.AUTO,
            "O(H·W): 0.4 s and 0.05 GB a megapixel on two cores, and 0.3 GB",
            "Trained by MEF-SSIM instead of the paper's loss, and with a rule of this project"
                + " instead of the paper's for chroma; docs/research.md lists every reading."));
  }
}
