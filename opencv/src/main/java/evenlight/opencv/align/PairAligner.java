package evenlight.opencv.align;

import evenlight.align.FrameMotion;
import evenlight.align.MotionModel;
import evenlight.align.Residual;
import evenlight.align.Transform;
import evenlight.align.Verdict;
import evenlight.filter.Strips;
import evenlight.opencv.align.Matches.Search;
import evenlight.opencv.align.ModelChoice.Choice;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds where one frame lies over another.
 *
 * <p>Places of the reference are looked for in the frame, first in a small size and far around,
 * then in larger ones near to where the matches before put them, and in the largest twice: the
 * second time they lie where they are looked for, where the top of a correlation has no bias. Where
 * that ends nowhere, the search begins anew from a guess by features.
 */
final class PairAligner {
  private static final Search NEAR = new Search(9, 3, 0.6);
  private static final Search FROM_GUESS = new Search(8, 5, 0.6);
  private static final Search LAST = new Search(9, 2, 0.6);

  private static final int COARSE_PLACES = 250;
  private static final int FINE_PLACES = 1000;
  private static final int PLACES_SIDE = 1200;
  private static final int FEWEST_COMPARED = 70;
  private static final int FEWEST_HELD_OUT = 5;
  private static final double LITTLE = 0.08;
  private static final double MUCH = 0.25;
  private static final double MOSTLY = 0.5;
  private static final double LEAST_ON_THE_WAY = 0.25;

  private final List<MotionModel> models;
  private final Strips strips;

  PairAligner(List<MotionModel> models, Strips strips) {
    this.models = models;
    this.strips = strips;
  }

  /** Whether a picture shows anything by which it could be out of place. */
  static boolean hasFeatures(LumaPyramid picture) {
    return new Places(picture.level(picture.size() - 1)).inReference(COARSE_PLACES).size() > 3;
  }

  /** What is found about a frame of this name. */
  FrameMotion align(String name, LumaPyramid reference, LumaPyramid frame) {
    Track near = new Track(reference, frame);
    boolean arrived = near.follow(Transform.IDENTITY, reference.size() - 1, far(reference));
    if (arrived && near.isTrusted() && near.isAlikeIn(MUCH)) {
      return near.motion(name);
    }
    int level = reference.indexOfSide(PLACES_SIDE);
    Optional<Transform> guess =
        new FeatureGuess(strips.threads()).find(reference.level(level), frame.level(level));
    Track guided = new Track(reference, frame);
    if (guess.isPresent()
        && guided.follow(guess.get(), level, FROM_GUESS)
        && guided.isBetterThan(near)) {
      return guided.motion(name);
    }
    return near.motion(name);
  }

  /** How far around the smallest level is searched: less where that is small. */
  private static Search far(LumaPyramid picture) {
    LumaLevel level = picture.level(picture.size() - 1);
    int longest = Math.max(level.height(), level.width());
    return new Search(6, Math.max(3, Math.min(longest / 16, 12)), 0.6);
  }

  /** One way from coarse to fine. */
  private final class Track {
    private final LumaPyramid reference;
    private final LumaPyramid frame;
    private int compared;
    private Optional<Choice> choice = Optional.empty();
    private double finest = 1;

    Track(LumaPyramid reference, LumaPyramid frame) {
      this.reference = reference;
      this.frame = frame;
    }

    /** Follows a guess to the largest level; whether it got there. */
    boolean follow(Transform guess, int from, Search first) {
      List<Place> places =
          from == reference.size() - 1
              ? new Places(reference.level(from)).inReference(COARSE_PLACES)
              : places(guess, from);
      if (!step(from, places, guess, first)) {
        return false;
      }
      int chosenAt = Math.min(from, reference.indexOfSide(PLACES_SIDE));
      for (int level = from - 1; level >= 0; level--) {
        if (level >= chosenAt || level == from - 1) {
          places = places(toFrame(), Math.max(level, chosenAt));
        }
        if (!step(level, places, toFrame(), NEAR)) {
          return false;
        }
      }
      return step(0, from == 0 ? places(toFrame(), 0) : places, toFrame(), LAST);
    }

    private List<Place> places(Transform toFrame, int level) {
      return new Places(reference.level(level))
          .inBoth(FINE_PLACES, Structure.of(frame.level(level)), toFrame);
    }

    private Transform toFrame() {
      return choice.map(Choice::toFrame).orElse(Transform.IDENTITY);
    }

    private boolean step(int level, List<Place> places, Transform guess, Search search) {
      LumaLevel there = reference.level(level);
      Matches matches = Matches.of(there, frame.level(level), places, guess, search, strips);
      compared = matches.compared();
      finest = there.scale();
      choice =
          new ModelChoice(matches.found(), reference.height(), reference.width(), there.scale())
              .among(models);
      return choice.isPresent() && choice.get().agreeing() >= LEAST_ON_THE_WAY;
    }

    boolean isTrusted() {
      return motion("").verdict() == Verdict.ALIGNED;
    }

    private Optional<String> distrust(Choice found) {
      if (found.agreeing() < MOSTLY) {
        return Optional.of(
            text(
                "only %.0f %% of %d matches held out agree with it",
                100 * found.agreeing(), found.residual().matches()));
      }
      double most = mostResidual();
      if (found.residual().median() > most) {
        return Optional.of(
            text(
                "%s leaves %.1f pixels in the median, more than %.1f",
                found.model().id(), found.residual().median(), most));
      }
      if (found.looseness() > 2 * most + 2 * finest) {
        return Optional.of(
            text("two halves of the matches disagree by %.1f pixels", found.looseness()));
      }
      return Optional.empty();
    }

    /** Whether enough is alike: a few of many places that agree can be those that happen to. */
    private boolean isMoreThanChance(Choice found) {
      return found.residual().matches() >= FEWEST_HELD_OUT && isAlikeIn(LITTLE);
    }

    /** Whether a share of the places that were compared is alike. */
    boolean isAlikeIn(double share) {
      return ModelChoice.HELD_OUT * heldOut() >= share * compared;
    }

    private int heldOut() {
      return choice.map(found -> found.residual().matches()).orElse(0);
    }

    /** Whether this is the one to believe. */
    boolean isBetterThan(Track other) {
      return isTrusted() == other.isTrusted() ? heldOut() > other.heldOut() : isTrusted();
    }

    private double mostResidual() {
      return Math.max(1, Math.hypot(reference.height(), reference.width()) / 2000);
    }

    FrameMotion motion(String name) {
      Optional<Choice> known = choice.filter(this::isMoreThanChance);
      if (known.isEmpty()) {
        String reason =
            text("of %d places that can be compared, too few are alike to tell", compared);
        boolean disagrees =
            compared >= FEWEST_COMPARED
                && choice.filter(found -> found.agreeing() >= MOSTLY).isEmpty();
        return disagrees
            ? FrameMotion.refused(name, Residual.NONE, reason)
            : FrameMotion.undecided(name, reason);
      }
      Choice found = known.get();
      Optional<String> distrust = distrust(found);
      if (distrust.isPresent()) {
        return FrameMotion.refused(name, found.residual(), distrust.get());
      }
      return new FrameMotion(
          name, Verdict.ALIGNED, found.model(), found.toFrame().inverse(), found.residual(), "");
    }
  }

  private static String text(String format, Object... arguments) {
    return String.format(Locale.ROOT, format, arguments);
  }
}
