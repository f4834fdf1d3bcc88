/**
 * Folders of scenes, for training and measuring.
 *
 * <p>Uses {@code evenlight.bracket} and {@code evenlight.image.io}.
 */
@NullMarked
package evenlight.dataset;

import org.jspecify.annotations.NullMarked;
