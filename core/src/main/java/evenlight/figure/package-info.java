/** Pictures side by side, with enlarged details, as figures show them. */
@NullMarked
package evenlight.figure;

import org.jspecify.annotations.NullMarked;
