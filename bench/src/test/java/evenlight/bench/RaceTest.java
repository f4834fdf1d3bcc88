package evenlight.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RaceTest {
  private static final Contestant COPY = contestant("copy", "java.base/evenlight.none");

  @TempDir private Path folder;

  @Test
  void run_contestants_areMeasuredInAlternatingOrder() throws Exception {
    List<String> progress = new ArrayList<>();
    Path photo = Files.writeString(folder.resolve("photo"), "samples");
    Race race = new Race(List.of(writer("a"), writer("b")), 2, "tif", progress::add);
    List<Series> series = race.run(List.of(photo, photo), 1.5, folder);
    assertThat(progress)
        .extracting(line -> line.replaceAll(".*, ([ab]): .*", "$1"))
        .containsExactly("a", "b", "b", "a", "a", "b");
    assertThat(series).extracting(Series::contestant).containsExactly("a", "b");
    assertThat(series.get(0).seconds()).hasSize(2).allMatch(seconds -> seconds > 0);
    assertThat(series.get(1).exposures()).isEqualTo(2);
  }

  @Test
  void run_failingProgram_saysWhatItSaid() {
    Race race = new Race(List.of(COPY), 1, "tif", line -> {});
    assertThatThrownBy(() -> race.run(List.of(folder), 1, folder))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("must end with 0, but ended with 1");
  }

  @Test
  void new_noRuns_isRefused() {
    assertThatThrownBy(() -> new Race(List.of(COPY), 0, "tif", line -> {}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("there must be 1 or more runs, but are 0");
  }

  /** A program in one file of source, so that it runs wherever there is a JDK. */
  private Contestant writer(String name) throws IOException {
    Path source = folder.resolve("Writer.java");
    Files.writeString(
        source,
        """
        class Writer {
          public static void main(String[] files) throws Exception {
            java.nio.file.Files.writeString(java.nio.file.Path.of(files[0]), files[1]);
          }
        }
        """);
    return contestant(name, source.toString());
  }

  private static Contestant contestant(String name, String main) {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return new Contestant(name, "1", List.of(java, main));
  }
}
