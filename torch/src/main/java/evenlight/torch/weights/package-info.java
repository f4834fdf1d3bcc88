/**
 * Parameters of networks in files: safetensors, read and written without running any code.
 *
 * <p>Uses nothing of libtorch.
 */
@NullMarked
package evenlight.torch.weights;

import org.jspecify.annotations.NullMarked;
