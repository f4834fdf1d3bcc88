/**
 * Networks, one file for each published one.
 *
 * <p>Uses {@code evenlight.torch.block}, {@code evenlight.torch.tensor} and, to load and save
 * parameters, {@code evenlight.torch.weights}.
 */
@NullMarked
package evenlight.torch.network;

import org.jspecify.annotations.NullMarked;
