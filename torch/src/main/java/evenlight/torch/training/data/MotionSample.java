package evenlight.torch.training.data;

import evenlight.flow.FlowField;
import evenlight.image.Image;

/**
 * Two pictures between which it is known how everything moved.
 *
 * @param source the scene that they are made of
 * @param gap between their exposures, in EV
 * @param first RGB in [0,1]
 * @param second of the same size
 * @param flow from the first to the second
 * @param known ones where the flow is known: where the scene has pixels
 */
@SuppressWarnings("ArrayRecordComponent") // large; equality is not needed
public record MotionSample(
    String source, double gap, Image first, Image second, FlowField flow, byte[] known) {}
