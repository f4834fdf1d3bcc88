/**
 * The learned methods as fusion methods, with the weights that ship.
 *
 * <p>Uses {@code evenlight.fusion}, {@code evenlight.torch.network} and {@code
 * evenlight.torch.weights}; reached from elsewhere through {@link java.util.ServiceLoader} alone.
 */
@NullMarked
package evenlight.torch.fusion;

import org.jspecify.annotations.NullMarked;
