/**
 * Compares fusion methods with other programs, end to end: wall time and peak memory of a process
 * of its own that reads photographs, fuses them and writes the result.
 *
 * <p>Uses {@code evenlight.bracket}, {@code evenlight.fusion} and {@code evenlight.image}; nothing
 * uses it.
 */
@NullMarked
package evenlight.bench;

import org.jspecify.annotations.NullMarked;
