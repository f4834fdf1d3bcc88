package evenlight.opencv.align;

import evenlight.flow.FlowEstimator;
import evenlight.flow.FlowField;
import evenlight.image.Bt601;
import evenlight.image.Image;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_video.DISOpticalFlow;

/**
 * Flow without a network, as a yardstick: Kroeger, Timofte, Dai, Van Gool, "Fast optical flow using
 * dense inverse search", ECCV 2016, as OpenCV has it (preset medium), on luminance in 8 bits.
 */
public final class DisFlow implements FlowEstimator {
  private static final int WHITE = 255;

  private final int threads;

  /**
   * An estimator.
   *
   * @param threads how many may share the work; 0 means one per core
   */
  public DisFlow(int threads) {
    this.threads = threads;
  }

  @Override
  public FlowField flow(Image first, Image second) {
    Natives.prepare(threads);
    float[] steps = new float[2 * first.pixels()];
    try (PointerScope scope = new PointerScope()) {
      Mat flow = new Mat();
      DISOpticalFlow.create(DISOpticalFlow.PRESET_MEDIUM)
          .calc(luminance(first), luminance(second), flow);
      new FloatPointer(flow.data()).get(steps);
    }
    float[] x = new float[first.pixels()];
    float[] y = new float[first.pixels()];
    for (int i = 0; i < x.length; i++) {
      x[i] = steps[2 * i];
      y[i] = steps[2 * i + 1];
    }
    return new FlowField(first.height(), first.width(), x, y);
  }

  private static Mat luminance(Image image) {
    float[] luma = Bt601.luma(image);
    byte[] levels = new byte[luma.length];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = (byte) Math.rint(WHITE * Math.min(Math.max(luma[i], 0), 1));
    }
    Mat mat = new Mat(image.height(), image.width(), opencv_core.CV_8UC1);
    new BytePointer(mat.data()).put(levels);
    return mat;
  }

  @Override
  public String description() {
    return "OpenCV's DIS, preset medium";
  }
}
