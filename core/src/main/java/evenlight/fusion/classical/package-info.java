/**
 * Fusion methods without parameters to learn, one class each, in pure Java.
 *
 * <p>Uses {@code evenlight.fusion}, {@code evenlight.pyramid}, {@code evenlight.bracket} and {@code
 * evenlight.image}.
 */
@NullMarked
package evenlight.fusion.classical;

import org.jspecify.annotations.NullMarked;
