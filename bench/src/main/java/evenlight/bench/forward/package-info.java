/**
 * Compares a network's way forward with plain convolutions.
 *
 * <p>Uses {@code evenlight.bench}, {@code evenlight.torch.network} and libtorch's convolution;
 * nothing uses it.
 */
@NullMarked
package evenlight.bench.forward;

import org.jspecify.annotations.NullMarked;
