/**
 * Methods × scenes × metrics: from photographs on disk to tables and a report.
 *
 * <p>Uses all other packages of this module but {@code evenlight.demo}.
 */
@NullMarked
package evenlight.evaluation;

import org.jspecify.annotations.NullMarked;
