package evenlight.torch.training.data;

import java.util.List;

/**
 * Patches of pairs that go through the network together, all in [0,1], channel by channel, row by
 * row.
 *
 * @param size height and width of every patch
 * @param over the brighter exposures
 * @param under the darker exposures
 * @param target what the content of their scenes gives as such: the wanted brightness, or a picture
 * @param sources for each patch its scene and the files of its frames, for messages
 */
public record Batch(
    int size, List<float[]> over, List<float[]> under, List<float[]> target, List<String> sources)
    implements TrainingBatch {}
