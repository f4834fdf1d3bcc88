/**
 * Text that people and programs read: comma-separated values, pages from templates, names in the
 * order of their numbers.
 *
 * <p>Uses {@code evenlight.image.io}.
 */
@NullMarked
package evenlight.text;

import org.jspecify.annotations.NullMarked;
