package evenlight.image.io;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
  @TempDir Path folder;

  @Test
  void write_content_isThereAndTheTemporaryFileIsNot() throws IOException {
    Path file = folder.resolve("x");
    AtomicFile.write(file, out -> out.write("new".getBytes(UTF_8)));
    assertThat(file).hasContent("new");
    assertThat(filesIn(folder)).containsExactly("x");
  }

  @Test
  void write_contentThatClosesTheStream_isFine() throws IOException {
    Path file = folder.resolve("x");
    AtomicFile.write(
        file,
        out -> {
          out.write(7);
          out.close();
        });
    assertThat(file).hasBinaryContent(new byte[] {7});
  }

  @Test
  void write_contentThatFails_leavesTheOldFileAndNothingElse() throws IOException {
    Path file = Files.writeString(folder.resolve("x"), "old");

    assertThatThrownBy(
            () ->
                AtomicFile.write(
                    file,
                    out -> {
                      out.write(new byte[1 << 20]);
                      throw new IOException("the source dried up\nat some place");
                    }))
        .isInstanceOf(IOException.class)
        .hasMessage(file + " could not be written: the source dried up");
    assertThat(file).hasContent("old");
    assertThat(filesIn(folder)).containsExactly("x");
  }

  @Test
  void write_contentThatFailsUnchecked_leavesTheOldFileAndNothingElse() throws IOException {
    Path file = Files.writeString(folder.resolve("x"), "old");
    var failure = new UncheckedIOException(new IOException("broken"));

    assertThatThrownBy(
            () ->
                AtomicFile.write(
                    file,
                    out -> {
                      throw failure;
                    }))
        .isSameAs(failure);
    assertThat(file).hasContent("old");
    assertThat(filesIn(folder)).containsExactly("x");
  }

  @Test
  void write_nonEmptyFolderInTheWay_leavesItAlone() throws IOException {
    Path inTheWay = Files.createDirectory(folder.resolve("x"));
    Files.writeString(inTheWay.resolve("inside"), "kept");

    assertThatThrownBy(() -> AtomicFile.write(inTheWay, out -> out.write(1)))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith(inTheWay + " could not be written: ");
    assertThat(inTheWay.resolve("inside")).hasContent("kept");
    assertThat(filesIn(folder)).containsExactly("x");
  }

  @Test
  void write_symbolicLink_replacesWhatItPointsTo() throws IOException {
    Path real = Files.writeString(folder.resolve("real"), "old");
    Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("real"));

    AtomicFile.write(link, out -> out.write("new".getBytes(UTF_8)));

    assertThat(real).hasContent("new");
    assertThat(link).isSymbolicLink();
  }

  @Test
  void write_longestPossibleName_works() throws IOException {
    Path file = folder.resolve("x".repeat(255));
    AtomicFile.write(file, out -> out.write(1));
    assertThat(file).hasBinaryContent(new byte[] {1});
  }

  @Test
  void requireWritable_missingFolder_isRefused() {
    Path missing = folder.resolve("missing");
    assertRefused(
        missing.resolve("x"), true, "the output folder must exist, but " + missing + " does not");
    assertThatThrownBy(() -> AtomicFile.write(missing.resolve("x"), out -> out.write(1)))
        .hasMessage("the output folder must exist, but " + missing + " does not");
  }

  @Test
  void requireWritable_fileForAFolder_isRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("f"), "");
    assertRefused(
        file.resolve("x"), true, "the output folder must be a folder, but " + file + " is a file");
  }

  @Test
  void requireWritable_folderForAFile_isRefused() {
    assertRefused(folder, true, "the output must be a file, but " + folder + " is a folder");
  }

  @Test
  void requireWritable_existingFile_isRefusedUnlessOverwritten() throws IOException {
    Path file = Files.writeString(folder.resolve("x"), "old");
    assertRefused(
        file,
        false,
        "the output must be a new file, but %s already exists; --overwrite replaces it"
            .formatted(file));
    AtomicFile.requireWritable(file, true);
    assertThat(file).hasContent("old");
  }

  @Test
  void requireWritable_bareName_isInTheWorkingFolder() throws IOException {
    AtomicFile.requireWritable(Path.of("no-such-file-here"), false);
    assertThat(Path.of("no-such-file-here")).doesNotExist();
  }

  private static void assertRefused(Path file, boolean overwrite, String message) {
    assertThatThrownBy(() -> AtomicFile.requireWritable(file, overwrite))
        .isExactlyInstanceOf(IOException.class)
        .hasMessage(message);
  }

  static List<String> filesIn(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
