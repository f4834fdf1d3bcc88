package evenlight.torch.training.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import evenlight.dataset.Scene.Split;
import evenlight.flow.FlowField;
import evenlight.image.Image;
import evenlight.torch.training.TestScenes;
import evenlight.torch.training.plan.MotionPlan;
import evenlight.torch.training.plan.PatchPlan;
import evenlight.torch.training.plan.PatchPlan.Pairing;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MotionSamplerTest {
  private static final int SIZE = 64;
  private static final MotionPlan MOTION = new MotionPlan(6, List.of(0.0, 4.0));
  private static final PatchPlan PATCHES = new PatchPlan(SIZE, 2, 1, 2, 1, Pairing.DEFAULT, 0);

  @TempDir private Path folder;

  private MotionSampler sampler(int height, int width, long seed) throws IOException {
    TrainingScene scene =
        TrainingScene.read(
            TestScenes.of(folder, "a", height, width, Split.TRAIN),
            new ColourContent(),
            new PlaneCache(1 << 20));
    return new MotionSampler(List.of(scene), PATCHES, MOTION, seed);
  }

  /** Mean difference of the green samples where the flow is known, border left out. */
  private static double difference(MotionSample sample, FlowField flow) {
    Image second = sample.second();
    FlowField samples = new FlowField(SIZE, SIZE, second.plane(1), second.plane(1));
    double sum = 0;
    int count = 0;
    for (int i = 0; i < SIZE * SIZE; i++) {
      int line = i / SIZE;
      float row = line + flow.y(i);
      float column = i % SIZE + flow.x(i);
      if (sample.known()[i] == 1 && row >= 0 && row < SIZE && column >= 0 && column < SIZE) {
        sum += Math.abs(sample.first().plane(1)[i] - samples.xAt(row, column));
        count++;
      }
    }
    assertThat(count).isGreaterThan(SIZE * SIZE / 4);
    return sum / count;
  }

  @Test
  void sample_equalExposures_showTheSameWhereTheFlowLeads() throws IOException {
    MotionSampler sampler = sampler(150, 170, 1);
    FlowField still = new FlowField(SIZE, SIZE, new float[SIZE * SIZE], new float[SIZE * SIZE]);
    double led = 0;
    double stayed = 0;
    for (int i = 0; i < 8; i++) {
      MotionSample sample = sampler.sample(i, 0);
      led += difference(sample, sample.flow()) / 8;
      stayed += difference(sample, still) / 8;
    }
    assertThat(led).isLessThan(0.03);
    assertThat(stayed).isGreaterThan(2 * led);
  }

  @Test
  void sample_sixStopsApart_isMuchDarkerOnce() throws IOException {
    MotionSample sample = sampler(150, 170, 1).sample(0, 6);
    double first = mean(sample.first());
    double second = mean(sample.second());
    assertThat(Math.max(first, second) / Math.min(first, second)).isGreaterThan(3);
  }

  private static double mean(Image image) {
    double sum = 0;
    for (float sample : image.plane(0)) {
      sum += sample;
    }
    return sum / image.pixels();
  }

  @Test
  void batch_sameSeedAndNumber_isTheSame() throws IOException {
    FlowBatch one = sampler(150, 170, 3).batch(5);
    FlowBatch again = sampler(150, 170, 3).batch(5);
    FlowBatch other = sampler(150, 170, 4).batch(5);
    assertThat(one.first()).hasSize(2);
    assertThat(one.first().get(1)).containsExactly(again.first().get(1));
    assertThat(one.second().get(1)).containsExactly(again.second().get(1));
    assertThat(one.flow().get(1)).containsExactly(again.flow().get(1));
    assertThat(one.flow().get(1)).isNotEqualTo(other.flow().get(1));
    assertThat(one.sources().get(0)).startsWith("a (");
  }

  @Test
  void sampler_smallPicturesAlone_areRefused() {
    assertThatThrownBy(() -> sampler(63, 170, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "patches must fit into a picture, but 64×64 fit into none, such as scene a of 63×170");
  }

  @Test
  void draw_anyField_staysWithinTheFarthest() {
    for (int seed = 0; seed < 20; seed++) {
      FlowField flow = MotionField.draw(SIZE, 5, new SplittableRandom(seed));
      for (int i = 0; i < SIZE * SIZE; i++) {
        assertThat(Math.abs(flow.x(i))).isLessThanOrEqualTo(5);
        assertThat(Math.abs(flow.y(i))).isLessThanOrEqualTo(5);
      }
    }
  }

  @Test
  void ofCorners_steps_moveTheCornersByThem() {
    SquareMap map = SquareMap.ofCorners(10, new double[] {1, 2, -1, 0.5, 2, -2, 0, 1.5});
    assertThat(map.x(0, 0)).isCloseTo(1, within(1e-9));
    assertThat(map.y(0, 0)).isCloseTo(2, within(1e-9));
    assertThat(map.x(10, 0)).isCloseTo(9, within(1e-9));
    assertThat(map.y(10, 0)).isCloseTo(0.5, within(1e-9));
    assertThat(map.x(10, 10)).isCloseTo(12, within(1e-9));
    assertThat(map.y(10, 10)).isCloseTo(8, within(1e-9));
    assertThat(map.x(0, 10)).isCloseTo(0, within(1e-9));
    assertThat(map.y(0, 10)).isCloseTo(11.5, within(1e-9));
  }
}
