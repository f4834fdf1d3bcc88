/**
 * Parameters of networks in files: safetensors, read and written without running any code.
 *
 * <p>Uses nothing of libtorch. Imported ones lie in a {@link WeightsFolder}.
 */
@NullMarked
package evenlight.torch.weights;

import org.jspecify.annotations.NullMarked;
