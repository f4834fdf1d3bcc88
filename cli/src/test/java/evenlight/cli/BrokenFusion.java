package evenlight.cli;

import evenlight.fusion.Device;
import evenlight.fusion.FusionMethod;
import evenlight.fusion.FusionMethodProvider;
import evenlight.fusion.FusionSettings;
import evenlight.fusion.MethodCard;
import evenlight.fusion.NativeLibraryException;
import java.net.URI;
import java.util.List;

/** Fails in the way that the number of threads and the device choose. */
public final class BrokenFusion implements FusionMethodProvider {
  static final String ID = "broken";

  @Override
  public MethodCard card() {
    return new MethodCard(
        ID,
        "Broken",
        MethodCard.Kind.LEARNED,
        "Fails.",
        "In tests.",
        2,
        false,
        List.of(),
        "none",
        "none",
        "none",
        "none",
        URI.create("https://example.org/broken"),
        "none",
        "Apache-2.0");
  }

  @Override
  public FusionMethod create(FusionSettings settings) {
    if (settings.device() == Device.CUDA) {
      throw new NativeLibraryException(
          "libtorch must run on this platform, but does not", new UnsatisfiedLinkError("none"));
    }
    if (settings.threads() == 1) {
      throw new OutOfMemoryError("Java heap space");
    }
    throw new IllegalStateException("first line\n  frame one\n  frame two");
  }
}
