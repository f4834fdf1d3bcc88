/**
 * Building blocks that more than one network uses.
 *
 * <p>Uses {@code evenlight.torch.tensor}. Modules are made outside any scope and live as long as
 * the network that holds them.
 */
@NullMarked
package evenlight.torch.block;

import org.jspecify.annotations.NullMarked;
