package evenlight.torch.training.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import evenlight.dataset.Scene.Split;
import evenlight.torch.training.TestScenes;
import evenlight.torch.training.plan.PatchPlan;
import evenlight.torch.training.plan.PatchPlan.Pairing;
import evenlight.torch.training.plan.TargetPlan;
import evenlight.torch.training.plan.TargetPlan.Limit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PatchSamplerTest {
  private static final SceneContent LUMINANCE =
      new LuminanceContent(new TargetPlan(0.5, 1.3, Limit.CLAMP));

  @TempDir private Path folder;

  @Test
  void batch_sameNumber_isTheSameWhateverWasDrawnBefore() throws IOException {
    PatchPlan plan = new PatchPlan(64, 3, 1, 2, 1, Pairing.MIXED, 0.3);
    Batch fresh = sampler(plan, 1 << 20).batch(17);
    PatchSampler used = sampler(plan, 0);
    used.batch(3);
    Batch again = used.batch(17);
    assertThat(again.sources()).isEqualTo(fresh.sources());
    for (int i = 0; i < 3; i++) {
      assertThat(again.over().get(i)).isEqualTo(fresh.over().get(i));
      assertThat(again.under().get(i)).isEqualTo(fresh.under().get(i));
      assertThat(again.target().get(i)).isEqualTo(fresh.target().get(i));
    }
    assertThat(used.batch(18).over().get(0)).isNotEqualTo(fresh.over().get(0));
  }

  @Test
  void batch_rounds_takeEverySceneOnceInChangingOrder() throws IOException {
    PatchSampler sampler = sampler(new PatchPlan(64, 1, 1, 1, 1, Pairing.DEFAULT, 0), 1 << 20);
    List<List<String>> rounds = new ArrayList<>();
    for (int round = 0; round < 8; round++) {
      List<String> sources = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        sources.addAll(sampler.batch(round * 3L + i).sources());
      }
      assertThat(sources)
          .containsExactlyInAnyOrder(
              "a (e1.png, e3.png)", "b (e1.png, e3.png)", "c (e1.png, e3.png)");
      rounds.add(sources);
    }
    assertThat(rounds.stream().distinct().count()).isGreaterThan(1);
  }

  @Test
  void batch_mixedPairs_areDefaultOrDarkAndBright() throws IOException {
    PatchSampler sampler = sampler(new PatchPlan(64, 30, 1, 1, 1, Pairing.MIXED, 0), 1 << 20);
    // e2 is as bright as e3 here, so that one pair in four is not the default one
    List<String> sources = sampler.batch(0).sources();
    assertThat(sources).allMatch(source -> source.matches("[abc] \\(e1.png, e[23].png\\)"));
    assertThat(sources.stream().filter(source -> source.contains("e2")).count()).isBetween(3L, 13L);
  }

  @Test
  void batch_gamma_isTheSameForFramesAndBrightness() throws IOException {
    Batch plain = sampler(new PatchPlan(64, 1, 1, 1, 1, Pairing.DEFAULT, 0), 1 << 20).batch(5);
    Batch bent = sampler(new PatchPlan(64, 1, 1, 1, 1, Pairing.DEFAULT, 1), 1 << 20).batch(5);
    double gamma = gamma(plain.over().get(0), bent.over().get(0));
    assertThat(gamma).isBetween(0.5, 2.0).isNotEqualTo(1.0);
    assertThat(gamma(plain.under().get(0), bent.under().get(0))).isEqualTo(gamma);
    assertThat(gamma(plain.target().get(0), bent.target().get(0))).isEqualTo(gamma);
  }

  /** The power that takes most of one patch's samples to another's, to three digits. */
  private static double gamma(float[] plain, float[] bent) {
    double sum = 0;
    int count = 0;
    for (int i = 0; i < plain.length; i++) {
      if (plain[i] > 0.02 && plain[i] < 0.9) {
        sum += Math.log(bent[i]) / Math.log(plain[i]);
        count++;
      }
    }
    return Math.round(sum / count * 1000) / 1000.0;
  }

  @Test
  void batch_stride_beginsAtItsMultiples() throws IOException {
    PatchPlan anywhere = new PatchPlan(64, 40, 1, 1, 1, Pairing.DEFAULT, 0);
    PatchPlan strided = new PatchPlan(64, 40, 1, 1, 64, Pairing.DEFAULT, 0);
    // one place in each of three scenes, with eight symmetries
    assertThat(distinct(strided)).isLessThanOrEqualTo(24);
    assertThat(distinct(anywhere)).isGreaterThan(24);
  }

  private long distinct(PatchPlan plan) throws IOException {
    return sampler(plan, 1 << 20).batch(0).under().stream()
        .map(java.util.Arrays::hashCode)
        .distinct()
        .count();
  }

  @Test
  void create_pictureSmallerThanPatch_isNamed() {
    PatchPlan plan = new PatchPlan(65, 1, 1, 1, 1, Pairing.DEFAULT, 0);
    assertThatThrownBy(() -> sampler(plan, 0))
        .hasMessage(
            "patches must fit into every picture, but 65×65 do not fit into scene c of 64×64");
  }

  private PatchSampler sampler(PatchPlan plan, long cacheBytes) throws IOException {
    PlaneCache cache = new PlaneCache(cacheBytes);
    List<TrainingScene> scenes = new ArrayList<>();
    int[][] sizes = {{80, 96}, {70, 66}, {64, 64}};
    for (int i = 0; i < sizes.length; i++) {
      String name = String.valueOf((char) ('a' + i));
      scenes.add(
          TrainingScene.read(
              TestScenes.of(folder, name, sizes[i][0], sizes[i][1], Split.TRAIN),
              LUMINANCE,
              cache));
    }
    return new PatchSampler(scenes, plan, 1);
  }
}
