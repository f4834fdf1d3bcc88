package evenlight.torch.training.data;

import java.util.List;

/**
 * Pairs between which it is known how everything moved, channel by channel, row by row.
 *
 * @param size height and width of every picture
 * @param first RGB in [0,255]
 * @param second the same
 * @param flow steps to the right, then steps down
 * @param known ones where the flow is known, zeros elsewhere
 * @param sources for each pair its scene and the gap between its exposures, for messages
 */
public record FlowBatch(
    int size,
    List<float[]> first,
    List<float[]> second,
    List<float[]> flow,
    List<float[]> known,
    List<String> sources)
    implements TrainingBatch {}
