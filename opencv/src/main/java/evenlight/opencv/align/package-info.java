/**
 * Alignment: patches that are found again from coarse to fine, features where that finds nothing,
 * the smallest transform that explains matches held out, and the warp.
 *
 * <p>Uses core's images, filters, brackets, {@code evenlight.align} and, for a yardstick, {@code
 * evenlight.flow}. Only what finds features, warps and loads natives knows OpenCV.
 */
@NullMarked
package evenlight.opencv.align;

import org.jspecify.annotations.NullMarked;
