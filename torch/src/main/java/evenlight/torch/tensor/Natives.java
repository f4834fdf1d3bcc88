package evenlight.torch.tensor;

import evenlight.fusion.NativeLibraryException;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.openblas.presets.openblas_nolapack;
import org.bytedeco.pytorch.global.torch;

/** Loads libtorch, once, and tells it to compute the same bits on every run. */
public final class Natives {
  private static boolean loaded;

  private Natives() {}

  /**
   * Loads the natives if they are not yet.
   *
   * @throws NativeLibraryException if there are none for this platform, or they do not load
   */
  public static synchronized void load() {
    if (loaded) {
      return;
    }
    try {
      Loader.load(torch.class);
      // libtorch shares work itself; OpenBLAS's own idle threads would spin and slow it down
      openblas_nolapack.blas_set_num_threads(1);
      torch.globalContext().setDeterministicAlgorithms(true, true);
      torch.globalContext().setDeterministicFillUninitializedMemory(false);
      torch.globalContext().setDeterministicCuDNN(true);
    } catch (LinkageError | RuntimeException e) {
      throw new NativeLibraryException(
          "learned methods need libtorch's natives for this platform, but none load on "
              + platform()
              + "; they exist for linux-x86_64, macosx-arm64, macosx-x86_64 and windows-x86_64"
              + " (add org.bytedeco:pytorch with that classifier, or build there)",
          e);
    }
    loaded = true;
  }

  /**
   * Sets how many threads one operation may use.
   *
   * @param threads 1 or more, or 0 for one per core
   */
  public static void useThreads(int threads) {
    load();
    torch.set_num_threads(threads == 0 ? Runtime.getRuntime().availableProcessors() : threads);
  }

  private static String platform() {
    return System.getProperty("org.bytedeco.javacpp.platform", defaultPlatform());
  }

  private static String defaultPlatform() {
    return System.getProperty("os.name") + " " + System.getProperty("os.arch");
  }
}
