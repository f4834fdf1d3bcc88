package evenlight.torch.training.plan;

/** Refuses values that a plan may not have, in the words in which the file has them. */
final class Allowed {
  private Allowed() {}

  static void require(boolean holds, String key, String allowed, Object found) {
    if (!holds) {
      throw new IllegalArgumentException(
          "%s of a training plan must be %s, but is %s".formatted(key, allowed, found));
    }
  }

  static void requireAtLeast(String key, int found, int least) {
    require(found >= least, key, least + " or more", found);
  }

  static void requireWithin(String key, double found, double least, double most) {
    require(found >= least && found <= most, key, "%s to %s".formatted(least, most), found);
  }
}
