/**
 * Pictures as planes of samples, and colour conversions named after their standard.
 *
 * <p>Uses nothing but the JDK.
 */
@NullMarked
package evenlight.image;

import org.jspecify.annotations.NullMarked;
