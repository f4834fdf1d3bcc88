package evenlight.torch.training.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import evenlight.torch.training.report.MetricsRow.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetricsCsvTest {
  private static final String HEADER =
      "step,kind,loss,learning_rate,gradient_norm,steps_per_second,seconds";

  @TempDir private Path folder;

  @Test
  void append_rows_areOnTheDiskAtOnce() throws IOException {
    MetricsCsv csv = MetricsCsv.open(file(), 0);
    assertThat(lines()).containsExactly(HEADER);
    csv.append(train(20, 0.5));
    assertThat(lines()).containsExactly(HEADER, "20,train,0.5,,,,");
    csv.append(MetricsRow.of(20, Kind.VAL, Map.of("loss", 0.25, "psnr", 21.5, "mef-ssim", 0.97)));
    assertThat(lines())
        .containsExactly(
            HEADER + ",mef-ssim,psnr", "20,train,0.5,,,,,,", "20,val,0.25,,,,,0.97,21.5");
  }

  @Test
  void append_notFinite_leavesTheFieldEmpty() throws IOException {
    MetricsCsv csv = MetricsCsv.open(file(), 0);
    csv.append(train(20, Double.POSITIVE_INFINITY));
    assertThat(lines()).contains("20,train,,,,,");
  }

  @Test
  void append_sameStepAndKind_replacesTheRow() throws IOException {
    MetricsCsv csv = MetricsCsv.open(file(), 0);
    csv.append(train(20, 0.5));
    csv.append(train(20, 0.75));
    assertThat(lines()).containsExactly(HEADER, "20,train,0.75,,,,");
  }

  @Test
  void append_nameWithComma_isRefused() throws IOException {
    MetricsCsv csv = MetricsCsv.open(file(), 0);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> csv.append(MetricsRow.of(1, Kind.VAL, Map.of("a,b", 1.0))))
        .withMessageContaining("\"a,b\"");
  }

  @Test
  void open_goingOn_dropsLaterStepsAndTheirColumns() throws IOException {
    MetricsCsv first = MetricsCsv.open(file(), 0);
    first.append(train(20, 0.5));
    first.append(train(40, 0.4));
    first.append(MetricsRow.of(60, Kind.VAL, Map.of("loss", 0.3, "psnr", 20.0)));
    MetricsCsv second = MetricsCsv.open(file(), 40);
    assertThat(lines()).containsExactly(HEADER, "20,train,0.5,,,,", "40,train,0.4,,,,");
    second.append(train(60, 0.3));
    assertThat(MetricsCsvReader.read(file()))
        .isEqualTo(second.rows())
        .containsExactly(train(20, 0.5), train(40, 0.4), train(60, 0.3));
  }

  @Test
  void open_newRun_beginsAnew() throws IOException {
    MetricsCsv.open(file(), 0).append(train(20, 0.5));
    assertThat(MetricsCsv.open(file(), 0).rows()).isEmpty();
    assertThat(lines()).containsExactly(HEADER);
  }

  @Test
  void open_lastLineCutOff_isDropped() throws IOException {
    MetricsCsv.open(file(), 0).append(train(20, 0.5));
    Files.writeString(file(), "40,train,0.4", StandardOpenOption.APPEND);
    MetricsCsv.open(file(), 100);
    assertThat(lines()).containsExactly(HEADER, "20,train,0.5,,,,");
  }

  @Test
  void open_anotherFile_isRefusedAndKept() throws IOException {
    Files.writeString(file(), "name,age\nx,3\n");
    assertThatIOException()
        .isThrownBy(() -> MetricsCsv.open(file(), 10))
        .withMessageContainingAll(file().toString(), "step,kind");
    assertThat(lines()).containsExactly("name,age", "x,3");
  }

  @Test
  void open_damagedLine_isRefusedByItsNumber() throws IOException {
    MetricsCsv.open(file(), 0).append(train(20, 0.5));
    Files.writeString(file(), "40,train,0.4\r\n", StandardOpenOption.APPEND);
    assertThatIOException()
        .isThrownBy(() -> MetricsCsv.open(file(), 40))
        .withMessageContainingAll("line 3 of", file().toString(), "3 fields instead of 7");
  }

  private static MetricsRow train(int step, double loss) {
    return MetricsRow.of(step, Kind.TRAIN, Map.of("loss", loss));
  }

  private Path file() {
    return folder.resolve("metrics.csv");
  }

  private List<String> lines() throws IOException {
    return Files.readAllLines(file());
  }
}
