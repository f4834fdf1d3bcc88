/**
 * Fusion methods without parameters to learn, one class each, in pure Java.
 *
 * <p>Uses {@code evenlight.fusion}, {@code evenlight.bracket}, {@code evenlight.image}, {@code
 * evenlight.filter} and {@code evenlight.pyramid}.
 */
@NullMarked
package evenlight.fusion.classical;

import org.jspecify.annotations.NullMarked;
