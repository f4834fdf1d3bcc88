/**
 * Takes out of a bracket what moved between its exposures: the reference's content everywhere.
 *
 * <p>Uses {@code evenlight.image}, {@code evenlight.image.io}, {@code evenlight.filter} and {@code
 * evenlight.bracket}.
 */
@NullMarked
package evenlight.ghost;

import org.jspecify.annotations.NullMarked;
