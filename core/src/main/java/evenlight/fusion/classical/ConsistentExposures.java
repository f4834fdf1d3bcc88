package evenlight.fusion.classical;

import evenlight.filter.DiskMorphology;
import evenlight.filter.Strips;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.stream.LongStream;

/**
 * Exposures of a scene with motion, of which all show what the reference shows: places that do not
 * agree with it are replaced by the reference, brought to the exposure's brightness.
 *
 * <p>The reference is the exposure in the middle, of two in the middle the darker one. A place of
 * another exposure stays where
 *
 * <ul>
 *   <li>its structure is that of the reference ({@link StructureConsistency}), or the reference is
 *       too dark or too bright there to say, after an opening by a disk of radius 21 ({@link
 *       DiskMorphology});
 *   <li>and its local mean over 21×21, matched to the histogram of the reference's local means
 *       ({@link HistogramMatch}), differs from the reference's by at most 0.2.
 * </ul>
 *
 * <p>What replaces it is the reference's sample, each channel matched to the exposure's histogram
 * on 256 levels. Memory: a byte a pixel for each exposure but the reference, and for one exposure
 * at a time two more and a float.
 */
final class ConsistentExposures implements ExposureRows {
  private static final int RADIUS = 10;
  private static final int DISK_RADIUS = 2 * RADIUS + 1;
  private static final float GREATEST_DIFFERENCE = 0.2f;

  private final ExposureRows exposures;
  private final Strips strips;
  private final int reference;
  private final byte[][] consistent;
  private final float[][][] matched;

  /** Finds what has to be replaced; reads all exposures several times. */
  ConsistentExposures(ExposureRows exposures, Strips strips) {
    this.exposures = exposures;
    this.strips = strips;
    this.reference = (exposures.count() - 1) / 2;
    this.consistent = new byte[exposures.count()][0];
    this.matched = new float[exposures.count()][exposures.channels()][];
    for (int c = 0; c < exposures.channels(); c++) {
      long[] referenceHistogram = histogram(reference, c);
      for (int k = 0; k < exposures.count(); k++) {
        matched[k][c] = HistogramMatch.samples(referenceHistogram, histogram(k, c));
      }
    }
    for (int k = 0; k < exposures.count(); k++) {
      if (k != reference) {
        consistent[k] = consistent(k);
      }
    }
  }

  @Override
  public int count() {
    return exposures.count();
  }

  @Override
  public int channels() {
    return exposures.channels();
  }

  @Override
  public int height() {
    return exposures.height();
  }

  @Override
  public int width() {
    return exposures.width();
  }

  @Override
  public void row(int exposure, int channel, int y, double[] samples) {
    if (exposure == reference) {
      exposures.row(reference, channel, y, samples);
      return;
    }
    double[] replacement = new double[width()];
    exposures.row(exposure, channel, y, samples);
    exposures.row(reference, channel, y, replacement);
    for (int x = 0, i = y * width(); x < width(); x++, i++) {
      if (consistent[exposure][i] == 0) {
        samples[x] = matched[exposure][channel][HistogramMatch.level(replacement[x])];
      }
    }
  }

  /** Ones where an exposure stays, zeros where it is replaced. */
  private byte[] consistent(int exposure) {
    byte[] mask = new byte[height() * width()];
    byte[] levels = new byte[mask.length];
    float[] referenceMeans = new float[mask.length];
    StructureConsistency.Sink sink =
        (y, consistentRow, means, referenceMeansRow) -> {
          for (int x = 0, i = y * width(); x < width(); x++, i++) {
            mask[i] = (byte) (consistentRow[x] ? 1 : 0);
            levels[i] = (byte) HistogramMatch.level(means[x]);
            referenceMeans[i] = (float) referenceMeansRow[x];
          }
        };
    strips.run(
        height(), () -> new StructureConsistency(exposures, exposure, reference, RADIUS, sink));
    new DiskMorphology(height(), width(), DISK_RADIUS).open(mask);
    requireSimilarMeans(mask, levels, referenceMeans);
    return mask;
  }

  private static void requireSimilarMeans(byte[] mask, byte[] levels, float[] referenceMeans) {
    long[] from = new long[HistogramMatch.LEVELS];
    long[] to = new long[HistogramMatch.LEVELS];
    for (int i = 0; i < mask.length; i++) {
      from[Byte.toUnsignedInt(levels[i])]++;
      to[HistogramMatch.level(referenceMeans[i])]++;
    }
    float[] means = HistogramMatch.samples(from, to);
    for (int i = 0; i < mask.length; i++) {
      float difference = Math.abs(means[Byte.toUnsignedInt(levels[i])] - referenceMeans[i]);
      if (difference > GREATEST_DIFFERENCE) {
        mask[i] = 0;
      }
    }
  }

  private long[] histogram(int exposure, int channel) {
    AtomicLongArray histogram = new AtomicLongArray(HistogramMatch.LEVELS);
    strips.run(
        height(),
        () -> {
          double[] samples = new double[width()];
          return (from, to) -> {
            long[] counts = new long[HistogramMatch.LEVELS];
            for (int y = from; y < to; y++) {
              exposures.row(exposure, channel, y, samples);
              for (double sample : samples) {
                counts[HistogramMatch.level(sample)]++;
              }
            }
            for (int level = 0; level < counts.length; level++) {
              histogram.addAndGet(level, counts[level]);
            }
          };
        });
    return LongStream.range(0, HistogramMatch.LEVELS).map(i -> histogram.get((int) i)).toArray();
  }
}
