/**
 * The border to libtorch: natives, device, native memory, and planes as tensors.
 *
 * <p>The only place that loads natives. Uses {@code evenlight.image} and {@code evenlight.fusion}.
 */
@NullMarked
package evenlight.torch.tensor;

import org.jspecify.annotations.NullMarked;
