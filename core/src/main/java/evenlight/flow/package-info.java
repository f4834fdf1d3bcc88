/**
 * Dense motion between exposures: fields, whether they are to be believed, frames brought by them
 * to lie over a reference. What finds the flow is provided by other modules.
 *
 * <p>Uses {@code evenlight.align}, {@code evenlight.bracket}, {@code evenlight.filter}, {@code
 * evenlight.fusion}, {@code evenlight.ghost} and {@code evenlight.image}.
 */
@NullMarked
package evenlight.flow;

import org.jspecify.annotations.NullMarked;
