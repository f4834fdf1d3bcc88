package evenlight.torch.ablation;

import evenlight.evaluation.EvaluationPictures;
import evenlight.evaluation.ScoreTable;
import evenlight.figure.ContactSheet;
import evenlight.figure.ContactSheet.Picture;
import evenlight.figure.CropPlaces;
import evenlight.figure.Tile;
import evenlight.image.Image;
import evenlight.image.Image8;
import evenlight.image.io.Photo;
import evenlight.image.io.Photos;
import evenlight.torch.ablation.AblationTable.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the networks of each table make of some scenes, side by side: the whole pictures and two
 * enlarged details, where the networks' pictures differ most (Fig. 6 to 9). The sheet of Fig. 8
 * also has the share of each colour component.
 *
 * <p>The pictures are those of the first seed, the scenes lie evenly spread over the test folder.
 */
final class VisualComparison {
  private static final int SCENES = 4;
  private static final int BITS = 8;

  private final ScoreTable table;
  private final long seed;
  private final EvaluationPictures files;

  VisualComparison(ScoreTable table, long seed, EvaluationPictures files) {
    this.table = table;
    this.seed = seed;
    this.files = files;
  }

  /** Writes {@code TABLE/SCENE.png} into a folder for every table. */
  void write(Path folder) throws IOException {
    for (AblationTable ablation : AblationTable.values()) {
      Path home = Files.createDirectories(folder.resolve(ablation.id()));
      for (String scene : scenes(ablation)) {
        Image sheet = ContactSheet.of(pictures(ablation, scene));
        Photos.write(new Photo(sheet, BITS), home.resolve(scene + ".png"));
      }
    }
  }

  /** A few of those of which every network of a table has a picture. */
  private List<String> scenes(AblationTable ablation) {
    return table.someScenes(
        SCENES, ablation.variants().stream().map(id -> AblationRun.id(id, seed)).toList());
  }

  private List<Picture> pictures(AblationTable ablation, String scene) throws IOException {
    Map<String, Image8> fused = new LinkedHashMap<>();
    for (Row row : ablation.rows()) {
      fused.put(
          row.label() + ", " + row.variant(),
          files.fused(AblationRun.id(row.variant(), seed), scene));
    }
    CropPlaces places = CropPlaces.of(List.copyOf(fused.values()));
    List<Image8> sources = files.sources(scene);
    Map<String, Image8> all = new LinkedHashMap<>();
    all.put("under-exposed", sources.get(0));
    all.put("over-exposed", sources.get(sources.size() - 1));
    all.putAll(fused);
    files.reference(scene).ifPresent(truth -> all.put("ground truth", truth));
    boolean shares = ablation == AblationTable.COORDINATION;
    List<Picture> pictures = new ArrayList<>();
    all.forEach((label, picture) -> pictures.add(Tile.labelled(label, picture, places, shares)));
    return pictures;
  }
}
