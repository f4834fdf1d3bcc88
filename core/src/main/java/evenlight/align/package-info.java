/**
 * Where the frames of a bracket lie over one another: transforms, how far they can be trusted, the
 * area that all frames show, and the file that keeps them.
 *
 * <p>Uses {@code evenlight.image}, {@code evenlight.image.io}, {@code evenlight.bracket} and {@code
 * evenlight.json}. What finds transforms and what warps pictures implements {@link
 * evenlight.align.Aligner} in another module.
 */
@NullMarked
package evenlight.align;

import org.jspecify.annotations.NullMarked;
