/**
 * Weights that the authors of networks published, made into weights as they are read here: which
 * tensors each network has, and what becomes of a checkpoint.
 *
 * <p>Uses nothing of libtorch.
 */
@NullMarked
package evenlight.torch.weights.published;

import org.jspecify.annotations.NullMarked;
