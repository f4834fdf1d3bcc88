package evenlight.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SetFinderTest {
  private final MadeUpCard card = new MadeUpCard();

  private FoundCard assertFound() {
    FoundCard found = card.find();
    assertThat(MadeUpCard.setsOf(found)).isEqualTo(card.sets());
    int inSets = found.sets().stream().mapToInt(set -> set.shots().size()).sum();
    assertThat(inSets + found.singles().size()).isEqualTo(card.shots().size());
    return found;
  }

  @Test
  void find_oneBracket_isSureOfIt() {
    card.bracket("IMG_", 1, 1, 0, -2, 2);

    FoundSet set = assertFound().sets().get(0);

    assertThat(set.name()).isEqualTo("IMG_0001");
    assertThat(set.stops()).containsExactly(0.0, -2.0, 2.0);
    assertThat(set.confidence()).isGreaterThan(0.9);
  }

  @Test
  void find_bracketsWithoutPause_areCutWhereExposuresRepeat() {
    for (int i = 0; i < 4; i++) {
      card.bracket("IMG_", 1 + 3 * i, i, 0, -2, 2);
    }

    assertFound();
  }

  @Test
  void find_bracketsWithoutPauseWhoseMeteringDrifts_areCut() {
    card.bracket("IMG_", 1, 1, 0, -2, 2).bracket("IMG_", 4, 2, 0.4, -1.6, 2.4);

    assertFound();
  }

  @Test
  void find_pairsWithoutPause_areCut() {
    card.bracket("IMG_", 1, 1, 0, 3).bracket("IMG_", 3, 1, 0, 3);

    assertFound();
  }

  @Test
  void find_oneLongLadder_isNotCutIntoShortOnes() {
    card.bracket("IMG_", 1, 1, -2, 0, 2).pause(20);
    card.bracket("IMG_", 4, 2, -2, 0, 2).pause(20);
    card.bracket("IMG_", 7, 3, -5, -3, -1, 1, 3, 5);

    assertFound();
  }

  @Test
  void find_exposureTwiceAtTheShuttersLimit_staysInTheSet() {
    card.bracket("IMG_", 1, 1, -4, -4, -2, 0, 2).pause(20);
    card.bracket("IMG_", 6, 2, 0, -2, 0, 2);

    FoundCard found = assertFound();

    assertThat(found.sets().get(1).reasons()).contains("an exposure is there twice");
  }

  @Test
  void find_equalExposuresInEverySet_areWhatTheCameraTakes() {
    for (int i = 0; i < 4; i++) {
      card.bracket("IMG_", 1 + 4 * i, i, 0, 0, -2, 2);
    }

    assertFound();
  }

  @Test
  void find_longExposures_doNotEndASet() {
    card.bracket("IMG_", 1, 1, 8, 10.5, 12.5).pause(40).bracket("IMG_", 4, 2, 8, 10.5, 12.5);

    assertThat(card.shots().get(2).exposureSeconds().getAsDouble()).isGreaterThan(90);
    assertFound();
  }

  @Test
  void find_clockThatNotesTheEndOfAnExposure_makesNoDifference() {
    Shot first = card.shootLying("IMG_1.JPG", 1, 0, -2);
    Shot second = card.pause(21).shootLying("IMG_2.JPG", 1, 10.3, 2);
    double exposure = second.exposureSeconds().getAsDouble();
    Shot third = card.pause(1 - exposure).shootLying("IMG_3.JPG", 1, 5, 0);

    card.isSet(first, second, third);

    assertFound();
  }

  @Test
  void find_darkFrameAfterALongExposure_doesNotEndASet() {
    Shot first = card.shoot("IMG_1.JPG", 1, 10.9);
    Shot second = card.pause(32).shoot("IMG_2.JPG", 1, 8.9);
    Shot third = card.pause(8.5).shoot("IMG_3.JPG", 1, 6.9);

    card.isSet(first, second, third);

    assertFound();
  }

  @Test
  void find_bracketByHandWithPauses_isFoundByItsPictures() {
    Shot first = card.shoot("IMG_1.JPG", 1, 0);
    Shot second = card.pause(12).shoot("IMG_2.JPG", 1, -2);
    Shot third = card.pause(15).shoot("IMG_3.JPG", 1, 2);
    card.pause(12).shoot("IMG_4.JPG", 2, 1);
    card.isSet(first, second, third);

    FoundSet set = assertFound().sets().get(0);

    assertThat(set.confidence()).isBetween(0.5, 0.9);
    assertThat(set.reasons()).contains("a longer pause in between");
  }

  @Test
  void find_panoramaAtOneExposure_isNoSet() {
    card.bracket("IMG_", 1, 100, 0, -2, 2).pause(10);
    for (int i = 0; i < 8; i++) {
      card.shoot("IMG_%04d.JPG".formatted(10 + i), i, 0);
      card.pause(1);
    }
    card.pause(10).bracket("IMG_", 30, 101, 0, -2, 2);

    assertFound();
  }

  @Test
  void find_panoramaThatIsMetered_isNoSet() {
    for (int i = 0; i < 6; i++) {
      card.shoot("IMG_%04d.JPG".formatted(i), i, 0.33 * i);
      card.pause(1);
    }

    assertFound();
  }

  @Test
  void find_panoramaOfBrackets_isASetForEachView() {
    for (int i = 0; i < 6; i++) {
      card.bracket("IMG_", 1 + 3 * i, i, -2, 0, 2).pause(1);
    }

    assertFound();
  }

  @Test
  void find_singleRightBehindABracket_staysSingle() {
    card.bracket("IMG_", 1, 1, 0, -2, 2);
    card.shoot("IMG_0004.JPG", 2, 1);
    card.pause(20).bracket("IMG_", 5, 3, 0, -2, 2);

    FoundCard found = assertFound();

    assertThat(found.singles().get(0).shot().name()).isEqualTo("IMG_0004.JPG");
  }

  @Test
  void find_twoCamerasInOneFolder_areToldApart() {
    List<Shot> one = new ArrayList<>();
    List<Shot> other = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      one.add(card.camera("A").shoot("x%d.jpg".formatted(7 * i % 5), 1, 2 * i));
      other.add(card.camera("B").pause(0.2).shoot("y%d.jpg".formatted(3 * i % 7), 2, 2 * i));
    }
    card.isSet(one.toArray(Shot[]::new)).isSet(other.toArray(Shot[]::new));

    assertFound();
  }

  @Test
  void find_otherSizeOrOrientation_endsASet() {
    card.bracket("IMG_", 1, 1, 0, -2, 2);
    card.height(300).bracket("IMG_", 4, 1, 1, -1, 3);
    card.orientation(6).bracket("IMG_", 7, 1, 0.5, -1.5, 2.5);

    assertFound();
  }

  @Test
  void find_noExif_goesByNamesAndPictures() {
    for (int i = 0; i < 3; i++) {
      Shot first = card.shootUntold("p%d.jpg".formatted(9 + 4 * i), i, 0);
      Shot second = card.shootUntold("p%d.jpg".formatted(10 + 4 * i), i, -2);
      Shot third = card.shootUntold("p%d.jpg".formatted(11 + 4 * i), i, 1.5);
      card.shootUntold("p%d.jpg".formatted(12 + 4 * i), 50 + i, 0);
      card.isSet(first, second, third);
    }

    FoundCard found = assertFound();

    assertThat(found.sets()).allSatisfy(set -> assertThat(set.confidence()).isBetween(0.5, 0.8));
  }

  @Test
  void find_equalTagsButUnequalPictures_isASetOfLowerConfidence() {
    Shot first = card.shootLying("a1.jpg", 1, 0, 0);
    Shot second = card.shootLying("a2.jpg", 1, 0, -2);
    Shot third = card.shootLying("a3.jpg", 1, 0, 1.5);
    card.isSet(first, second, third);

    assertThat(assertFound().sets().get(0).confidence()).isBetween(0.4, 0.75);
  }

  @Test
  void find_unequalTagsButEqualPictures_isHardlyASet() {
    card.shootLying("a1.jpg", 1, 0, 0);
    card.shootLying("a2.jpg", 1, -2, 0);

    assertThat(card.find().sets().get(0).confidence()).isLessThan(0.5);
  }

  @Test
  void find_oneTimeForAll_goesByNames() {
    for (int i = 0; i < 30; i++) {
      Shot dark = card.pause(-1).shoot("n%d.jpg".formatted(2 * i), i, -6);
      card.pause(-dark.exposureSeconds().getAsDouble());
      Shot bright = card.shoot("n%d.jpg".formatted(2 * i + 1), i, -4);
      card.pause(1 - bright.exposureSeconds().getAsDouble()).isSet(dark, bright);
    }

    assertThat(card.shots().stream().map(Shot::taken).distinct()).hasSize(1);
    assertFound();
  }

  @Test
  void find_alternatingFormats_areSeparateReels() {
    Shot[] jpeg = new Shot[3];
    Shot[] tiff = new Shot[3];
    for (int i = 0; i < 3; i++) {
      jpeg[i] = card.shoot("IMG_%d.JPG".formatted(i), 1, 2 * i);
      card.pause(-jpeg[i].exposureSeconds().getAsDouble());
      tiff[i] = card.shoot("IMG_%d.tif".formatted(i), 1, 2 * i);
    }

    FoundCard found = card.isSet(jpeg).isSet(tiff).find();

    assertThat(MadeUpCard.setsOf(found)).isEqualTo(card.sets());
    assertThat(found.sets()).extracting(FoundSet::name).doesNotHaveDuplicates();
  }

  @Test
  void byTime_asksForNothingElse() {
    Shot[] first = {card.shoot("1.jpg", 1, 0), card.shoot("2.jpg", 2, 0)};
    card.pause(2.5);
    Shot[] second = {card.shoot("3.jpg", 3, 0), card.shoot("4.jpg", 4, 0)};
    card.isSet(first).isSet(second);

    Grouping time = Grouping.by(Grouping.Rule.TIME).withPause(Duration.ofSeconds(2));

    assertThat(MadeUpCard.setsOf(card.find(time))).isEqualTo(card.sets());
    assertThat(card.looks()).isZero();
  }

  @Test
  void byEv_asksForNothingElse() {
    card.bracket("a", 1, 1, 0, -1, 1).pause(-5).bracket("a", 4, 1, 0, -1, 1).pause(500);
    Shot[] slow = new Shot[3];
    for (int i = 0; i < 3; i++) {
      slow[i] = card.pause(100).shoot("a%04d.jpg".formatted(7 + i), i, List.of(0, -1, 1).get(i));
    }
    card.isSet(slow);

    assertThat(MadeUpCard.setsOf(card.find(Grouping.by(Grouping.Rule.EV)))).isEqualTo(card.sets());
    assertThat(card.looks()).isZero();
  }

  @Test
  void byCount_startsAnewWhereTheSizeChanges() {
    for (int i = 0; i < 4; i++) {
      card.shoot("a%d.jpg".formatted(i), i, 0);
    }
    card.height(300);
    for (int i = 4; i < 7; i++) {
      card.shoot("a%d.jpg".formatted(i), i, 0);
    }

    FoundCard found = card.find(Grouping.byCount(3));

    assertThat(found.sets().stream().map(FoundSet::name)).containsExactly("a0", "a4");
    assertThat(found.singles().get(0).shot().name()).isEqualTo("a3.jpg");
  }

  @Test
  void find_noShots_findsNothing() {
    assertThat(card.find()).isEqualTo(new FoundCard(List.of(), List.of()));
  }
}
