/**
 * What training sees: scenes as luminance or colours, kept within a stated memory, and patches of
 * them, drawn so that every batch depends on the seed and its number alone.
 *
 * <p>Uses {@code evenlight.dataset}, {@code evenlight.fusion} and {@code
 * evenlight.torch.training.plan}; knows no libtorch.
 */
@NullMarked
package evenlight.torch.training.data;

import org.jspecify.annotations.NullMarked;
