package evenlight.bracket;

import static org.assertj.core.api.Assertions.assertThat;

import evenlight.image.Image;
import evenlight.image.io.Photo;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExtremePairTest {
  @ParameterizedTest
  @CsvSource({
    "3 9 30 120 200 250, 30, 200",
    "200 3 120 250 30, 30, 200",
    "9 10 128 245 246, 10, 245",
    "40 90, 40, 90",
  })
  void of_longBracket_leavesBlackAndWhiteOut(String levels, int under, int over) {
    assertPair(levels, under, over);
  }

  @ParameterizedTest
  @CsvSource({
    "1 5 8, 1, 8",
    "247 250 255, 247, 255",
    "2 128 254, 2, 254",
    "2 254, 2, 254",
    "2 3 250 251, 2, 251",
  })
  void of_noTwoThatQualify_takesDarkestAndBrightest(String levels, int under, int over) {
    assertPair(levels, under, over);
  }

  @Test
  void of_pair_isThatPair() {
    Bracket pair = bracket(50, 60);
    assertThat(ExtremePair.of(pair).exposures()).isEqualTo(pair.exposures());
  }

  private static void assertPair(String levels, int under, int over) {
    int[] numbers = Arrays.stream(levels.split(" ", -1)).mapToInt(Integer::parseInt).toArray();
    assertThat(ExtremePair.of(bracket(numbers)).exposures())
        .extracting(Exposure::name)
        .containsExactly("at " + under, "at " + over);
  }

  private static Bracket bracket(int... levels) {
    return Bracket.of(IntStream.of(levels).mapToObj(ExtremePairTest::grey).toList());
  }

  private static Exposure grey(int level) {
    float[] plane = new float[12];
    Arrays.fill(plane, level / 255f);
    return new Exposure("at " + level, new Photo(Image.of(3, 4, plane, plane, plane), 8));
  }
}
