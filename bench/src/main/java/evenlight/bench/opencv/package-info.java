/** OpenCV as a contestant; the only place here that uses natives. */
@NullMarked
package evenlight.bench.opencv;

import org.jspecify.annotations.NullMarked;
