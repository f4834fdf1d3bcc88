package evenlight.torch.network;

/**
 * Every choice in {@link Lcndr} that the paper's ablations turn or its text leaves open.
 *
 * @param width channels of the shallow features, 4 to 256 and a multiple of 4; the only width ever
 *     released is 32
 * @param collaborative the collaborative extraction module (C of Table IV) is there
 * @param selfAttention the self-attention module (S of Table IV) is there
 * @param edgeRevision the spatial gradient filter of the edge revision module (E of Table IV) is
 *     there; its two convolutions remain without it, as they make the mask
 * @param coordinateBlocks coordinate attention blocks, 1 to 3 (Table V)
 * @param tradeOff what happens at the end of each branch (Table VI)
 * @param coordinated CEM and SAM are joined before edge revision (Fig. 8); otherwise each module
 *     has an edge revision of its own and the two masks are averaged
 * @param sharedBranches both exposures use one set of parameters, as released
 * @param extraction how the terms of eq. (1) are combined
 * @param filter how eq. (4) and (5) are read
 * @param revision what the convolutions of the edge revision receive
 * @param filterPlace where the gradient filter stands
 * @param masks which values the masks can take
 * @param range on which scale of luminance the masks act
 * @param attentionGrid the greatest number of rows and of columns that attention works on, larger
 *     maps being averaged down to it; 0 for no limit
 * @param reduction how many times smaller than the exposures, in height and width, the pictures are
 *     that the modules see, 1 to 16; {@link LocalLinearModel} carries their result to full size
 */
public record LcndrConfig(
    int width,
    boolean collaborative,
    boolean selfAttention,
    boolean edgeRevision,
    int coordinateBlocks,
    TradeOff tradeOff,
    boolean coordinated,
    boolean sharedBranches,
    Extraction extraction,
    Filter filter,
    Revision revision,
    FilterPlace filterPlace,
    Masks masks,
    Range range,
    int attentionGrid,
    int reduction) {

  /** What a branch does with its exposure at its end, over-exposed branch first (Table VI). */
  public enum TradeOff {
    /** (a): both masks are added. */
    ADD_ADD,
    /** (b): added to the over-, multiplied with the under-exposed luminance. */
    ADD_MULTIPLY,
    /** (c): both masks are multiplied. */
    MULTIPLY_MULTIPLY,
    /** (d), the paper's choice: multiplied with the over-, added to the under-exposed luminance. */
    MULTIPLY_ADD
  }

  /** Readings of eq. (1), whose text says concatenation where the formula says sum. */
  public enum Extraction {
    /** Each coordinate attention block plus the pooled features, joined. */
    CONCATENATE,
    /** The formula to the letter: all terms added up. */
    SUM
  }

  /** Readings of eq. (4) and (5), as operators on each pixel. */
  public enum Filter {
    /** Eq. (4) and (5): the greater of the gradients here and one step down and right. */
    GREATEST,
    /** Eq. (5) alone: the gradient magnitude. */
    MAGNITUDE
  }

  /** What the two convolutions of the edge revision see. */
  public enum Revision {
    /** The features plus their gradients. */
    RESIDUAL,
    /** The gradients alone, as the text says; low frequencies are lost. */
    EDGES_ONLY
  }

  /** Where the gradient filter of the edge revision stands. */
  public enum FilterPlace {
    /** On all joined features, before the first convolution, as in the paper. */
    BEFORE_REDUCTION,
    /** On the features that the first convolution leaves, where there are fewer channels. */
    AFTER_REDUCTION
  }

  /** The values of the masks. */
  public enum Masks {
    /** Sigmoid for both: nothing can become darker than the exposure that a mask is added to. */
    POSITIVE,
    /** Sigmoid for masks that multiply, tanh for masks that are added. */
    SIGNED
  }

  /** The scale of luminance inside the network. */
  public enum Range {
    /** [0,1]. */
    UNIT,
    /** [-1,1], as released. */
    SYMMETRIC
  }

  /** Checks the numbers and that at least one module extracts features. */
  public LcndrConfig {
    require(width >= 4 && width <= 256 && width % 4 == 0, "width", "4 to 256 by 4", width);
    require(
        coordinateBlocks >= 1 && coordinateBlocks <= 3,
        "coordinateBlocks",
        "1 to 3",
        coordinateBlocks);
    require(
        attentionGrid == 0 || attentionGrid >= 4,
        "attentionGrid",
        "0, or 4 and more",
        attentionGrid);
    require(reduction >= 1 && reduction <= 16, "reduction", "1 to 16", reduction);
  }

  private static void require(boolean holds, String name, String allowed, Object found) {
    if (!holds) {
      throw new IllegalArgumentException(
          "%s of an LCNDR network must be %s, but is %s".formatted(name, allowed, found));
    }
  }

  /** The network of the paper, with the readings that docs/research.md gives reasons for. */
  public static LcndrConfig paper() {
    return new LcndrConfig(
        32,
        true,
        true,
        true,
        3,
        TradeOff.MULTIPLY_ADD,
        true,
        true,
        Extraction.CONCATENATE,
        Filter.GREATEST,
        Revision.RESIDUAL,
        FilterPlace.BEFORE_REDUCTION,
        Masks.POSITIVE,
        Range.UNIT,
        32,
        1);
  }

  /**
   * The network that ships: the paper's at half its width and on a quarter of the height and width,
   * with a signed mask on the under-exposed branch so that highlights need not clip, and the
   * gradient filter where it costs little.
   */
  public static LcndrConfig evenlight() {
    return new LcndrConfig(
        16,
        true,
        true,
        true,
        3,
        TradeOff.MULTIPLY_ADD,
        true,
        true,
        Extraction.CONCATENATE,
        Filter.GREATEST,
        Revision.RESIDUAL,
        FilterPlace.AFTER_REDUCTION,
        Masks.SIGNED,
        Range.SYMMETRIC,
        32,
        4);
  }

  /** The same with or without the collaborative extraction module. */
  public LcndrConfig withCollaborative(boolean there) {
    return with(there, selfAttention, edgeRevision, coordinateBlocks, tradeOff, coordinated);
  }

  /** The same with or without the self-attention module. */
  public LcndrConfig withSelfAttention(boolean there) {
    return with(collaborative, there, edgeRevision, coordinateBlocks, tradeOff, coordinated);
  }

  /** The same with or without the gradient filter of the edge revision module. */
  public LcndrConfig withEdgeRevision(boolean there) {
    return with(collaborative, selfAttention, there, coordinateBlocks, tradeOff, coordinated);
  }

  /** The same with another number of coordinate attention blocks. */
  public LcndrConfig withCoordinateBlocks(int count) {
    return with(collaborative, selfAttention, edgeRevision, count, tradeOff, coordinated);
  }

  /** The same with another trade-off. */
  public LcndrConfig withTradeOff(TradeOff other) {
    return with(collaborative, selfAttention, edgeRevision, coordinateBlocks, other, coordinated);
  }

  /** The same with CEM and SAM joined or apart. */
  public LcndrConfig withCoordinated(boolean joined) {
    return with(collaborative, selfAttention, edgeRevision, coordinateBlocks, tradeOff, joined);
  }

  private LcndrConfig with(
      boolean newCollaborative,
      boolean newSelfAttention,
      boolean newEdgeRevision,
      int newBlocks,
      TradeOff newTradeOff,
      boolean newCoordinated) {
    return new LcndrConfig(
        width,
        newCollaborative,
        newSelfAttention,
        newEdgeRevision,
        newBlocks,
        newTradeOff,
        newCoordinated,
        sharedBranches,
        extraction,
        filter,
        revision,
        filterPlace,
        masks,
        range,
        attentionGrid,
        reduction);
  }
}
