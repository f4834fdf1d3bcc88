/**
 * Alignment: patches that are found again from coarse to fine, features where that finds nothing,
 * the smallest transform that explains matches held out, and the warp.
 *
 * <p>Uses core's images, filters, brackets and {@code evenlight.align}. Only {@code Natives},
 * {@code FeatureGuess} and {@code PlaneWarp} know OpenCV.
 */
@NullMarked
package evenlight.opencv.align;

import org.jspecify.annotations.NullMarked;
