package evenlight.torch.fusion;

import evenlight.fusion.ColourRule;

/** Brings LCNDR as its paper has it into the catalogue: its loss, its chroma. */
public final class LcndrPaperProvider extends ShippedLcndr {
  /** Makes the provider; nothing is loaded yet. */
  public LcndrPaperProvider() {
    super(
        card(
            "lcndr-paper",
            "LCNDR, as in the paper",
            "The paper's network, trained by the paper's loss; chroma is weighted by its distance"
                + " from grey.",
            "To compare with: what the paper's loss reaches. For pictures, lcndr is better.",
            ColourRule.PAPER,
            Resolution.FULL,
            "O(H·W): 10 s a megapixel on two cores; 0.05 GB a megapixel and 1 GB",
            "docs/research.md lists every reading."));
  }
}
