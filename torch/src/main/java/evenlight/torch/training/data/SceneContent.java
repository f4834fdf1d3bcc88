package evenlight.torch.training.data;

import evenlight.bracket.Bracket;
import evenlight.image.Image;

/** What training keeps of pictures: channel by channel, row by row, one byte a sample. */
public interface SceneContent {
  /** Of a frame or of a ground truth. */
  byte[] of(Image rgb);

  /** What a fusion of a bracket should be like, in as many channels. */
  byte[] target(Bracket bracket);

  /** Whether a ground truth, where a scene has one, is the target itself. */
  boolean aimsAtTruth();

  /**
   * Whether every frame is kept at once; otherwise the default pair, others when they are drawn.
   */
  boolean keepsEveryFrame();
}
