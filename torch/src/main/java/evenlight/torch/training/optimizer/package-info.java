/**
 * How parameters move: Adam, the running average, and the numbers of both into and out of files.
 *
 * <p>Uses {@code evenlight.torch.tensor}, {@code evenlight.torch.network}, {@code
 * evenlight.torch.weights} and {@code evenlight.torch.training.plan}.
 */
@NullMarked
package evenlight.torch.training.optimizer;

import org.jspecify.annotations.NullMarked;
