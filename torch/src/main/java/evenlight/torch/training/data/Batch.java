package evenlight.torch.training.data;

import java.util.List;

/**
 * Patches that go through the network together, all in [0,1].
 *
 * @param size height and width of every patch
 * @param over the brighter exposures, row by row
 * @param under the darker exposures
 * @param brightness the wanted brightness
 * @param sources for each patch its scene and the files of its frames, for messages
 */
public record Batch(
    int size,
    List<float[]> over,
    List<float[]> under,
    List<float[]> brightness,
    List<String> sources) {}
