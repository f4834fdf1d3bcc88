/**
 * The paper's ablations: every variant of the network trained alike, evaluated, and laid out in
 * tables and pictures.
 *
 * <p>Uses {@code evenlight.torch.training}, {@code evenlight.torch.network} and {@code
 * evenlight.torch.weights}, and of the core {@code evenlight.evaluation}; fuses through the
 * catalogue of methods.
 */
@NullMarked
package evenlight.torch.ablation;

import org.jspecify.annotations.NullMarked;
