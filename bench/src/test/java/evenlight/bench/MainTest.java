package evenlight.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import evenlight.image.Image;
import evenlight.image.io.Photo;
import evenlight.image.io.Photos;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class MainTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path folder;

  @Test
  void main_methodAndOpenCv_writesWhatItMeasured() throws IOException {
    int exitCode =
        run(
            "--method=average",
            "--peers=opencv",
            "--megapixels=0.01",
            "--format=png",
            "--runs=1",
            "--name=small",
            "--output=" + folder,
            photo("dark.png", 0.2f),
            photo("bright.png", 0.8f));
    assertThat(err.toString()).contains("round 1 of 1, evenlight average");
    assertThat(exitCode).isZero();
    JsonNode report = new ObjectMapper().readTree(folder.resolve("small.json").toFile());
    assertThat(report.at("/machine/cores").asInt()).isPositive();
    assertThat(report.at("/versions/OpenCV MergeMertens").asText()).startsWith("4.");
    assertThat(report.at("/series/0/contestant").asText()).isEqualTo("evenlight average");
    assertThat(report.at("/series/1/seconds/0").asDouble()).isPositive();
    assertThat(Files.readString(folder.resolve("small.md")))
        .contains("| evenlight average | 2 × 0.0 |", "| OpenCV MergeMertens |", "dark.png");
    assertThat(out.toString()).contains("# Fusion, end to end");
  }

  @Test
  void main_unknownPeer_isWrongUsage() throws IOException {
    assertThat(run("--peers=magic", photo("a.png", 0), photo("b.png", 1))).isEqualTo(2);
    assertThat(err.toString()).contains("a peer must be enfuse, opencv or none, but is \"magic\"");
  }

  private int run(String... arguments) {
    return new CommandLine(new Main())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }

  private String photo(String name, float level) throws IOException {
    float[] plane = new float[20 * 30];
    Arrays.fill(plane, level);
    Path file = folder.resolve(name);
    Photos.write(new Photo(Image.of(20, 30, plane, plane, plane), 8), file);
    return file.toString();
  }
}
