package evenlight.evaluation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import evenlight.image.Image8;
import evenlight.image.io.AtomicFile;
import evenlight.image.io.Colour;
import evenlight.image.io.Photos;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A folder that keeps what an evaluation has done, so that it can be stopped and go on.
 *
 * <pre>
 * evaluation.json              what is evaluated: another evaluation does not mix with this one
 * rows/METHOD/SCENE.json       one for each row that is done; failures are tried again
 * fused/METHOD/SCENE.png       what a method made, as it was scored
 * </pre>
 */
public final class RunFolder {
  private static final FolderDescription DESCRIPTION =
      new FolderDescription("evaluation.json", "evaluate", "; --overwrite writes into it");

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private final Path folder;

  private RunFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * Opens a folder for an evaluation; it is made if it is not there.
   *
   * @param overwrite whether the description of another evaluation may be replaced; rows that are
   *     the same in both are kept even so
   * @throws IOException if the folder holds another evaluation, or other files, or cannot be
   *     written to
   */
  public static RunFolder open(Path folder, EvaluationPlan plan, boolean overwrite)
      throws IOException {
    AtomicFile.makeFolder(folder);
    if (!overwrite) {
      DESCRIPTION.requireSame(folder, plan.description());
    }
    DESCRIPTION.write(folder, plan.description());
    return new RunFolder(folder);
  }

  /** Where a table or a report goes. */
  public Path file(String name) {
    return folder.resolve(name);
  }

  /** A row that an earlier run left, if it depended on the same things. */
  Optional<ScoreRow> row(Contender contender, String scene, String key) throws IOException {
    Path file = rowFile(contender.id(), scene);
    boolean pictureMissing =
        contender instanceof MethodContender && !Files.exists(fusedFile(contender.id(), scene));
    if (!Files.exists(file) || pictureMissing) {
      return Optional.empty();
    }
    try {
      StoredRow stored = JSON.readValue(file.toFile(), StoredRow.class);
      return stored.key().equals(key) ? Optional.of(stored.row()) : Optional.empty();
    } catch (JsonProcessingException e) {
      return Optional.empty(); // left by another version: the row is computed anew
    }
  }

  /** Keeps a row that did not fail, and what a method made. */
  void keep(Contender contender, SceneRun.Made made, String key) throws IOException {
    ScoreRow row = made.row();
    if (contender instanceof MethodContender) {
      write(fusedFile(row.method(), row.scene()), Photos.png(made.image()));
    }
    write(rowFile(row.method(), row.scene()), JSON.writeValueAsBytes(StoredRow.of(key, row)));
  }

  /** What a method made in this run or an earlier one. */
  Image8 fused(String method, String scene) throws IOException {
    return PhotoScores.read(fusedFile(method, scene), Colour.STORED);
  }

  private Path rowFile(String method, String scene) {
    return folder.resolve("rows").resolve(folderOf(method)).resolve(scene + ".json");
  }

  private Path fusedFile(String method, String scene) {
    return folder.resolve("fused").resolve(folderOf(method)).resolve(scene + ".png");
  }

  /** Options follow an id after colons, which Windows does not allow in names. */
  private static String folderOf(String method) {
    return method.replace(':', '+');
  }

  private void write(Path file, byte[] bytes) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    AtomicFile.write(file, out -> out.write(bytes));
  }
}
