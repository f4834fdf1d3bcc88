package evenlight.evaluation.report;

import evenlight.evaluation.EvaluationPictures;
import evenlight.evaluation.ScoreRow;
import evenlight.evaluation.ScoreTable;
import evenlight.figure.CropPlaces;
import evenlight.filter.AreaReduction;
import evenlight.filter.Plane;
import evenlight.image.Image8;
import evenlight.image.io.Photos;
import evenlight.metric.Comparison;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * All pictures of one scene as a page holds them: small and encoded.
 *
 * @param pictures sources, darkest first; ground truth; results in the order of the methods
 * @param places where the enlarged details start
 */
record ScenePictures(List<Picture> pictures, CropPlaces places) {
  private static final float QUALITY = 0.88f;
  private static final float MAP_QUALITY = 0.8f;

  /** Below this many rows or columns the windows of a quality map find no place. */
  private static final int LEAST_SIDE_OF_MAP = 11;

  /**
   * A picture.
   *
   * @param label what it is
   * @param method the method whose result it is, if it is one
   * @param height rows of the JPEG
   * @param width columns of the JPEG
   * @param jpeg the picture
   * @param map where it is good, if that is known
   */
  record Picture(
      String label,
      Optional<String> method,
      int height,
      int width,
      EncodedJpeg jpeg,
      Optional<QualityMap> map) {}

  /**
   * A quality map and the part of the picture that it covers, in shares of the picture's size.
   *
   * @param top what it leaves out above and below
   * @param left what it leaves out on either side
   * @param jpeg the map in colours
   */
  record QualityMap(double top, double left, EncodedJpeg jpeg) {}

  /** The bytes of a JPEG file. */
  @SuppressWarnings("ArrayRecordComponent") // handed from the encoder to the page, never compared
  record EncodedJpeg(byte[] bytes) {}

  /** Reads the pictures of the methods that did not fail; holds full-size results one at a time. */
  static ScenePictures read(
      ScoreTable table,
      String scene,
      EvaluationPictures files,
      Function<Comparison, Plane> qualityMap,
      PictureSizes sizes)
      throws IOException {
    List<Image8> sources = files.sources(scene);
    List<Picture> pictures = new ArrayList<>();
    List<Image8> others = new ArrayList<>();
    for (int k = 0; k < sources.size(); k++) {
      Image8 small = AreaReduction.toLongSide(sources.get(k), sizes.picture());
      pictures.add(picture(label(k, sources.size()), Optional.empty(), small, Optional.empty()));
      others.add(small);
    }
    Optional<Image8> truth = files.reference(scene);
    if (truth.isPresent()) {
      Image8 small = AreaReduction.toLongSide(truth.get(), sizes.picture());
      pictures.add(picture("Ground truth", Optional.empty(), small, Optional.empty()));
    }
    List<Image8> results = new ArrayList<>();
    for (String method : table.methods()) {
      if (table.row(method, scene).flatMap(ScoreRow::error).isEmpty()
          && table.row(method, scene).isPresent()) {
        Image8 fused = files.fused(method, scene);
        Image8 small = AreaReduction.toLongSide(fused, sizes.picture());
        Optional<QualityMap> map = map(sources, fused, qualityMap, sizes.map());
        pictures.add(picture(method, Optional.of(method), small, map));
        results.add(small);
      }
    }
    if (results.size() < 2) {
      results.addAll(others);
    }
    return new ScenePictures(pictures, CropPlaces.of(results));
  }

  private static String label(int index, int count) {
    String place = index == 0 ? " (darkest)" : index == count - 1 ? " (brightest)" : "";
    return "Source " + (index + 1) + place;
  }

  private static Picture picture(
      String label, Optional<String> method, Image8 image, Optional<QualityMap> map) {
    return new Picture(
        label,
        method,
        image.height(),
        image.width(),
        new EncodedJpeg(Photos.jpeg(image, QUALITY)),
        map);
  }

  private static Optional<QualityMap> map(
      List<Image8> sources, Image8 fused, Function<Comparison, Plane> qualityMap, int longSide) {
    if (Math.min(fused.height(), fused.width()) < LEAST_SIDE_OF_MAP) {
      return Optional.empty();
    }
    Plane map = qualityMap.apply(new Comparison(sources, fused, Optional.empty()));
    return Optional.of(
        new QualityMap(
            (fused.height() - map.height()) / 2.0 / fused.height(),
            (fused.width() - map.width()) / 2.0 / fused.width(),
            new EncodedJpeg(
                Photos.jpeg(
                    ColourScale.image(AreaReduction.toLongSide(map, longSide)), MAP_QUALITY))));
  }
}
