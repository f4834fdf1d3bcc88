package evenlight.torch.training;

import evenlight.dataset.Scene;
import evenlight.dataset.Scene.Split;
import evenlight.torch.training.data.Batch;
import evenlight.torch.training.data.PatchSampler;
import evenlight.torch.training.data.PlaneCache;
import evenlight.torch.training.data.SceneContent;
import evenlight.torch.training.data.TrainingScene;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.Module;

/**
 * What a course is made of.
 *
 * @param scenes for training and for validation
 * @param cache for what is read of them
 * @param device where networks compute
 */
record Material(List<Scene> scenes, PlaneCache cache, Device device) {
  /** The scenes of one use, read. */
  List<TrainingScene> read(Split split, SceneContent content) throws IOException {
    List<TrainingScene> read = new ArrayList<>();
    for (Scene scene : scenes) {
      if (scene.split() == split) {
        read.add(TrainingScene.read(scene, content, cache));
      }
    }
    return read;
  }

  /** Where a plan takes its patches from. */
  PatchSampler sampler(TrainingPlan plan, SceneContent content) throws IOException {
    return new PatchSampler(read(Split.TRAIN, content), plan.patches(), plan.run().seed());
  }

  /** A course of patches of pairs, validated on whole pictures. */
  <M extends Module> Course<Batch> pairs(
      TrainingPlan plan, SceneContent content, PairSubject<M> subject) throws IOException {
    return pairs(plan, content, subject, FusionValidation.WHOLE);
  }

  /**
   * A course of patches of pairs.
   *
   * @param side of the middle of pictures that validation sees
   */
  <M extends Module> Course<Batch> pairs(
      TrainingPlan plan, SceneContent content, PairSubject<M> subject, int side)
      throws IOException {
    PatchSampler sampler = sampler(plan, content);
    List<TrainingScene> validation = read(Split.VAL, content);
    NetworkLearner<M, Batch> learner =
        new NetworkLearner<>(
            new PairTrainee<>(subject), plan.optimizer(), plan.run().seed(), device);
    M network = learner.average();
    FusionValidation.Middle middle = new FusionValidation.Middle(side, subject.multiple());
    return new Course<>(
        sampler,
        learner,
        new FusionValidation<>(
            validation,
            middle,
            network,
            (over, under, target) -> subject.forward(network, over, under, target)));
  }
}
