/**
 * Drawing without the fonts and the graphics of the system: the same bits on every machine.
 *
 * <p>Uses {@code evenlight.image}.
 */
@NullMarked
package evenlight.image.draw;

import org.jspecify.annotations.NullMarked;
