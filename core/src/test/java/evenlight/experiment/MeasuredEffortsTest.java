package evenlight.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import evenlight.fusion.Device;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeasuredEffortsTest {
  private static final PictureSize SIZE = new PictureSize(30, 40);
  private static final Effort EFFORT = new Effort(List.of(0.25, 0.1, 0.2), 1234, "");

  @TempDir private Path folder;
  private MeasuredEfforts measured;
  private int asked;

  @BeforeEach
  void makePair() throws IOException {
    Photographs.pair(folder, 6, 8);
    measured = new MeasuredEfforts(folder.resolve("measured"), "1.0");
  }

  private EffortTask task(Device device, int threads) {
    return new EffortTask(
        "average",
        device,
        threads,
        "",
        folder.resolve("under.png").toString(),
        folder.resolve("over.png").toString(),
        SIZE,
        SIZE);
  }

  private Effort effort(MeasuredEfforts kept, EffortTask task, String fingerprint, Effort made)
      throws IOException, InterruptedException {
    return kept.effort(
        task,
        fingerprint,
        order -> {
          asked++;
          return made;
        });
  }

  @Test
  void effort_again_isNotMeasured() throws Exception {
    EffortTask task = task(Device.CPU, 1);
    assertThat(effort(measured, task, "average", EFFORT)).isEqualTo(EFFORT);
    assertThat(effort(measured, task, "average", Effort.prevented("no"))).isEqualTo(EFFORT);
    assertThat(asked).isEqualTo(1);
    assertThat(folder.resolve("measured/cpu/average/30x40.json")).isNotEmptyFile();
  }

  @Test
  void effort_ofAFailure_isKeptWithItsReason() throws Exception {
    EffortTask task = task(Device.CPU, 1);
    effort(measured, task, "average", Effort.prevented("the system ended it"));
    assertThat(effort(measured, task, "average", EFFORT).obstacle())
        .isEqualTo("the system ended it");
  }

  @Test
  void effort_underOtherConditions_isMeasuredAnew() throws Exception {
    effort(measured, task(Device.CPU, 1), "average", EFFORT);
    effort(measured, task(Device.CPU, 2), "average", EFFORT);
    effort(measured, task(Device.CPU, 2), "average, parameters 3", EFFORT);
    effort(measured, task(Device.CUDA, 2), "average, parameters 3", EFFORT);
    MeasuredEfforts newer = new MeasuredEfforts(folder.resolve("measured"), "1.1");
    effort(newer, task(Device.CUDA, 2), "average, parameters 3", EFFORT);
    Photographs.pair(folder, 6, 9);
    effort(newer, task(Device.CUDA, 2), "average, parameters 3", EFFORT);
    assertThat(asked).isEqualTo(6);
  }

  @Test
  void effort_brokenFile_isMeasuredAnew() throws Exception {
    EffortTask task = task(Device.CPU, 1);
    effort(measured, task, "average", EFFORT);
    Files.writeString(folder.resolve("measured/cpu/average/30x40.json"), "{\"key\": ");
    assertThat(effort(measured, task, "average", EFFORT)).isEqualTo(EFFORT);
    assertThat(asked).isEqualTo(2);
  }
}
