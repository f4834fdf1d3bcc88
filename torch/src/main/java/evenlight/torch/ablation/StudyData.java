package evenlight.torch.ablation;

import evenlight.dataset.Dataset;
import evenlight.dataset.Fault;
import evenlight.dataset.Scene;
import evenlight.torch.training.data.DataListing;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The scenes that a study trains on or is tested on, and what tells them from others.
 *
 * @param name of the folder or manifest
 * @param scenes the whole ones
 * @param faults the others
 * @param listing the files of the whole ones
 */
public record StudyData(String name, List<Scene> scenes, List<Fault> faults, DataListing listing) {
  /** Keeps what was handed over from changing. */
  public StudyData {
    scenes = List.copyOf(scenes);
    faults = List.copyOf(faults);
  }

  /**
   * The scenes of a dataset; all their files are read once.
   *
   * @throws IOException if one cannot be read
   */
  public static StudyData of(Dataset dataset) throws IOException {
    return new StudyData(
        nameOf(dataset.root()),
        dataset.scenes(),
        dataset.faults(),
        DataListing.of(dataset.scenes()));
  }

  private static String nameOf(Path root) {
    return Optional.ofNullable(root.toAbsolutePath().normalize().getFileName())
        .map(Path::toString)
        .orElse("/");
  }

  /** What tells it from other data, wherever it lies. */
  String content() {
    return "scenes: %d, SHA-256 %s".formatted(scenes.size(), listing.hash());
  }

  /** How a table names it. */
  String label() {
    return name + ", " + content();
  }

  /** The scenes that have a file in common with other data. */
  List<String> scenesSharedWith(StudyData other) {
    return listing.scenesSharedWith(other.listing);
  }
}
