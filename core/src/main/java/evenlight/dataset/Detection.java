package evenlight.dataset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Tells the layout of a folder by what lies in it.
 *
 * <p>It is the one whose names appear there. Where those of several appear, it is the only one that
 * makes a whole scene of them; which of two is meant is never guessed.
 */
final class Detection {
  private Detection() {}

  /**
   * The layout of a folder.
   *
   * @throws IOException if none fits or more than one does; the message lists them
   */
  static Layout layoutOf(Path folder) throws IOException {
    List<Layout> recognised = new ArrayList<>();
    for (Layout layout : Layout.ofFolders().toList()) {
      if (layout.files().recognises(folder)) {
        recognised.add(layout);
      }
    }
    if (recognised.isEmpty()) {
      throw new IOException(
          "the data must hold %s, but %s holds none".formatted(Layout.expectations(), folder));
    }
    return recognised.size() == 1 ? recognised.get(0) : theOneWithScenes(folder, recognised);
  }

  private static Layout theOneWithScenes(Path folder, List<Layout> recognised) throws IOException {
    List<Layout> whole = new ArrayList<>();
    for (Layout layout : recognised) {
      if (!layout.files().find(folder).scenes().isEmpty()) {
        whole.add(layout);
      }
    }
    if (whole.size() == 1) {
      return whole.get(0);
    }
    throw new IOException(
        "the data must have one layout, but %s fits several; name one of %s"
            .formatted(
                folder,
                (whole.isEmpty() ? recognised : whole)
                    .stream().map(Layout::id).collect(Collectors.joining(", "))));
  }
}
