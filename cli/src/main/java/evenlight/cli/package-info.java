/**
 * The {@code evenlight} command: options in, one call into the other modules, results out.
 *
 * <p>One file per command; options that several commands share are mixins. Uses everything but
 * bytedeco, and is the only package that prints: results on stdout, all else on stderr.
 */
@NullMarked
package evenlight.cli;

import org.jspecify.annotations.NullMarked;
