package evenlight.fusion.classical;

import evenlight.fusion.FusionMethod;
import evenlight.fusion.FusionMethods;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real photographs, fused like a reference that has the published pictures. */
@Tag("shared")
class SharedDsiftTest {
  private static final FusionMethod DSIFT = FusionMethods.named("dsift");

  @ParameterizedTest
  @ValueSource(strings = {"Window", "Room"})
  void fuse_pair_isTheReferencePicture(String scene) throws IOException {
    SharedPairs.assertFusesTo(DSIFT, "dsift", scene);
  }

  @Test
  void fuse_allPairs_scoreAsTheReference() throws IOException {
    SharedPairs.assertScores(DSIFT, "dsift", "wta", Optional.of("DSIFT_EF"));
  }
}
