/**
 * The parts of a training plan: records that check their values, and nothing that acts on them.
 *
 * <p>Uses {@code evenlight.torch.loss}.
 */
@NullMarked
package evenlight.torch.training.plan;

import org.jspecify.annotations.NullMarked;
