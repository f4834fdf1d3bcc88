/**
 * What a camera has written beside the pixels: when, how long, how bright, which way up.
 *
 * <p>Uses nothing of ours. Pixels are never decoded here.
 */
@NullMarked
package evenlight.image.metadata;

import org.jspecify.annotations.NullMarked;
