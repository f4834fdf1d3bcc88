/**
 * A made-up scene of high dynamic range, and a camera that cannot hold it.
 *
 * <p>The renderer uses only exactly specified arithmetic, so that a picture has the same bits on
 * every machine. Uses {@code evenlight.image}, {@code evenlight.image.io} and {@code
 * evenlight.image.draw}.
 */
@NullMarked
package evenlight.demo;

import org.jspecify.annotations.NullMarked;
