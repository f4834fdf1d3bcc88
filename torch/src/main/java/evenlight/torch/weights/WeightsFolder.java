package evenlight.torch.weights;

import evenlight.fusion.FusionSettings;
import evenlight.fusion.NoWeightsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The folder in which imported weights lie, a file for each method, named after its id.
 *
 * <p>It is the one that is given; else the one that the environment variable {@value #VARIABLE}
 * names; else {@code .evenlight/weights} in the user's home. The first of these that is named
 * counts, whether it holds the weights that are wanted or not.
 *
 * @param folder where it is; it need not exist
 */
public record WeightsFolder(Path folder) {
  /** Names the folder where no option does. */
  public static final String VARIABLE = "EVENLIGHT_WEIGHTS";

  private static final String ENDING = ".safetensors";

  /** The folder that is given, or the usual one. */
  public static WeightsFolder chosen(Optional<Path> given) {
    return chosen(given, System.getenv(), Path.of(System.getProperty("user.home", "")));
  }

  static WeightsFolder chosen(Optional<Path> given, Map<String, String> environment, Path home) {
    String variable = environment.getOrDefault(VARIABLE, "");
    Path usual =
        variable.isBlank() ? home.resolve(".evenlight").resolve("weights") : Path.of(variable);
    return new WeightsFolder(given.orElse(usual));
  }

  /**
   * The file with a method's parameters: the one that the settings name, else the one in their
   * folder.
   *
   * @param id of the method, or of the one of its trainings that is wanted: {@code ifcnn-max}
   * @param importArguments what follows {@code evenlight weights import} to get that file: {@code
   *     u2fusion model.ckpt.index}
   * @throws NoWeightsException if the settings name none and none lies in the folder
   */
  public static Path fileFor(FusionSettings settings, String id, String importArguments)
      throws NoWeightsException {
    if (settings.weights().isPresent()) {
      return settings.weights().get();
    }
    return chosen(settings.weightsFolder()).find(id, importArguments);
  }

  /** Where the weights of a method lie once they are imported. */
  public Path file(String id) {
    return folder.resolve(id + ENDING);
  }

  private Path find(String id, String importArguments) throws NoWeightsException {
    Path file = file(id);
    if (!Files.isRegularFile(file)) {
      throw new NoWeightsException(
          ("%s needs weights, which its authors published, but there are none at %s;"
                  + " get them by: evenlight weights import %s -o %s")
              .formatted(id, file, importArguments, file));
    }
    return file;
  }
}
