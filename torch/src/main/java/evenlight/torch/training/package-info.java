/**
 * Training: the plan, the steps, the validations, and what is kept of them.
 *
 * <p>Uses {@code evenlight.dataset}, {@code evenlight.metric}, {@code evenlight.torch.network},
 * {@code evenlight.torch.loss}, {@code evenlight.torch.weights} and its own packages below, which
 * do not use it.
 */
@NullMarked
package evenlight.torch.training;

import org.jspecify.annotations.NullMarked;
