package evenlight.cli;

import evenlight.fusion.FusionMethod;
import evenlight.fusion.FusionMethods;
import evenlight.fusion.FusionSettings;
import evenlight.fusion.MethodCard;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which method fuses, and how it runs. */
final class MethodOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--method",
      paramLabel = "ID",
      defaultValue = FusionMethods.DEFAULT,
      description = {
        "How to fuse, see evenlight methods (default: ${DEFAULT-VALUE}).",
        "Options of a method follow its id: ID:NAME=VALUE."
      })
  private String method;

  @Option(
      names = "--weights",
      paramLabel = "FILE",
      description = "Parameters of a learned method (.safetensors) instead of the shipped ones.")
  private Optional<Path> weights;

  @Mixin private WeightsFolderOption folder;

  @Option(
      names = "--resolution",
      paramLabel = "auto|full|guided",
      description = {
        "In which size a network sees the images: full, that which it was made for; guided, fewer",
        "pixels, carried to full size by a model of all images; auto, full up to about two",
        "seconds. Short for the option of that name of a learned method (default: auto)."
      })
  private Optional<String> resolution;

  @Option(
      names = "--dtype",
      paramLabel = "auto|fp32|bf16",
      description = {
        "In which numbers a network computes: auto, bf16 at full resolution where the processor",
        "computes in it, else fp32. Short for the option of that name of a learned method",
        "(default: auto)."
      })
  private Optional<String> dtype;

  @Mixin private DeviceOptions where;

  private volatile @Nullable MethodCard card;
  private @Nullable FusionMethod created;
  private @Nullable Thread preparing;

  /**
   * The settings as given.
   *
   * @throws ParameterException if there is no such method or the settings contradict it
   */
  FusionSettings settings() {
    card();
    return new FusionSettings(
        weights, folder.given(), where.device(), where.threadCount(), Map.of());
  }

  /** The method, ready to fuse; the same one at every call. */
  synchronized FusionMethod create() throws IOException {
    FusionMethod made = created;
    if (made == null) {
      made = FusionMethods.named(methodId(), settings());
      created = made;
    }
    return made;
  }

  /**
   * Begins to make the method, so that it is ready when it is asked for: libtorch takes as long to
   * load as files to decode.
   */
  synchronized void prepare() {
    if (created == null && preparing == null) {
      Thread thread = new Thread(this::createQuietly, "prepare");
      preparing = thread;
      thread.start();
    }
  }

  private void createQuietly() {
    try {
      create();
    } catch (IOException | RuntimeException | LinkageError expected) {
      // whoever asks for the method gets the same
    }
  }

  /** Waits for what {@link #prepare} began: no process may end while natives load. */
  void settle() {
    Thread thread;
    synchronized (this) {
      thread = preparing;
      preparing = null;
    }
    try {
      if (thread != null) {
        thread.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * What the method is; the same one at every call, since a look through the catalogue makes all
   * its providers.
   *
   * @throws ParameterException if there is no such method
   */
  MethodCard card() {
    MethodCard known = card;
    if (known == null) {
      try {
        known = FusionMethods.card(methodId());
      } catch (IllegalArgumentException e) {
        throw new ParameterException(command.commandLine(), FailureMessage.of(e), e);
      }
      card = known;
    }
    return known;
  }

  DeviceOptions where() {
    return where;
  }

  /** The method with its options. */
  String methodId() {
    return method
        + resolution.map(":resolution="::concat).orElse("")
        + dtype.map(":dtype="::concat).orElse("");
  }
}
