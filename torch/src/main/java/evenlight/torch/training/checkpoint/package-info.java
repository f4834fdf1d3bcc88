/**
 * All that a training run needs to go on as if nothing had happened, in files.
 *
 * <p>Uses {@code evenlight.torch.weights}; knows no libtorch.
 */
@NullMarked
package evenlight.torch.training.checkpoint;

import org.jspecify.annotations.NullMarked;
