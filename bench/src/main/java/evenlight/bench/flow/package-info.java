/**
 * Measures how far from the truth motion is found between exposures.
 *
 * <p>Uses {@code evenlight.bench}, {@code evenlight.flow}, {@code evenlight.opencv.align} and the
 * made-up motion of {@code evenlight.torch.training}; nothing uses it.
 */
@NullMarked
package evenlight.bench.flow;

import org.jspecify.annotations.NullMarked;
