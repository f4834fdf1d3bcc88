/** Benchmarks of inner loops, run by JMH. */
@NullMarked
package evenlight.bench.kernel;

import org.jspecify.annotations.NullMarked;
