package evenlight.torch.training;

import evenlight.torch.training.data.BatchSource;
import evenlight.torch.training.data.TrainingBatch;

/**
 * A training that has not begun.
 *
 * @param <B> what is learned from at a time
 * @param batches where they come from
 * @param learner what learns
 * @param validation how it is tried
 */
record Course<B extends TrainingBatch>(
    BatchSource<B> batches, Learner<B> learner, Validation validation) {}
