package evenlight.opencv.align;

import evenlight.align.FrameMotion;
import evenlight.align.MotionModel;
import evenlight.align.Transform;
import evenlight.filter.Strips;
import evenlight.opencv.align.PatchSearch.Reach;
import java.util.List;
import java.util.Optional;

/**
 * Finds where one frame lies over another.
 *
 * <p>Where frames that hardly move are left alone, it is first seen whether a shift of no more than
 * that explains the frame: of few matches a larger family makes motion where there is none.
 * Otherwise places of the reference are looked for in the frame, first in a small size and far
 * around, then in larger ones near to where the matches before put them. Where that ends nowhere,
 * the search begins anew from a guess by features.
 *
 * @param models the families that a transform may be of
 * @param still a frame that a shift of so many pixels explains is not looked at any further
 * @param strips shares the work
 */
record PairAligner(List<MotionModel> models, double still, Strips strips) {
  private static final Reach FROM_GUESS = new Reach(8, 5, 0.6);
  private static final double MUCH = 0.25;

  /** Whether a picture shows anything by which it could be out of place. */
  static boolean hasFeatures(LumaPyramid picture) {
    return Track.placesOfSmallest(picture).size() > 3;
  }

  /** What is found about a frame of this name. */
  FrameMotion align(String name, LumaPyramid reference, LumaPyramid frame) {
    int level = reference.indexOfSide(Track.PLACES_SIDE);
    if (still > 0) {
      Track unmoved = new Track(reference, frame, List.of(MotionModel.TRANSLATION), strips);
      if (unmoved.follow(Transform.IDENTITY, level, FROM_GUESS)
          && unmoved.isStillWithin(still, models)) {
        return unmoved.motion(name);
      }
    }
    Track near = new Track(reference, frame, models, strips);
    boolean arrived = near.follow(Transform.IDENTITY, reference.size() - 1, far(reference));
    if (arrived && near.isTrusted() && near.isAlikeIn(MUCH)) {
      return near.motion(name);
    }
    Optional<Transform> guess =
        new FeatureGuess(strips.threads()).find(reference.level(level), frame.level(level));
    Track guided = new Track(reference, frame, models, strips);
    if (guess.isPresent()
        && guided.follow(guess.get(), level, FROM_GUESS)
        && guided.isBetterThan(near)) {
      return guided.motion(name);
    }
    return near.motion(name);
  }

  /** How far around the smallest level is searched: less where that is small. */
  private static Reach far(LumaPyramid picture) {
    LumaLevel level = picture.level(picture.size() - 1);
    int longest = Math.max(level.height(), level.width());
    return new Reach(6, Math.max(3, Math.min(longest / 16, 12)), 0.6);
  }
}
