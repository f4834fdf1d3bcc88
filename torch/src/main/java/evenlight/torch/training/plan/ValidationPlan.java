package evenlight.torch.training.plan;

/**
 * What validation sees of pictures.
 *
 * @param side the greatest height and width of their middle that it sees, 64 or more; 0 for whole
 *     pictures
 */
public record ValidationPlan(int side) {
  private static final int LEAST_SIDE = 64;

  /** Checks the side. */
  public ValidationPlan {
    Allowed.require(
        side == 0 || side >= LEAST_SIDE,
        "validation.side",
        "%d or more, or 0 for whole pictures".formatted(LEAST_SIDE),
        side);
  }

  /** The greatest height and width. */
  public int greatest() {
    return side == 0 ? Integer.MAX_VALUE : side;
  }
}
