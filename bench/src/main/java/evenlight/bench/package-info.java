/**
 * Compares fusion methods with other programs, end to end: wall time and peak memory of a process
 * of its own that reads photographs, fuses them and writes the result.
 *
 * <p>Also holds the study that chose the rule for colours. Uses {@code evenlight.bracket}, {@code
 * evenlight.dataset}, {@code evenlight.fusion}, {@code evenlight.image} and {@code
 * evenlight.metric}; nothing uses it.
 */
@NullMarked
package evenlight.bench;

import org.jspecify.annotations.NullMarked;
