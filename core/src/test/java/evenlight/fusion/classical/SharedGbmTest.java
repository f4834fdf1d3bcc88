package evenlight.fusion.classical;

import evenlight.fusion.FusionMethods;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real photographs, fused like a reference that has the authors' published pictures. */
@Tag("shared")
class SharedGbmTest {
  @ParameterizedTest
  @CsvSource({
    "gbm, gbm-haar, Window",
    "gbm, gbm-haar, Room",
    "gbm:solver=dct, gbm-dct, Window",
    "gbm:solver=dct, gbm-dct, Room"
  })
  void fuse_pair_isTheReferencePicture(String choice, String folder, String scene)
      throws IOException {
    SharedPairs.assertFusesTo(FusionMethods.named(choice), folder, scene);
  }

  @ParameterizedTest
  @CsvSource({
    "gbm, gbm-haar, matlab-clahe, GD",
    "gbm:clahe=opencv, gbm-haar, opencv-clahe,",
    "gbm:solver=dct, gbm-dct, matlab-clahe,",
    "gbm:solver=dct:clahe=opencv, gbm-dct, opencv-clahe,"
  })
  void fuse_allPairs_scoreAsTheReference(
      String choice, String row, String configuration, String published) throws IOException {
    SharedPairs.assertScores(
        FusionMethods.named(choice), row, configuration, Optional.ofNullable(published));
  }
}
