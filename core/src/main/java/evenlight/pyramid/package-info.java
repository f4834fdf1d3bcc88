/**
 * Gaussian and Laplacian pyramids of many planes at once: build, blend, collapse, a row at a time.
 *
 * <p>Uses nothing but the JDK: rows of doubles in, rows of doubles out.
 */
@NullMarked
package evenlight.pyramid;

import org.jspecify.annotations.NullMarked;
