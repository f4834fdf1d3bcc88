/**
 * Scenes for training and measuring, found in the layouts that people have.
 *
 * <p>Uses {@code evenlight.text}. It names files and leaves them unread.
 */
@NullMarked
package evenlight.dataset;

import org.jspecify.annotations.NullMarked;
