/** Records as JSON, strictly. Uses nothing of ours. */
@NullMarked
package evenlight.json;

import org.jspecify.annotations.NullMarked;
