package evenlight.torch.fusion.compared;

import evenlight.fusion.FusionSettings;
import evenlight.fusion.NoWeightsException;
import evenlight.torch.weights.WeightsFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A network whose weights its authors did not publish: it runs with those of a training. */
abstract class UnpublishedProvider extends ComparedProvider {
  UnpublishedProvider(Description description, List<PresetOption> options, int leastSize) {
    super(description, options, leastSize);
  }

  @Override
  final Path weightsFile(FusionSettings settings) throws NoWeightsException {
    if (settings.weights().isPresent()) {
      return settings.weights().get();
    }
    String id = weightsId(settings);
    WeightsFolder folder = WeightsFolder.chosen(settings.weightsFolder());
    Path file = folder.file(id);
    Path ofMethod = folder.file(card().id());
    if (!Files.isRegularFile(file) && Files.isRegularFile(ofMethod)) {
      return ofMethod;
    }
    if (!Files.isRegularFile(file)) {
      String hint = comesAlong() ? ", or choose parameters=retrained" : "";
      throw new NoWeightsException(
          ("%s needs weights, which its authors did not publish, but there are none at %s;"
                  + " lay those of a training there, or give their file%s")
              .formatted(id, file, hint));
    }
    return file;
  }
}
