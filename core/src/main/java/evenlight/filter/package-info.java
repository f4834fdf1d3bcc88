/**
 * Planes of double samples, the windows that sum over them, and strips of rows for several threads.
 *
 * <p>Uses {@code evenlight.image}.
 */
@NullMarked
package evenlight.filter;

import org.jspecify.annotations.NullMarked;
