package evenlight.experiment;

import evenlight.figure.ColourShare;
import evenlight.figure.ContactSheet.Picture;
import evenlight.figure.CropPlaces;
import evenlight.figure.Tile;
import evenlight.image.Image8;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The pictures of a scene as a figure shows them: sources, results, ground truth. */
final class ScenePanels {
  static final String UNDER = "under-exposed";
  static final String OVER = "over-exposed";
  static final String TRUTH = "ground truth";

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
   * Tiles with the two details enlarged in which the methods differ most.
   *
   * @param shares of a picture's colour components, if they are shown
   */
  static List<Picture> of(
      Competition competition, String scene, Function<Image8, Optional<ColourShare>> shares)
      throws IOException {
    Map<String, Image8> pictures = pictures(competition, scene);
    CropPlaces places =
        CropPlaces.of(competition.table().methods().stream().map(pictures::get).toList());
    List<Picture> panels = new ArrayList<>();
    pictures.forEach(
        (label, picture) -> {
          Optional<ColourShare> share = shares.apply(picture);
          String text = share.map(shown -> label + ": " + shown.label()).orElse(label);
          panels.add(new Picture(text, Tile.of(picture, places, share)));
        });
    return panels;
  }
}
