package evenlight.opencv.align;

import evenlight.fusion.NativeLibraryException;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.opencv.global.opencv_calib3d;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_features2d;

/** Loads OpenCV, once, and makes its random numbers the same on every run. */
final class Natives {
  private static final int SEED = 1;
  private static boolean loaded;

  private Natives() {}

  /**
   * Loads the natives if they are not yet.
   *
   * @throws NativeLibraryException if there are none for this platform, or they do not load
   */
  static synchronized void load() {
    if (loaded) {
      return;
    }
    try {
      Loader.load(opencv_features2d.class);
      Loader.load(opencv_calib3d.class);
    } catch (LinkageError | RuntimeException e) {
      throw new NativeLibraryException(
          "alignment needs OpenCV's natives for this platform, but none load on "
              + Loader.getPlatform()
              + "; they exist for linux-x86_64, macosx-arm64, macosx-x86_64 and windows-x86_64"
              + " (add org.bytedeco:opencv with that classifier, or build there)",
          e);
    }
    loaded = true;
  }

  /**
   * Loads them, seeds the calling thread's random numbers, and sets how many threads share work.
   */
  static void prepare(int threads) {
    load();
    opencv_core.setRNGSeed(SEED);
    opencv_core.setNumThreads(threads == 0 ? Runtime.getRuntime().availableProcessors() : threads);
  }
}
