/**
 * RAFT as what finds flow for {@code evenlight.flow}.
 *
 * <p>Uses {@code evenlight.torch.network}, {@code evenlight.torch.weights} and {@code
 * evenlight.torch.tensor}.
 */
@NullMarked
package evenlight.torch.flow;

import org.jspecify.annotations.NullMarked;
