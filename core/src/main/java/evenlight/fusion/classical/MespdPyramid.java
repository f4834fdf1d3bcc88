package evenlight.fusion.classical;

import evenlight.filter.BoxFilter;
import evenlight.filter.Strips;
import evenlight.image.Image;

/**
 * The scales of {@link MespdFusion}, from fine to coarse and back.
 *
 * <p>The finest scale has the exposures' channels, all others are grey: the bases of the scale
 * before, every second sample of every second row. λ halves from scale to scale. The fused detail
 * of the finest scale is kept in the planes of the result; every other scale holds its K bases only
 * until the next is made of them, and one plane of detail.
 */
final class MespdPyramid {
  private static final int RADIUS = 4;
  private static final int COARSEST_RADIUS = 3;
  private static final double FINEST_LAMBDA = 0.25;
  // The smaller side of the coarsest scale has about so many samples, as a power of two.
  private static final int COARSEST_SIZE_LOG = 5;

  private final Strips strips;

  MespdPyramid(Strips strips) {
    this.strips = strips;
  }

  /** How many scales there are between the finest and the coarsest. */
  static int intermediateScales(int height, int width) {
    int log = Integer.SIZE - 1 - Integer.numberOfLeadingZeros(Math.min(height, width));
    return Math.max(log - COARSEST_SIZE_LOG, 0);
  }

  /** The fused picture, clamped to [0,1]. */
  Image fuse(ExposureRows exposures) {
    int height = exposures.height();
    int width = exposures.width();
    float[][] planes = new float[exposures.channels()][height * width];
    MespdBases bases = new MespdBases(exposures.count(), halved(height), halved(width));
    decompose(exposures, RADIUS, FINEST_LAMBDA, new FinestSink(bases, planes));
    double[] base = fuse(bases, FINEST_LAMBDA / 2, intermediateScales(height, width));
    interpolate(
        base,
        height,
        width,
        (y, row) -> {
          for (float[] plane : planes) {
            addClamped(row, plane, y);
          }
        });
    return Image.of(height, width, planes);
  }

  /** The fused samples of a grey scale and all coarser ones. */
  private double[] fuse(MespdBases exposures, double lambda, int intermediateScales) {
    if (intermediateScales == 0) {
      return fuseCoarsest(exposures, lambda);
    }
    int height = exposures.height();
    int width = exposures.width();
    double[] fused = new double[height * width];
    MespdBases bases = new MespdBases(exposures.count(), halved(height), halved(width));
    decompose(exposures, RADIUS, lambda, new GreySink(bases, 2, fused));
    double[] base = fuse(bases, lambda / 2, intermediateScales - 1);
    interpolate(base, height, width, (y, row) -> add(row, fused, y));
    return fused;
  }

  private double[] fuseCoarsest(MespdBases exposures, double lambda) {
    int height = exposures.height();
    int width = exposures.width();
    double[] fused = new double[height * width];
    MespdBases bases = new MespdBases(exposures.count(), height, width);
    decompose(exposures, COARSEST_RADIUS, lambda, new GreySink(bases, 1, fused));
    double[] weighted = bases.weightedSum();
    BoxFilter box = new BoxFilter(height, width, COARSEST_RADIUS);
    double[] means = new double[width];
    for (int y = 0; y < height + COARSEST_RADIUS; y++) {
      if (y < height) {
        System.arraycopy(weighted, y * width, box.entering(), 0, width);
        box.enter();
      } else {
        box.enterZeros();
      }
      if (y >= COARSEST_RADIUS) {
        box.means(y - COARSEST_RADIUS, means);
        add(means, fused, y - COARSEST_RADIUS);
      }
    }
    return fused;
  }

  private void decompose(ExposureRows exposures, int radius, double lambda, MespdScale.Sink sink) {
    strips.run(exposures.height(), () -> new MespdScale(exposures, radius, lambda, sink));
  }

  private void interpolate(double[] coarse, int height, int width, MespdInterpolation.Sink sink) {
    strips.run(height, () -> new MespdInterpolation(coarse, height, width, RADIUS, sink));
  }

  private static int halved(int extent) {
    return (extent + 1) / 2;
  }

  private static void add(double[] row, double[] plane, int y) {
    for (int x = 0, i = y * row.length; x < row.length; x++, i++) {
      plane[i] += row[x];
    }
  }

  private static void addClamped(double[] row, float[] plane, int y) {
    for (int x = 0, i = y * row.length; x < row.length; x++, i++) {
      plane[i] = (float) Math.min(Math.max(plane[i] + row[x], 0), 1);
    }
  }

  private static void store(double[] row, float[] plane, int y) {
    for (int x = 0, i = y * row.length; x < row.length; x++, i++) {
      plane[i] = (float) row[x];
    }
  }

  /** Keeps what the finest scale finds: every second base, and the detail of all channels. */
  private static final class FinestSink implements MespdScale.Sink {
    private final MespdBases kept;
    private final float[][] planes;

    FinestSink(MespdBases kept, float[][] planes) {
      this.kept = kept;
      this.planes = planes;
    }

    @Override
    public void bases(int y, double[][] bases) {
      kept.keep(y, 2, bases);
    }

    @Override
    public void detail(int y, double[][] details) {
      for (int c = 0; c < planes.length; c++) {
        store(details[c], planes[c], y);
      }
    }
  }

  /** Keeps what a grey scale finds: bases at every place or every second, and the detail. */
  private static final class GreySink implements MespdScale.Sink {
    private final MespdBases kept;
    private final int step;
    private final double[] plane;

    GreySink(MespdBases kept, int step, double[] plane) {
      this.kept = kept;
      this.step = step;
      this.plane = plane;
    }

    @Override
    public void bases(int y, double[][] bases) {
      kept.keep(y, step, bases);
    }

    @Override
    public void detail(int y, double[][] details) {
      System.arraycopy(details[0], 0, plane, y * details[0].length, details[0].length);
    }
  }
}
