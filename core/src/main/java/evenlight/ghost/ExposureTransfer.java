package evenlight.ghost;

import evenlight.filter.Strips;
import evenlight.image.Image;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What one exposure shows where another one has given colours: a curve for each channel.
 *
 * <p>The curves are fitted to all pixels, then twice more to those alone that the curves before
 * explain to 0.1 in every channel, so that what moved has no say; unless fewer than 30 % would be
 * left, when all have.
 */
final class ExposureTransfer {
  private static final int CHANNELS = 3;
  private static final int FITS = 3;
  private static final float FARTHEST = 0.1f;
  private static final double LEAST_SHARE = 0.3;

  /** The trust from which on a prediction is compared. */
  static final float TRUSTED = 0.5f;

  private final List<ToneTransfer> channels;

  /** Ones where the last fit looked. */
  private final byte[] typical;

  private ExposureTransfer(List<ToneTransfer> channels, byte[] typical) {
    this.channels = channels;
    this.typical = typical;
  }

  /** The curves from one picture to another of the same size. */
  static ExposureTransfer between(Image from, Image to, Strips strips) {
    byte[] all = new byte[from.pixels()];
    Arrays.fill(all, (byte) 1);
    return between(from, to, all, strips);
  }

  /**
   * The same, fitted to some of the pixels.
   *
   * @param all ones where the pictures are to be looked at; one at least
   */
  static ExposureTransfer between(Image from, Image to, byte[] all, Strips strips) {
    ExposureTransfer transfer = new ExposureTransfer(fit(from, to, all), all);
    for (int i = 1; i < FITS; i++) {
      byte[] explained = transfer.explained(from, to, strips);
      for (int at = 0; at < explained.length; at++) {
        explained[at] &= all[at];
      }
      long count = IntStream.range(0, explained.length).filter(at -> explained[at] == 1).count();
      byte[] typical = count < LEAST_SHARE * explained.length ? all : explained;
      transfer = new ExposureTransfer(fit(from, to, typical), typical);
    }
    return transfer;
  }

  private static List<ToneTransfer> fit(Image from, Image to, byte[] chosen) {
    return IntStream.range(0, CHANNELS)
        .parallel()
        .mapToObj(
            c ->
                ToneTransfer.between(
                    ToneTransfer.histogram(from.plane(c), chosen),
                    ToneTransfer.histogram(to.plane(c), chosen)))
        .toList();
  }

  private byte[] explained(Image from, Image to, Strips strips) {
    int width = from.width();
    byte[] explained = new byte[from.pixels()];
    strips.run(
        from.height(),
        () -> {
          float[][] predicted = new float[CHANNELS][width];
          float[] trust = new float[width];
          float[] shown = new float[width];
          Transferred forecast = new Transferred(from, this);
          return (first, end) -> {
            for (int y = first; y < end; y++) {
              forecast.row(y, predicted, trust);
              Arrays.fill(explained, y * width, (y + 1) * width, (byte) 1);
              for (int c = 0; c < CHANNELS; c++) {
                to.row(c, y, shown);
                for (int x = 0; x < width; x++) {
                  if (trust[x] >= TRUSTED && Math.abs(predicted[c][x] - shown[x]) > FARTHEST) {
                    explained[y * width + x] = 0;
                  }
                }
              }
            }
          };
        });
    return explained;
  }

  /** The curve of a channel. */
  ToneTransfer channel(int channel) {
    return channels.get(channel);
  }

  /** Whether the curves explain the pixel at this place, so that it tells how well they do. */
  boolean isTypical(int place) {
    return typical[place] == 1;
  }
}
