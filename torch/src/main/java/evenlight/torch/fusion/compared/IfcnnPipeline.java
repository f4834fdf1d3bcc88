package evenlight.torch.fusion.compared;

import evenlight.filter.OpenCvClahe;
import evenlight.filter.Plane;
import evenlight.filter.Strips;
import evenlight.image.Image8;
import evenlight.image.reference.ColourfulChroma;
import evenlight.image.reference.LevelRounding;
import evenlight.image.reference.OpenCvYcrcb;
import evenlight.image.reference.PillowYcbcr;
import evenlight.torch.network.Ifcnn;
import evenlight.torch.tensor.TensorScope;
import evenlight.torch.tensor.Tensors;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.Tensor;

/**
 * The script of IFCNN for exposures: luminance by Pillow, three times over, through the network,
 * back to one channel by OpenCV's grey; the range from 16 to 235 and CLAHE; chroma weighted by its
 * distance from grey, its fraction cut off.
 *
 * @param clahe whether luminance is compressed and equalised
 * @param threads for what is not the network's work
 */
record IfcnnPipeline(Ifcnn network, Device device, boolean clahe, int threads) implements Pipeline {
  private static final int WHITE = Image8.WHITE;
  private static final double CLIP_LIMIT = 2;

  @Override
  public Image8 fuse(List<Image8> exposures) {
    List<Image8> ycbcr = exposures.stream().map(PillowYcbcr::toYcbcr).toList();
    Image8 grey = luminance(ycbcr);
    Image8 luminance = clahe ? equalised(compressed(grey)) : grey;
    return OpenCvYcrcb.toRgb(
        Image8.of(
            grey.height(), grey.width(), luminance.plane(0), chroma(ycbcr, 2), chroma(ycbcr, 1)));
  }

  private Image8 luminance(List<Image8> ycbcr) {
    Image8 model = ycbcr.get(0);
    Tensor fused =
        TensorScope.keepingResult(
            () -> network.forwardTiled(ycbcr.stream().map(this::input).toList(), Planes.TILE));
    float[] samples = Tensors.toArray(fused);
    byte[][] planes = new byte[3][];
    for (int c = 0; c < planes.length; c++) {
      float[] plane = Arrays.copyOfRange(samples, c * model.pixels(), (c + 1) * model.pixels());
      planes[c] = LevelRounding.TRUNCATED.of(plane, WHITE);
    }
    return OpenCvYcrcb.grey(Image8.of(model.height(), model.width(), planes));
  }

  private Tensor input(Image8 ycbcr) {
    return Planes.unit(ycbcr, 0, device).expand(1, 3, ycbcr.height(), ycbcr.width());
  }

  private static Image8 compressed(Image8 grey) {
    byte[] compressed = new byte[grey.pixels()];
    for (int i = 0; i < compressed.length; i++) {
      double share = grey.at(0, i) / (double) WHITE;
      compressed[i] = (byte) (share * 235 + (1 - share) * 16);
    }
    return Image8.of(grey.height(), grey.width(), compressed);
  }

  private Image8 equalised(Image8 grey) {
    double[] samples = new double[grey.pixels()];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = grey.at(0, i) / (double) WHITE;
    }
    Plane plane = Plane.of(grey.height(), grey.width(), samples);
    OpenCvClahe clahe8 = OpenCvClahe.of(plane, CLIP_LIMIT, WHITE, true, new Strips(threads));
    byte[] equalised = new byte[samples.length];
    double[] row = new double[grey.width()];
    for (int y = 0; y < grey.height(); y++) {
      System.arraycopy(samples, y * row.length, row, 0, row.length);
      clahe8.row(y, row);
      for (int x = 0; x < row.length; x++) {
        equalised[y * row.length + x] = LevelRounding.ROUNDED.of(row[x] * WHITE);
      }
    }
    return Image8.of(grey.height(), grey.width(), equalised);
  }

  private static byte[] chroma(List<Image8> ycbcr, int channel) {
    List<double[]> sources = ycbcr.stream().map(image -> new double[image.width()]).toList();
    int width = ycbcr.get(0).width();
    double[] row = new double[width];
    byte[] chroma = new byte[ycbcr.get(0).pixels()];
    for (int start = 0; start < chroma.length; start += width) {
      for (int k = 0; k < sources.size(); k++) {
        for (int x = 0; x < width; x++) {
          sources.get(k)[x] = ycbcr.get(k).at(channel, start + x);
        }
      }
      ColourfulChroma.OF_LEVELS.fuse(sources, row);
      for (int x = 0; x < width; x++) {
        chroma[start + x] = LevelRounding.TRUNCATED.of(row[x]);
      }
    }
    return chroma;
  }
}
