package evenlight.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A card as no photographer brings it home: everything that troubles the search, at once. */
class ThousandBracketsTest {
  private static final double[][] PATTERNS = {
    {0, -2, 2}, {0, -0.7, 0.7}, {-4, -4, -2, 0, 2}, {0, -3, 3}, {0, -1, 1, -2, 2}
  };
  private static final int BRACKETS = 1000;

  private Random random = new Random();
  private final List<String> names = new ArrayList<>();
  private int view;

  private String name() {
    return names.remove(names.size() - 1);
  }

  @ParameterizedTest
  @ValueSource(longs = {2, 10})
  void find_thousandBracketsAmongSingles_findsEveryOneAndNothingElse(long seed) {
    random = new Random(seed);
    for (int i = 0; i < 8 * BRACKETS; i++) {
      names.add("%08x.jpg".formatted(i * 2654435));
    }
    Collections.shuffle(names, random);
    MadeUpCard card = new MadeUpCard();
    for (int i = 0; i < BRACKETS; i++) {
      takeSomething(card, i);
    }
    Collections.shuffle(card.shots(), random);

    FoundCard found = card.find();

    assertThat(card.sets()).hasSize(BRACKETS);
    assertThat(MadeUpCard.setsOf(found)).containsExactlyInAnyOrderElementsOf(card.sets());
    assertThat(found.sets())
        .allSatisfy(set -> assertThat(set.confidence()).isGreaterThanOrEqualTo(0.5));
    assertThat(card.looks()).isLessThan(card.shots().size() * 2 / 3);
  }

  private void takeSomething(MadeUpCard card, int i) {
    card.camera(random.nextBoolean() ? "Maker One 4711" : "Maker Two 12")
        .folder("card/1" + i / 400);
    double[] pattern = PATTERNS[i % PATTERNS.length];
    double metered = random.nextInt(13) / 3.0 - 2 + (i % 50 == 0 ? 9 : 0);
    view++;
    Shot[] shots = new Shot[pattern.length];
    for (int k = 0; k < pattern.length; k++) {
      shots[k] = card.shootLying(name(), view, metered + pattern[k], pattern[k]);
      card.pause(0.2 + random.nextDouble());
    }
    card.isSet(shots);
    switch (random.nextInt(4)) {
      case 0 -> card.pause(0.5); // the next one follows at once
      case 1 -> {
        card.pause(4 + random.nextInt(20));
        card.shootLying(name(), ++view, metered + random.nextInt(7) / 3.0, 0);
        card.pause(4 + random.nextInt(20));
      }
      case 2 -> {
        card.pause(10);
        for (int k = 0; k < 4; k++) {
          card.pause(1).shootLying(name(), ++view, metered + (i % 2) * k / 3.0, 0);
        }
        card.pause(10);
      }
      default -> card.pause(5 + random.nextInt(600));
    }
  }
}
