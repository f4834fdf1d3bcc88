package evenlight.experiment;

import evenlight.figure.ContactSheet.Picture;
import evenlight.figure.CropPlaces;
import evenlight.figure.Figure;
import evenlight.figure.Tile;
import evenlight.image.Image8;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The pictures of a scene as a figure shows them: sources, results, ground truth. */
final class ScenePanels {
  static final String UNDER = "under-exposed";
  static final String OVER = "over-exposed";
  static final String TRUTH = "ground truth";

  private static final int SCENES = 2;
  private static final int COLUMNS = 5;

  private ScenePanels() {}

  /** All pictures by what they are called, in their order. */
  static Map<String, Image8> pictures(Competition competition, String scene) throws IOException {
    List<Image8> sources = competition.pictures().sources(scene);
    Map<String, Image8> pictures = new LinkedHashMap<>();
    pictures.put(UNDER, sources.get(0));
    pictures.put(OVER, sources.get(sources.size() - 1));
    for (String method : competition.table().methods()) {
      pictures.put(method, competition.pictures().fused(method, scene));
    }
    competition.pictures().reference(scene).ifPresent(truth -> pictures.put(TRUTH, truth));
    return pictures;
  }

  /**
   * A figure for each of two scenes, with the two details enlarged in which the methods differ
   * most.
   *
   * @param withShares whether those of the pictures' colour components are shown, too
   */
  static List<Figure> figures(Experiment experiment, Competition competition, boolean withShares)
      throws IOException {
    List<Figure> figures = new ArrayList<>();
    for (String scene : competition.someScenes(SCENES)) {
      Map<String, Image8> pictures = pictures(competition, scene);
      CropPlaces places =
          CropPlaces.of(competition.table().methods().stream().map(pictures::get).toList());
      List<Picture> panels = new ArrayList<>();
      pictures.forEach(
          (label, picture) -> panels.add(Tile.labelled(label, picture, places, withShares)));
      figures.add(figure(experiment, scene, COLUMNS, panels));
    }
    return figures;
  }

  /** The figure of one scene. */
  static Figure figure(Experiment experiment, String scene, int columns, List<Picture> panels) {
    return new Figure(
        experiment.id() + "-" + scene,
        "%s: %s".formatted(experiment.title(), scene),
        columns,
        panels);
  }
}
