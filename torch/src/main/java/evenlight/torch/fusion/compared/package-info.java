/**
 * Published networks as their authors run them, to compare with: 8-bit pictures, their conversions
 * and roundings, and weights that are imported and never ship.
 *
 * <p>Uses {@code evenlight.fusion}, {@code evenlight.image.reference}, {@code
 * evenlight.torch.network} and {@code evenlight.torch.weights}; reached from elsewhere through
 * {@link java.util.ServiceLoader} alone.
 */
@NullMarked
package evenlight.torch.fusion.compared;

import org.jspecify.annotations.NullMarked;
