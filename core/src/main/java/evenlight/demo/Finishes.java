package evenlight.demo;

/**
 * What furniture is covered with, at points in the frame of a box about its middle.
 *
 * @param noise of grain, weave and brush
 */
record Finishes(Noise noise) {
  static final Vec WALNUT = new Vec(0.1, 0.05, 0.026);

  /** Wood with its grain running along the depth of boards and flanks, across fronts. */
  RoundedBox.Finish wood(Vec colour, double gloss) {
    return (local, normal) -> {
      boolean top = Math.abs(normal.y()) > 0.5;
      boolean flank = Math.abs(normal.x()) > 0.5;
      double across = top ? local.x() : local.y();
      double along = top || flank ? local.z() : local.x();
      double rings = noise.fractal(across * 34 + 5, along * 3.5, 5);
      return Surface.glossy(colour.times(0.5 + rings), gloss);
    };
  }

  /** Coarse wool. */
  RoundedBox.Finish cloth(Vec colour) {
    return (local, normal) -> {
      double weave = noise.fractal(local.x() * 190 + local.z() * 120, local.y() * 190, 2);
      double nap = noise.fractal(local.x() * 9 + local.z() * 7, local.y() * 9, 3);
      return Surface.matt(colour.times(0.4 + 0.6 * weave + 0.6 * nap));
    };
  }

  /** An even coat of paint. */
  static RoundedBox.Finish paint(Vec colour) {
    return (local, normal) -> Surface.matt(colour);
  }

  /** A framed abstract painting on the left wall: u to the right, v up. */
  Surface painting(Vec local, Vec normal) {
    double u = -local.z() / 0.36;
    double v = local.y() / 0.3;
    double edge = Math.max(Math.abs(u), Math.abs(v));
    if (edge > 0.93) {
      return Surface.glossy(new Vec(0.45, 0.3, 0.09), 0.1);
    }
    if (edge > 0.72) {
      return Surface.matt(new Vec(0.7, 0.67, 0.6));
    }
    double brush = noise.fractal(u * 5 + 2, v * 14, 4);
    Vec sea = new Vec(0.02, 0.12, 0.32).mix(new Vec(0.1, 0.45, 0.5), brush);
    Vec sky = new Vec(0.75, 0.25, 0.06).mix(new Vec(0.8, 0.58, 0.2), brush);
    double sun = (u - 0.2) * (u - 0.2) + (v - 0.12) * (v - 0.12);
    return Surface.matt(sun < 0.03 ? new Vec(0.85, 0.7, 0.4) : v + 0.1 * brush < 0 ? sea : sky);
  }

  /** A framed print of a leaf on the right wall. */
  Surface print(Vec local, Vec normal) {
    double u = local.z() / 0.27;
    double v = local.y() / 0.36;
    if (Math.max(Math.abs(u), Math.abs(v)) > 0.92) {
      return Surface.matt(WALNUT);
    }
    double width =
        0.42 * (1 - v * v / 0.4) * (0.75 + 0.25 * StrictMath.cos(22 * (v - Math.abs(u))));
    boolean stem = v < 0 && v > -0.78 && Math.abs(u) < 0.02;
    double ink = 0.8 + 0.5 * noise.fractal(u * 9, v * 9, 3);
    return Surface.matt(
        stem || Math.abs(u) < width
            ? new Vec(0.06, 0.2, 0.12).times(ink)
            : new Vec(0.7, 0.66, 0.56));
  }
}
