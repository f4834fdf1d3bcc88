package evenlight.torch.ablation;

import evenlight.dataset.Dataset;
import evenlight.dataset.Fault;
import evenlight.dataset.Scene;
import evenlight.image.io.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The scenes that a study trains on or is tested on, and what tells them from others.
 *
 * @param name of the folder or manifest
 * @param scenes the whole ones
 * @param faults the others
 * @param hash over the names, pairs, splits and pictures of the scenes
 * @param pictures hashes of every scene's frames, by name of the scene
 */
public record StudyData(
    String name,
    List<Scene> scenes,
    List<Fault> faults,
    String hash,
    Map<String, List<String>> pictures) {
  /** Keeps what was handed over from changing. */
  public StudyData {
    scenes = List.copyOf(scenes);
    faults = List.copyOf(faults);
    pictures = Map.copyOf(pictures);
  }

  /**
   * The scenes of a dataset; all their files are read once.
   *
   * @throws IOException if one cannot be read
   */
  public static StudyData of(Dataset dataset) throws IOException {
    StringBuilder list = new StringBuilder();
    Map<String, List<String>> pictures = new HashMap<>();
    for (Scene scene : dataset.scenes()) {
      List<String> hashes = new ArrayList<>();
      for (Path frame : scene.frames()) {
        hashes.add(hash(frame));
      }
      pictures.put(scene.name(), List.copyOf(hashes));
      list.append(line(scene, hashes));
    }
    return new StudyData(
        nameOf(dataset.root()),
        dataset.scenes(),
        dataset.faults(),
        Sha256.of(list.toString().getBytes(StandardCharsets.UTF_8)),
        pictures);
  }

  private static String line(Scene scene, List<String> hashes) throws IOException {
    return "%s %s %s, under %d, over %d, truth %s\n"
        .formatted(
            scene.name(),
            scene.split(),
            hashes,
            scene.frames().indexOf(scene.under()),
            scene.frames().indexOf(scene.over()),
            scene.groundTruth().isPresent() ? hash(scene.groundTruth().get()) : "none");
  }

  private static String nameOf(Path root) {
    return Optional.ofNullable(root.toAbsolutePath().normalize().getFileName())
        .map(Path::toString)
        .orElse("/");
  }

  private static String hash(Path file) throws IOException {
    return Sha256.of(Files.readAllBytes(file));
  }

  /** What tells it from other data, wherever it lies. */
  String content() {
    return "scenes: %d, SHA-256 %s".formatted(scenes.size(), hash);
  }

  /** How a table names it. */
  String label() {
    return name + ", " + content();
  }

  /** The scenes that have a frame in common with other data. */
  List<String> scenesSharedWith(StudyData other) {
    Set<String> theirs = new HashSet<>();
    other.pictures.values().forEach(theirs::addAll);
    return scenes.stream()
        .map(Scene::name)
        .filter(name -> !Collections.disjoint(pictures.getOrDefault(name, List.of()), theirs))
        .toList();
  }
}
