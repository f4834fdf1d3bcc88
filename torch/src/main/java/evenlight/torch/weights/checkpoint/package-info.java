/**
 * Tensors out of checkpoints of other programs: PyTorch's, as zip archives and as the files before
 * them, and TensorFlow's.
 *
 * <p>Nothing in a file is executed, and every size is checked against the file before memory is
 * taken for it. Uses nothing of libtorch and nothing of ours.
 */
@NullMarked
package evenlight.torch.weights.checkpoint;

import org.jspecify.annotations.NullMarked;
