package evenlight.torch.training.data;

import java.util.List;

/**
 * The same patch of all exposures of one scene, in [0,1].
 *
 * @param size height and width
 * @param exposures channel by channel, row by row
 * @param sources the scene, for messages
 */
public record SequenceBatch(int size, List<float[]> exposures, List<String> sources)
    implements TrainingBatch {}
