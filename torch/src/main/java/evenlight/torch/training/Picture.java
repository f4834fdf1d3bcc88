package evenlight.torch.training;

import evenlight.image.Image;

/**
 * A validation scene as it is fused now; luminance, one channel each.
 *
 * @param scene its name
 * @param under the darker frame of its default pair
 * @param over the brighter frame
 * @param fused what the network makes of them, clamped, in 8 bits
 */
public record Picture(String scene, Image under, Image over, Image fused) {}
