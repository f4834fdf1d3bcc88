package evenlight.torch.training.checkpoint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The checkpoints of one training run; the last two are kept. */
public final class CheckpointFolder {
  private static final int KEPT = 2;

  private final Path folder;

  /** The folder of a run, there or not. */
  public CheckpointFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * The folder that belongs to a plan.
   *
   * @param output where the plan's weights go
   * @param plan its name
   */
  public static CheckpointFolder of(Path output, String plan) {
    return new CheckpointFolder(output.resolve(plan + ".checkpoints"));
  }

  /** Where it is. */
  public Path path() {
    return folder;
  }

  /** Whether there are no checkpoints. */
  public boolean isEmpty() throws IOException {
    return newestFirst().isEmpty();
  }

  /**
   * Writes a checkpoint; older ones than the one before go once it is there.
   *
   * @return its file
   * @throws IOException if it cannot be written; those that were there still are
   */
  public Path write(Checkpoint checkpoint) throws IOException {
    Files.createDirectories(folder);
    int step = checkpoint.progress().step();
    Path file = folder.resolve(String.format(Locale.ROOT, "step-%09d.safetensors", step));
    CheckpointFile.write(checkpoint, file);
    List<Path> files = newestFirst();
    for (Path old : files.subList(Math.min(KEPT, files.size()), files.size())) {
      Files.delete(old);
    }
    return file;
  }

  /**
   * The newest checkpoint that is whole.
   *
   * @param notes is told of those that are not
   * @return empty if there is none at all
   * @throws IOException if there are some, but none is whole; the message names the newest
   */
  public Optional<Checkpoint> newest(Consumer<String> notes) throws IOException {
    List<Path> files = newestFirst();
    for (Path file : files) {
      try {
        return Optional.of(CheckpointFile.read(file));
      } catch (IOException | IllegalArgumentException e) {
        if (file.equals(files.get(files.size() - 1))) {
          throw new IOException(
              "at least one checkpoint in %s must be whole, but none is: %s"
                  .formatted(folder, e.getMessage()),
              e);
        }
        notes.accept(
            "the checkpoint %s is damaged, going on from the one before: %s"
                .formatted(file.getFileName(), e.getMessage()));
      }
    }
    return Optional.empty();
  }

  /** Removes all checkpoints. */
  public void clear() throws IOException {
    for (Path file : newestFirst()) {
      Files.delete(file);
    }
  }

  private List<Path> newestFirst() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().matches("step-\\d+\\.safetensors"))
          .filter(Files::isRegularFile)
          .sorted(Comparator.reverseOrder())
          .toList();
    }
  }
}
