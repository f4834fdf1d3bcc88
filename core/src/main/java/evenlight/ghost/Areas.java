package evenlight.ghost;

/** Connected areas of a mask: places that touch along a side or at a corner. */
final class Areas {
  private static final byte KEPT = 2;

  private final int height;
  private final int width;
  private final int[] places;

  /** Says whether an area stays. */
  private interface Choice {
    boolean stays(int[] places, int count);
  }

  Areas(int height, int width) {
    this.height = height;
    this.width = width;
    this.places = new int[height * width];
  }

  /** Removes the areas of a mask of zeros and ones that have fewer places. */
  void removeSmaller(byte[] mask, int fewest) {
    choose(mask, (area, count) -> count >= fewest);
  }

  /** Removes the areas of a mask of zeros and ones that hold no 1 of another one. */
  void removeWithout(byte[] mask, byte[] seeds) {
    choose(
        mask,
        (area, count) -> {
          for (int i = 0; i < count; i++) {
            if (seeds[area[i]] == 1) {
              return true;
            }
          }
          return false;
        });
  }

  private void choose(byte[] mask, Choice choice) {
    for (int i = 0; i < mask.length; i++) {
      if (mask[i] == 1) {
        int count = collect(mask, i);
        if (!choice.stays(places, count)) {
          for (int k = 0; k < count; k++) {
            mask[places[k]] = 0;
          }
        }
      }
    }
    for (int i = 0; i < mask.length; i++) {
      mask[i] = (byte) (mask[i] == KEPT ? 1 : 0);
    }
  }

  /** Marks an area as kept and lists its places; how many there are. */
  private int collect(byte[] mask, int start) {
    mask[start] = KEPT;
    places[0] = start;
    int count = 1;
    for (int next = 0; next < count; next++) {
      int y = places[next] / width;
      int x = places[next] % width;
      for (int i = Math.max(y - 1, 0); i <= Math.min(y + 1, height - 1); i++) {
        for (int j = Math.max(x - 1, 0); j <= Math.min(x + 1, width - 1); j++) {
          int place = i * width + j;
          if (mask[place] == 1) {
            mask[place] = KEPT;
            places[count++] = place;
          }
        }
      }
    }
    return count;
  }
}
