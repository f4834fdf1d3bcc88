/**
 * Scenes for training and measuring, found in the layouts that people have.
 *
 * <p>Uses nothing but the JDK: it names files and leaves them unread.
 */
@NullMarked
package evenlight.dataset;

import org.jspecify.annotations.NullMarked;
