package evenlight.fusion;

import java.io.IOException;

/** Brings a fusion method into the catalogue; found by {@link java.util.ServiceLoader}. */
public interface FusionMethodProvider {
  /** What the method is; cheap, and without natives. */
  MethodCard card();

  /**
   * Makes the method ready to fuse.
   *
   * @throws IOException if its weights cannot be read
   * @throws IllegalArgumentException if the settings name something that the method has not
   * @throws NativeLibraryException if it needs natives that this platform has not
   */
  FusionMethod create(FusionSettings settings) throws IOException;
}
