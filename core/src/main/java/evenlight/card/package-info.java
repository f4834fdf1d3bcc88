/**
 * Which photographs of a camera's card are the exposures of one bracket.
 *
 * <p>Uses {@code evenlight.image} and what is below it, {@code evenlight.filter} and {@code
 * evenlight.text}. What is found is a function of the shots: no clock, no chance.
 */
@NullMarked
package evenlight.card;

import org.jspecify.annotations.NullMarked;
