/**
 * Photographs in files: reading and writing PNG, JPEG and TIFF with 8 or 16 bits a sample.
 *
 * <p>Uses {@code evenlight.image} and {@code evenlight.image.metadata}.
 */
@NullMarked
package evenlight.image.io;

import org.jspecify.annotations.NullMarked;
