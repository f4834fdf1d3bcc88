/**
 * Losses, on luminance tensors B,1,H,W in [0,1].
 *
 * <p>Uses {@code evenlight.torch.tensor}.
 */
@NullMarked
package evenlight.torch.loss;

import org.jspecify.annotations.NullMarked;
