package evenlight.evaluation;

import evenlight.bracket.Bracket;
import evenlight.bracket.Exposure;
import evenlight.bracket.ExtremePair;
import evenlight.dataset.Scene;
import evenlight.image.Image8;
import evenlight.image.io.Colour;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads the exposures and the ground truth of scenes, one way for all that is measured on them. */
final class SceneReader {
  private final Colour colour;
  private final Frames frames;

  SceneReader(Colour colour, Frames frames) {
    this.colour = colour;
    this.frames = frames;
  }

  /**
   * A scene in memory.
   *
   * @param bracket what is fused, darkest first
   * @param truth the ground truth, if there is one
   */
  record Loaded(Bracket bracket, Optional<Image8> truth) {
    /** The exposures as 8-bit samples. */
    List<Image8> sources() {
      return bracket.exposures().stream().map(Exposure::image).map(Image8::of).toList();
    }

    /** The names of the exposures' files. */
    List<String> names() {
      return bracket.exposures().stream()
          .map(exposure -> Path.of(exposure.name()).getFileName().toString())
          .toList();
    }
  }

  Loaded read(Scene scene) throws IOException {
    Bracket bracket = bracket(scene);
    Optional<Image8> truth = Optional.empty();
    if (scene.groundTruth().isPresent()) {
      truth = Optional.of(truth(scene.groundTruth().get(), bracket));
    }
    return new Loaded(bracket, truth);
  }

  private Bracket bracket(Scene scene) throws IOException {
    if (frames == Frames.ALL) {
      return Bracket.read(colour, scene.frames().toArray(Path[]::new));
    }
    if (scene.pairNamed()) {
      return Bracket.read(colour, scene.under(), scene.over());
    }
    return ExtremePair.of(Bracket.read(colour, scene.frames().toArray(Path[]::new)));
  }

  private Image8 truth(Path file, Bracket bracket) throws IOException {
    Image8 truth = PhotoScores.read(file, colour);
    if (truth.height() != bracket.height() || truth.width() != bracket.width()) {
      throw new IllegalArgumentException(
          "the ground truth must be as large as the exposures, %d×%d, but %s is %s (height×width)"
              .formatted(bracket.height(), bracket.width(), file, truth.size()));
    }
    return truth;
  }
}
