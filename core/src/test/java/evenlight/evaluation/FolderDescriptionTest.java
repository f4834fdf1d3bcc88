package evenlight.evaluation;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderDescriptionTest {
  private static final FolderDescription DESCRIPTION =
      new FolderDescription("about.json", "cook", "; --overwrite helps");

  @TempDir private Path folder;

  @Test
  void requireSame_sameOrEmpty_isFine() throws IOException {
    assertThatCode(() -> DESCRIPTION.requireSame(folder, Map.of("a", "1")))
        .doesNotThrowAnyException();
    DESCRIPTION.write(folder, Map.of("a", "1"));
    assertThatCode(() -> DESCRIPTION.requireSame(folder, Map.of("a", "1")))
        .doesNotThrowAnyException();
  }

  @Test
  void requireSame_another_namesEveryDifference() throws IOException {
    DESCRIPTION.write(folder, Map.of("a", "1", "b", "2", "c", "3"));
    assertThatThrownBy(() -> DESCRIPTION.requireSame(folder, Map.of("a", "1", "b", "5", "d", "4")))
        .isInstanceOf(IOException.class)
        .hasMessage(
            folder
                + " must hold what cook did with the same settings, but differs in"
                + " b: [2] there, [5] now; c: [3] there, [not named] now;"
                + " d: [not named] there, [4] now; --overwrite helps");
  }

  @Test
  void requireSame_otherFiles_isRefused() throws IOException {
    Files.writeString(folder.resolve("diary.txt"), "mine");
    assertThatThrownBy(() -> DESCRIPTION.requireSame(folder, Map.of()))
        .hasMessage(
            "the output must be a new or empty folder or one of cook, but %s is neither"
                    .formatted(folder)
                + "; --overwrite helps");
  }

  @Test
  void requireSame_brokenFile_isNamed() throws IOException {
    Path file = Files.writeString(folder.resolve("about.json"), "{\"a\"");
    assertThatThrownBy(() -> DESCRIPTION.requireSame(folder, Map.of()))
        .hasMessage(file + " must tell what cook did, but is not readable; --overwrite helps");
  }
}
