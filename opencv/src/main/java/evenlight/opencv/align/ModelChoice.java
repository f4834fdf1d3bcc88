package evenlight.opencv.align;

import evenlight.align.MotionModel;
import evenlight.align.Residual;
import evenlight.align.Transform;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The smallest family of transforms that explains matches which had no part in its fit.
 *
 * <p>A third of the matches, spread over the picture, is held out. A larger family is taken only
 * where it brings these clearly closer, and only if fits to the two parts agree at the corners: a
 * homography through matches in one part of the picture says nothing of the others.
 */
final class ModelChoice {
  /** One of so many matches is held out. */
  static final int HELD_OUT = 3;

  private static final double TOLERANCE = 1.5;
  private static final double CLEARLY = 1.2;
  private static final double NEGLIGIBLE = 0.05;
  private static final double MOSTLY = 0.5;
  private static final double UNLIKELY = 1e-3;

  private final int height;
  private final int width;
  private final double scale;
  private final List<Match> fitted = new ArrayList<>();
  private final List<Match> heldOut = new ArrayList<>();
  private final List<Match> all;

  /**
   * A choice by matches.
   *
   * @param height rows of the pictures
   * @param width columns of the pictures
   * @param scale pixels for one sample of the level that the matches were found in
   */
  ModelChoice(List<Match> matches, int height, int width, double scale) {
    all = matches;
    this.height = height;
    this.width = width;
    this.scale = scale;
    for (Match match : matches) {
      (match.cell() % HELD_OUT == 0 ? heldOut : fitted).add(match);
    }
  }

  /**
   * A fit and what it is worth.
   *
   * @param model its family
   * @param toFrame the fit to all matches
   * @param residual of the matches held out, by a fit to the others
   * @param agreeing the share of matches held out that are no farther off than the tolerance
   * @param looseness how far the fits to the two parts are apart at the corner where they are most,
   *     in pixels
   * @param motion how far places that were found move by it, 95 % of them at most, in pixels
   */
  record Choice(
      MotionModel model,
      Transform toFrame,
      Residual residual,
      double agreeing,
      double looseness,
      double motion) {

    /** Whether most matches held out agree. */
    boolean isAgreedOn() {
      return agreeing >= MOSTLY;
    }

    /**
     * Whether most matches held out agree, and would not by chance, wherever they were found.
     *
     * @param search how far around they were looked for, in samples
     */
    boolean agreesBeyondChance(int search) {
      int side = 2 * search + 1;
      double chance = Math.PI * TOLERANCE * TOLERANCE / (side * side);
      int count = (int) Math.rint(agreeing * residual.matches());
      return isAgreedOn() && atLeast(count, residual.matches(), chance) < UNLIKELY;
    }

    /** How likely so many of a number of events are that each come with a chance. */
    private static double atLeast(int count, int all, double chance) {
      double exactly = Math.pow(1 - chance, all);
      double fewer = 0;
      for (int i = 0; i < count; i++) {
        fewer += exactly;
        exactly *= chance / (1 - chance) * (all - i) / (i + 1);
      }
      return 1 - fewer;
    }
  }

  /** How far off a match may be that is right, in pixels. */
  double tolerance() {
    return TOLERANCE * scale;
  }

  /** The best of some families, which come smallest first; none if nothing can be fitted. */
  Optional<Choice> among(List<MotionModel> models) {
    List<Choice> choices = new ArrayList<>();
    for (MotionModel model : models) {
      evaluated(model).ifPresent(choices::add);
    }
    return choices.stream().reduce(this::better);
  }

  /** The larger of two if it is worth it. */
  private Choice better(Choice smaller, Choice larger) {
    boolean closer =
        CLEARLY * larger.residual().median() + NEGLIGIBLE * scale < smaller.residual().median()
            || larger.agreeing() > CLEARLY * smaller.agreeing();
    double apart = smaller.toFrame().distanceFrom(larger.toFrame(), height, width);
    boolean sure = larger.looseness() < apart || !smaller.isAgreedOn();
    return closer && sure ? larger : smaller;
  }

  private Optional<Choice> evaluated(MotionModel model) {
    if (fitted.size() < 2 * Fit.fewest(model) || heldOut.size() < Fit.fewest(model)) {
      return Optional.empty();
    }
    Optional<Transform> ofFitted = fit(model, fitted);
    Optional<Transform> ofHeldOut = fit(model, heldOut);
    Optional<Transform> ofAll = fit(model, all);
    if (ofFitted.isEmpty() || ofHeldOut.isEmpty() || ofAll.isEmpty()) {
      return Optional.empty();
    }
    double[] errors =
        heldOut.stream().mapToDouble(match -> match.error(ofFitted.get())).sorted().toArray();
    double[] motions = all.stream().mapToDouble(m -> m.motion(ofAll.get())).sorted().toArray();
    long agreeing = heldOut.stream().filter(m -> m.error(ofFitted.get()) < tolerance()).count();
    return Optional.of(
        new Choice(
            model,
            ofAll.get(),
            new Residual(errors[(errors.length - 1) / 2], errors[most(errors)], errors.length),
            (double) agreeing / errors.length,
            ofFitted.get().distanceFrom(ofHeldOut.get(), height, width),
            motions[most(motions)]));
  }

  /** The place of the value that 95 % of sorted ones do not exceed. */
  private static int most(double[] sorted) {
    return (int) (0.95 * (sorted.length - 1));
  }

  private Optional<Transform> fit(MotionModel model, List<Match> matches) {
    return new RobustFit(model, matches, tolerance())
        .find()
        .filter(fit -> fit.keepsInFront(height, width));
  }
}
