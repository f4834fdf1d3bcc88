/**
 * Training: the plan, the patches, the steps, and what is kept of them.
 *
 * <p>Uses {@code evenlight.dataset}, {@code evenlight.torch.network}, {@code evenlight.torch.loss}
 * and {@code evenlight.torch.weights}.
 */
@NullMarked
package evenlight.torch.training;

import org.jspecify.annotations.NullMarked;
