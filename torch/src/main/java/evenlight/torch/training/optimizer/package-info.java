/**
 * How parameters move: Adam, RMSProp, the running average, and their numbers into and out of files.
 *
 * <p>Uses {@code evenlight.torch.tensor}, {@code evenlight.torch.network}, {@code
 * evenlight.torch.weights} and {@code evenlight.torch.training.plan}.
 */
@NullMarked
package evenlight.torch.training.optimizer;

import org.jspecify.annotations.NullMarked;
