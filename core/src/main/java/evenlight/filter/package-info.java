/**
 * Planes of double samples and the windows that sum over them.
 *
 * <p>Uses {@code evenlight.image}.
 */
@NullMarked
package evenlight.filter;

import org.jspecify.annotations.NullMarked;
