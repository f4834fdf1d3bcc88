package evenlight.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import evenlight.bracket.Bracket;
import evenlight.bracket.Exposure;
import evenlight.image.Image;
import java.util.List;
import org.junit.jupiter.api.Test;

class MirroredBracketTest {
  @Test
  void of_largerThanThePicture_reflectsIt() {
    Bracket bracket =
        Bracket.of(
            List.of(
                new Exposure("under", Photographs.photo(4, 6, 0)),
                new Exposure("over", Photographs.photo(4, 6, 100))));
    Image dark = MirroredBracket.of(bracket, new PictureSize(9, 14)).darkest().image();
    assertThat(dark.size()).isEqualTo("9×14");
    assertThat(dark.at(0, 0, 6)).isEqualTo(dark.at(0, 0, 5));
    assertThat(dark.at(0, 0, 11)).isEqualTo(dark.at(0, 0, 0));
    assertThat(dark.at(0, 0, 12)).isEqualTo(dark.at(0, 0, 0));
    assertThat(dark.at(1, 7, 13)).isEqualTo(dark.at(1, 0, 1));
    assertThat(dark.at(1, 8, 0)).isEqualTo(dark.at(1, 0, 0));
  }
}
