package evenlight.dataset;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How the pictures of a dataset lie on disk; upper and lower case of names do not matter. */
public enum Layout {
  /**
   * One folder per scene with {@code under} and {@code over}, or with {@code e1} (darkest) to
   * {@code eK}; each may have {@code gt}. A table beside the folder, {@code FOLDER.tsv}, may name
   * for each scene (column {@code scene}) the pair among its frames ({@code under}, {@code over})
   * and its {@code split}.
   */
  SCENES("scenes"),
  /**
   * Pairs {@code NAME_A}, the under-exposed one, and {@code NAME_B}, all in one folder or each in a
   * folder {@code NAME}: the MEFB benchmark.
   */
  MEFB("mefb"),
  /**
   * Numbered folders with frames {@code 1}, {@code 2} and so on, and beside them {@code Label} with
   * the ground truth of each folder under its number: the SICE dataset.
   */
  SICE("sice"),
  /**
   * The folders {@code under} and {@code over} with equal names, and {@code gt} if there is one.
   */
  FOLDERS("folders"),
  /**
   * A file of tab- or comma-separated values with a header: {@code scene}, then {@code under} and
   * {@code over}, or {@code frames} with a semicolon between each two; {@code gt} and {@code split}
   * if wanted. Paths start at the file's folder.
   */
  MANIFEST("manifest");

  private final String id;

  Layout(String id) {
    this.id = id;
  }

  /**
   * The layout of this id.
   *
   * @throws IllegalArgumentException if there is none; the message lists all
   */
  public static Layout named(String id) {
    return Arrays.stream(values())
        .filter(layout -> layout.id.equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "the layout must be one of %s, but is \"%s\"".formatted(ids(), id)));
  }

  /** The layouts of folders, of which one can be told by what lies in a folder. */
  static Stream<Layout> ofFolders() {
    return Arrays.stream(values()).filter(layout -> layout != MANIFEST);
  }

  private static List<String> ids() {
    return Arrays.stream(values()).map(Layout::id).toList();
  }

  /** What the layouts of folders consist of, for messages. */
  static String expectations() {
    return ofFolders()
        .map(layout -> "%s (%s)".formatted(layout.files().expects(), layout.id))
        .collect(Collectors.joining(", "));
  }

  /** What users call it: lower-case letters. */
  public String id() {
    return id;
  }

  /** Finds its scenes in files. */
  SceneLayout files() {
    return switch (this) {
      case SCENES -> new SceneFolders();
      case MEFB -> new MefbPairs();
      case SICE -> new SiceFolders();
      case FOLDERS -> new PairFolders();
      case MANIFEST -> new Manifest();
    };
  }
}
