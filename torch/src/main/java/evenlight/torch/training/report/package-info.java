/**
 * What is kept of a training run: figures as CSV and for TensorBoard, pictures, curves.
 *
 * <p>Uses {@code evenlight.torch.training}, {@code evenlight.image}, {@code evenlight.image.io},
 * {@code evenlight.image.draw} and {@code evenlight.filter}.
 */
@NullMarked
package evenlight.torch.training.report;

import org.jspecify.annotations.NullMarked;
