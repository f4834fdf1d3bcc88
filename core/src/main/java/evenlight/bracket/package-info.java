/**
 * Exposures of one scene and the bracket that they form.
 *
 * <p>Uses {@code evenlight.image}, {@code evenlight.image.metadata} and {@code evenlight.image.io}.
 */
@NullMarked
package evenlight.bracket;

import org.jspecify.annotations.NullMarked;
