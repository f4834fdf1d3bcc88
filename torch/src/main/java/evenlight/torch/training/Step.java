package evenlight.torch.training;

import java.time.Duration;

/**
 * A step that is done.
 *
 * @param step from 1
 * @param steps how many there will be
 * @param loss the mean over the step's batches
 * @param learningRate that it was taken with
 * @param gradientNorm of all parameters together, before it was clipped
 * @param elapsed that training took so far, in all its sessions
 */
public record Step(
    int step, int steps, double loss, double learningRate, double gradientNorm, Duration elapsed) {}
