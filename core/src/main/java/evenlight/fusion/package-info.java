/**
 * What a fusion method is, the catalogue of all of them, and the rules by which fused luminance
 * gets its colour.
 *
 * <p>Uses {@code evenlight.bracket}, {@code evenlight.filter} and {@code evenlight.image}. Learned
 * methods live in other modules and arrive through {@link java.util.ServiceLoader}, so that nothing
 * here needs natives.
 */
@NullMarked
package evenlight.fusion;

import org.jspecify.annotations.NullMarked;
