package evenlight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each gives one line that names the trouble, and the right exit code. */
class BatchBadInputTest {
  private static final int FAILED = 1;
  private static final int USAGE = 2;

  @TempDir Path folder;
  private Path card;
  private Path out;

  @BeforeEach
  void writeCard() throws IOException {
    card = Files.createDirectories(folder.resolve("card"));
    out = folder.resolve("out");
    TestPhotos.texture(card.resolve("a1.jpg"), 32, 48, 0.4f);
    TestPhotos.texture(card.resolve("a2.jpg"), 32, 48, 1);
  }

  private static void assertFails(int exitCode, String part, Object... arguments) {
    CommandRun run =
        CommandRun.of(Stream.concat(Stream.of("batch"), Stream.of(arguments)).toArray());

    assertThat(run.out()).isEmpty();
    assertThat(run.errLines()).hasSize(1);
    assertThat(run.err()).startsWith("evenlight: ").contains(part);
    assertThat(run.exitCode()).isEqualTo(exitCode);
  }

  @ParameterizedTest
  @CsvSource({
    "--by,count=1,2 to 64 shots",
    "--by,count=99,2 to 64 shots",
    "--by,size,'auto, time, ev or count=N'",
    "--pause,long,'90m, 2h30m or 45s'",
    "--min-confidence,2,in 0 to 1",
    "--jobs,0,1 or more",
    "--ghost-mask,mask.png,must be of one bracket",
    "--format,gif,gif",
    "--depth,12,'8, 16 or 32'",
    "--method,fancy,average"
  })
  void optionsThatCannotBe(String option, String value, String part) {
    assertFails(USAGE, part, card, "-o", out, option, value);
    assertThat(out).doesNotExist();
  }

  @Test
  void noFolderOrNoOutput() {
    assertFails(USAGE, "a folder of photographs or a --manifest", "-o", out);
    assertFails(USAGE, "-o OUTDIR must be given", card);
    assertFails(USAGE, "but both are", card, "--manifest", card.resolve("m.csv"), "-o", out);
  }

  @Test
  void emptyMissingOrNoFolder() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));

    assertFails(FAILED, "but there are none", empty, "-o", out);
    assertFails(FAILED, "does not exist", folder.resolve("none"), "-o", out);
    assertFails(FAILED, "is a file", card.resolve("a1.jpg"), "-o", out);
    assertThat(out).doesNotExist();
  }

  @Test
  void outputThatCannotBeWritten() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");

    assertFails(FAILED, "is a file", card, "-o", file);
    assertFails(FAILED, "is a file", card, "-o", file.resolve("deeper"));
    assertFails(FAILED, "/proc", card, "-o", "/proc/fused");
  }

  @Test
  void outputAmongTheSources() throws IOException {
    Path within = Files.createDirectory(card.resolve("102"));
    TestPhotos.texture(within.resolve("b1.jpg"), 32, 48, 1);

    assertFails(FAILED, "is a card", card, "-o", card);
    assertFails(FAILED, "and is not empty", card, "-o", within);
  }

  @Test
  void anotherBatchAtWork() throws IOException {
    try (BatchFolder held = BatchFolder.open(out)) {
      assertThat(held.note("a1")).isEmpty();
      assertFails(FAILED, "another is writing", card, "-o", out, "--method", "average");
    }
  }

  @Test
  void reportThatExists() throws IOException {
    Path page = Files.writeString(folder.resolve("page.html"), "mine");

    assertFails(FAILED, "already exists", card, "-o", out, "--report", page);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "name,path|x,y; line 1: the columns must be set,file and may be ev,confidence",
        "set,file|A,A1,1; line 2: there must be 2 values, but there are 3",
        "set,file|A,nowhere.jpg; line 2: a photograph must be a file that exists",
        "set,file|A,A1|A,A1; line 3: a photograph must be there once",
        "set,file|A,A1; line 2: a set must have 2 to 64 photographs, but A has 1",
        "set,file|../A,A1; line 2: a set's name becomes that of a file",
        "set,file|A,A1|a,A2; line 3: sets must differ by more than capitals",
        "set,file,ev|A,A1,dark; line 2: ev must be a number or nothing"
      })
  void manifestThatCannotBe(String text, String part) throws IOException {
    String rows =
        text.replace('|', '\n')
            .replace("A1", card.resolve("a1.jpg").toString())
            .replace("A2", card.resolve("a2.jpg").toString());
    Path manifest = Files.writeString(folder.resolve("m.csv"), rows);

    assertFails(FAILED, part, "--manifest", manifest, "-o", out);
  }

  @Test
  void fileThatIsNoPhotograph_isLeftOutAndTold() throws IOException {
    Files.writeString(card.resolve("a0.jpg"), "text");

    CommandRun run = CommandRun.of("batch", card, "-o", out, "--method", "average");

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.errLines().get(0)).startsWith("note: left out: ").contains("a0.jpg");
    assertThat(run.err()).contains("1 of 1 sets fused, 1 unreadable");
  }
}
