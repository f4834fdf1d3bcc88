/**
 * What a fusion method is, and the catalogue of all of them.
 *
 * <p>Uses {@code evenlight.bracket} and {@code evenlight.image}. Learned methods live in other
 * modules and arrive through {@link java.util.ServiceLoader}, so that nothing here needs natives.
 */
@NullMarked
package evenlight.fusion;

import org.jspecify.annotations.NullMarked;
