/**
 * Folders of scenes, for training and measuring.
 *
 * <p>Uses nothing but the JDK: it names files and leaves them unread.
 */
@NullMarked
package evenlight.dataset;

import org.jspecify.annotations.NullMarked;
