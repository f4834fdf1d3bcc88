package evenlight.bench;

import static org.assertj.core.api.Assertions.assertThat;

import evenlight.image.Image;
import evenlight.image.io.Photo;
import evenlight.image.io.Photos;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ColourStudyTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path folder;

  @Test
  void main_bracketOfThree_comparesEveryRuleOnTheMiddleFrame() throws IOException {
    photo("a/e1.png", 0.3f);
    photo("a/e2.png", 0.6f);
    photo("a/e3.png", 1.1f);
    assertThat(run()).isZero();
    assertThat(out.toString())
        .contains("| 1 scenes | CIEDE2000 |", "| faithful |", "| paper |", "| no colour |");
    assertThat(ciede2000("no colour")).isGreaterThan(10);
    assertThat(ciede2000("dark exposure, scaled")).isLessThan(1.5);
    assertThat(ciede2000("faithful")).isLessThan(ciede2000("paper"));
  }

  @Test
  void main_groundTruth_takesItInstead() throws IOException {
    photo("a/under.png", 0.3f);
    photo("a/over.png", 1.1f);
    photo("a/gt.png", 0.6f);
    assertThat(run("--luminance=average")).isZero();
    assertThat(ciede2000("faithful")).isPositive();
  }

  @Test
  void main_pairsWithoutGroundTruth_saysWhatItNeeds() throws IOException {
    photo("a/e1.png", 0.3f);
    photo("a/e2.png", 0.6f);
    assertThat(run()).isEqualTo(1);
    assertThat(err.toString()).contains("a ground truth or brackets of 3 frames or more");
  }

  private double ciede2000(String rule) {
    String row =
        out.toString()
            .lines()
            .filter(line -> line.startsWith("| " + rule + " |"))
            .findFirst()
            .get();
    return Double.parseDouble(row.split("\\|", -1)[2].strip());
  }

  private int run(String... options) {
    return new CommandLine(new ColourStudy())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(
            Stream.concat(Arrays.stream(options), Stream.of(folder.toString()))
                .toArray(String[]::new));
  }

  /** A ramp of a warm colour, times a gain. */
  private void photo(String name, float gain) throws IOException {
    float[][] planes = new float[3][20 * 30];
    for (int i = 0; i < planes[0].length; i++) {
      float light = gain * (0.3f + 0.5f * (i % 30) / 30);
      planes[0][i] = Math.min(1, light);
      planes[1][i] = Math.min(1, 0.7f * light);
      planes[2][i] = Math.min(1, 0.4f * light);
    }
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Photos.write(new Photo(Image.of(20, 30, planes), 8), file);
  }
}
