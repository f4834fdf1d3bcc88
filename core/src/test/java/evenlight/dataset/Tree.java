package evenlight.dataset;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Empty files in a folder: datasets are told by names alone. */
record Tree(Path root) {
  /** Makes empty files with the folders that they lie in. */
  Tree with(String... files) throws IOException {
    for (String file : files) {
      Path path = root.resolve(file);
      Files.createDirectories(path.resolveSibling(""));
      Files.createFile(path);
    }
    return this;
  }

  /** Makes a file of lines. */
  Path text(String file, String... lines) throws IOException {
    return Files.write(root.resolve(file), List.of(lines));
  }

  Path at(String file) {
    return root.resolve(file);
  }

  /** Checks that the folder as a whole is refused. */
  void refusedAs(Layout layout, String... parts) {
    assertThatThrownBy(() -> Dataset.read(root, layout))
        .isExactlyInstanceOf(IOException.class)
        .hasMessageContainingAll(parts);
  }
}
