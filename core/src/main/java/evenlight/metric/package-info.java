/**
 * Metrics of fused images, one class each, with a card that states its conventions.
 *
 * <p>Uses {@code evenlight.filter} and {@code evenlight.image}; double precision, no natives.
 */
@NullMarked
package evenlight.metric;

import org.jspecify.annotations.NullMarked;
