package evenlight.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import evenlight.fusion.Device;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EffortProcessTest {
  private static final PictureSize SMALL = new PictureSize(30, 40);

  @TempDir private Path folder;

  @BeforeEach
  void makePair() throws IOException {
    Photographs.pair(folder, 6, 8);
  }

  private Effort measure(String method, PictureSize size, String... options)
      throws IOException, InterruptedException {
    return new EffortProcess(List.of(options), 300).measure(task(method, size));
  }

  private EffortTask task(String method, PictureSize size) {
    return new EffortTask(
        method,
        Device.CPU,
        1,
        "",
        folder.resolve("under.png").toString(),
        folder.resolve("over.png").toString(),
        size,
        SMALL);
  }

  /** Five fusions of 12 megapixels by dense SIFT take many seconds. */
  @Test
  void measure_beyondTheLimit_isAReason() throws Exception {
    EffortTask task = task("dsift", new PictureSize(3000, 4000));
    Effort effort = new EffortProcess(List.of(), 1).measure(task);
    assertThat(effort.obstacle()).isEqualTo("it took more than 1 s");
    assertThat(effort.seconds()).isEmpty();
  }

  @Test
  void measure_smallPicture_hasOrderedSecondsAndMemory() throws Exception {
    Effort effort = measure("average", SMALL, "-Xmx64m");
    assertThat(effort.obstacle()).isEmpty();
    assertThat(effort.seconds()).hasSize(Effort.TIMES).isSorted();
    assertThat(effort.least()).isPositive();
    assertThat(effort.median()).isBetween(effort.least(), effort.most());
    assertThat(effort.peak()).isNotNegative();
  }

  @Test
  void measure_pictureTooLargeForTheHeap_isAReason() throws Exception {
    Effort effort = measure("average", new PictureSize(3000, 4000), "-Xmx32m");
    assertThat(effort.obstacle()).contains("memory");
    assertThat(effort.seconds()).isEmpty();
  }

  @Test
  void measure_processThatIsEnded_isAReason() throws Exception {
    Effort effort =
        measure("average", new PictureSize(3000, 4000), "-Xmx32m", "-XX:+ExitOnOutOfMemoryError");
    assertThat(effort.obstacle()).startsWith("its process ended with 3: ");
  }

  @Test
  void measure_unknownMethod_isAReason() throws Exception {
    assertThat(measure("magic", SMALL).obstacle()).contains("magic");
  }
}
