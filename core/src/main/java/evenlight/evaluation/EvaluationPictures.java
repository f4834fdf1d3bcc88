package evenlight.evaluation;

import evenlight.image.Image8;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The pictures of an evaluation, read when they are asked for. */
public interface EvaluationPictures {
  /** The exposures of a scene that were fused, darkest first. */
  List<Image8> sources(String scene) throws IOException;

  /** The ground truth of a scene, if it has one. */
  Optional<Image8> reference(String scene) throws IOException;

  /** What a method made of a scene; the row of the two must not have failed. */
  Image8 fused(String method, String scene) throws IOException;
}
