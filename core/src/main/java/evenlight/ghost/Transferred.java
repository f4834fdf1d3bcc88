package evenlight.ghost;

import evenlight.image.Image;
import java.util.Arrays;

/**
 * Another exposure, brought to the brightness of the one that is foretold.
 *
 * @param source the other exposure, at any size
 * @param transfer from it to the one that is foretold
 */
record Transferred(Image source, ExposureTransfer transfer) implements Forecast {
  @Override
  public void row(int y, float[][] samples, float[] trust) {
    Arrays.fill(trust, 1);
    for (int c = 0; c < samples.length; c++) {
      float[] row = samples[c];
      ToneTransfer curve = transfer.channel(c);
      source.row(c, y, row);
      for (int x = 0; x < trust.length; x++) {
        trust[x] = Math.min(trust[x], curve.trust(row[x]));
        row[x] = curve.at(row[x]);
      }
    }
  }
}
