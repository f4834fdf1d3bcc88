/**
 * Compares a step of training with the same in PyTorch.
 *
 * <p>Uses {@code evenlight.bench}, {@code evenlight.torch.training} and libtorch's convolution;
 * nothing uses it.
 */
@NullMarked
package evenlight.bench.training;

import org.jspecify.annotations.NullMarked;
