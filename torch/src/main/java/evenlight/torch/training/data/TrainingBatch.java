package evenlight.torch.training.data;

import java.util.List;

/** What a network learns from at a time. */
public interface TrainingBatch {
  /** For each sample its scene and the files of its frames, for messages. */
  List<String> sources();
}
