/**
 * The 8-bit arithmetic of other programs, bit for bit: what the published code of a method computes
 * between its files and its network, kept apart from how this project sees colours.
 *
 * <p>Uses {@code evenlight.image}. Nothing here is for pictures that only need to be good.
 */
@NullMarked
package evenlight.image.reference;

import org.jspecify.annotations.NullMarked;
