package evenlight.torch.network;

import evenlight.torch.network.LcndrConfig.Extraction;
import evenlight.torch.network.LcndrConfig.Filter;
import evenlight.torch.network.LcndrConfig.FilterPlace;
import evenlight.torch.network.LcndrConfig.Masks;
import evenlight.torch.network.LcndrConfig.Range;
import evenlight.torch.network.LcndrConfig.Revision;
import evenlight.torch.network.LcndrConfig.TradeOff;
import java.util.ArrayList;
import java.util.List;

/** Configurations that together turn every switch of {@link LcndrConfig}. */
final class LcndrVariants {
  private LcndrVariants() {}

  static LcndrConfig of(LcndrConfig base, int width, int blocks, int grid) {
    return of(base, width, blocks, grid, base.reduction());
  }

  static LcndrConfig of(LcndrConfig base, int width, int blocks, int grid, int reduction) {
    return new LcndrConfig(
        width,
        base.collaborative(),
        base.selfAttention(),
        base.edgeRevision(),
        blocks,
        base.tradeOff(),
        base.coordinated(),
        base.sharedBranches(),
        base.extraction(),
        base.filter(),
        base.revision(),
        base.filterPlace(),
        base.masks(),
        base.range(),
        grid,
        reduction);
  }

  static List<LcndrConfig> all() {
    List<LcndrConfig> variants = new ArrayList<>();
    variants.add(of(LcndrConfig.paper(), 8, 3, 0));
    variants.add(of(LcndrConfig.paper(), 8, 1, 4));
    variants.add(of(LcndrConfig.evenlight(), 8, 2, 8));
    for (boolean[] modules :
        new boolean[][] {
          {true, false, true}, {false, true, true}, {true, true, false}, {false, false, true}
        }) {
      variants.add(variant(modules[0], modules[1], modules[2], true, true, TradeOff.MULTIPLY_ADD));
    }
    for (TradeOff tradeOff : TradeOff.values()) {
      variants.add(variant(true, true, true, true, true, tradeOff));
    }
    variants.add(variant(true, true, true, false, true, TradeOff.MULTIPLY_ADD));
    variants.add(variant(true, true, true, true, false, TradeOff.MULTIPLY_ADD));
    variants.add(
        new LcndrConfig(
            8,
            true,
            true,
            true,
            3,
            TradeOff.ADD_ADD,
            false,
            false,
            Extraction.SUM,
            Filter.MAGNITUDE,
            Revision.EDGES_ONLY,
            FilterPlace.BEFORE_REDUCTION,
            Masks.SIGNED,
            Range.UNIT,
            8,
            2));
    return variants;
  }

  private static LcndrConfig variant(
      boolean collaborative,
      boolean selfAttention,
      boolean edgeRevision,
      boolean coordinated,
      boolean shared,
      TradeOff tradeOff) {
    return new LcndrConfig(
        8,
        collaborative,
        selfAttention,
        edgeRevision,
        3,
        tradeOff,
        coordinated,
        shared,
        Extraction.CONCATENATE,
        Filter.GREATEST,
        Revision.RESIDUAL,
        FilterPlace.BEFORE_REDUCTION,
        Masks.POSITIVE,
        Range.SYMMETRIC,
        8,
        1);
  }
}
