package evenlight.opencv.align;

import evenlight.align.FrameMotion;
import evenlight.align.MotionModel;
import evenlight.align.Residual;
import evenlight.align.Transform;
import evenlight.align.Verdict;
import evenlight.filter.Strips;
import evenlight.opencv.align.ModelChoice.Choice;
import evenlight.opencv.align.PatchSearch.Reach;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One way from coarse to fine, and what is to be thought of where it ends.
 *
 * <p>In the largest size places are looked for twice: the second time they lie where they are
 * looked for, where the top of a correlation has no bias.
 */
final class Track {
  /** Places are chosen in levels with sides no longer than this. */
  static final int PLACES_SIDE = 1200;

  private static final Reach NEAR = new Reach(9, 3, 0.6);
  private static final Reach LAST = new Reach(9, 2, 0.6);

  private static final int COARSE_PLACES = 250;
  private static final int FINE_PLACES = 1000;
  private static final int MOST_DIVIDED = 4;
  private static final int FEWEST_COMPARED = 70;
  private static final int FEWEST_HELD_OUT = 5;
  private static final double LITTLE = 0.08;
  private static final double LEAST_ON_THE_WAY = 0.25;

  private final LumaPyramid reference;
  private final LumaPyramid frame;
  private final List<MotionModel> models;
  private final Strips strips;
  private int compared;
  private List<Match> found = List.of();
  private Optional<Choice> choice = Optional.empty();
  private double finest = 1;
  private int search;

  /**
   * A way of a frame to a reference.
   *
   * @param models the families that a transform may be of
   * @param strips shares the work
   */
  Track(LumaPyramid reference, LumaPyramid frame, List<MotionModel> models, Strips strips) {
    this.reference = reference;
    this.frame = frame;
    this.models = models;
    this.strips = strips;
  }

  /** Places that can be found again in the smallest level of a picture. */
  static List<Place> placesOfSmallest(LumaPyramid picture) {
    return new Places(picture.level(picture.size() - 1)).inReference(COARSE_PLACES);
  }

  /** Follows a guess from a level to the largest; whether it got there. */
  boolean follow(Transform guess, int from, Reach first) {
    List<Place> places =
        from == reference.size() - 1 ? placesOfSmallest(reference) : places(guess, from);
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

  /** The places of a level; where most of it tells nothing, the rest is divided more finely. */
  private List<Place> places(Transform toFrame, int level) {
    Places choice = new Places(reference.level(level));
    Structure structure = Structure.of(frame.level(level));
    List<Place> places = choice.inBoth(FINE_PLACES, structure, toFrame);
    int finer = Math.min(FINE_PLACES / Math.max(1, places.size()), MOST_DIVIDED);
    return finer > 1 ? choice.inBoth(finer * FINE_PLACES, structure, toFrame) : places;
  }

  private Transform toFrame() {
    return choice.map(Choice::toFrame).orElse(Transform.IDENTITY);
  }

  private boolean step(int level, List<Place> places, Transform guess, Reach reach) {
    LumaLevel there = reference.level(level);
    Matches matches = Matches.of(there, frame.level(level), places, guess, reach, strips);
    compared = matches.compared();
    finest = there.scale();
    search = reach.search();
    found = matches.found();
    choice = choice(models);
    return choice.isPresent() && choice.get().agreeing() >= LEAST_ON_THE_WAY;
  }

  private Optional<Choice> choice(List<MotionModel> families) {
    return new ModelChoice(found, reference.height(), reference.width(), finest).among(families);
  }

  /** Whether its end is to be believed. */
  boolean isTrusted() {
    return motion("").verdict() == Verdict.ALIGNED;
  }

  /**
   * Whether its end is to be believed, and moves neither a corner nor half of what is held out by
   * more than this; nor do families that explain the matches better, where there are any.
   */
  boolean isStillWithin(double pixels, List<MotionModel> families) {
    FrameMotion motion = motion("");
    return motion.verdict() == Verdict.ALIGNED
        && motion.residual().median() <= pixels
        && motion.toReference().largestMotion(reference.height(), reference.width()) <= pixels
        && choice(families).filter(found -> found.motion() > pixels).isEmpty();
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

  /** What was found about a frame of this name. */
  FrameMotion motion(String name) {
    Optional<Choice> known = choice.filter(this::isMoreThanChance);
    if (known.isEmpty()) {
      String reason =
          text("of %d places that can be compared, too few are alike to tell", compared);
      boolean disagrees =
          compared >= FEWEST_COMPARED
              && choice.filter(end -> end.agreesBeyondChance(search)).isEmpty();
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

  /** Whether enough is alike: a few of many places that agree can be those that happen to. */
  private boolean isMoreThanChance(Choice found) {
    return found.residual().matches() >= FEWEST_HELD_OUT && isAlikeIn(LITTLE);
  }

  private Optional<String> distrust(Choice found) {
    if (!found.isAgreedOn()) {
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

  private double mostResidual() {
    return Math.max(1, Math.hypot(reference.height(), reference.width()) / 2000);
  }

  private static String text(String format, Object... arguments) {
    return String.format(Locale.ROOT, format, arguments);
  }
}
