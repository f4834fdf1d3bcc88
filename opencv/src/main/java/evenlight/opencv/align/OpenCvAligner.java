package evenlight.opencv.align;

import evenlight.align.Aligner;
import evenlight.align.Alignment;
import evenlight.align.Area;
import evenlight.align.FrameMotion;
import evenlight.align.MotionModel;
import evenlight.align.Transform;
import evenlight.bracket.Bracket;
import evenlight.filter.Strips;
import evenlight.image.Image;
import java.util.Arrays;
import java.util.List;

/**
 * Alignment by global transforms.
 *
 * <p>Each frame is aligned to the reference; where they have too little in common, to its neighbour
 * that is one exposure nearer, and from there on. OpenCV is loaded only where it is needed: for
 * features of frames far apart, and to warp.
 */
public final class OpenCvAligner implements Aligner {
  /** Frames that move by no more pixels are left as they are, if that is asked for. */
  private static final double STILL = 1;

  private final List<MotionModel> models;
  private final double still;
  private final int threads;

  /**
   * An aligner of every frame, however little it moves.
   *
   * @param models the families that a transform may be of, smallest first
   * @param threads how many may share the work; 0 means one per core
   * @throws IllegalArgumentException if there is no family
   */
  public OpenCvAligner(List<MotionModel> models, int threads) {
    this(models, 0, threads);
  }

  private OpenCvAligner(List<MotionModel> models, double still, int threads) {
    if (models.isEmpty()) {
      throw new IllegalArgumentException("there must be a family of transforms, but is none");
    }
    this.models = List.copyOf(models);
    this.still = still;
    this.threads = threads;
  }

  /**
   * One that takes the smallest family that explains the motion, and leaves a bracket as it is, to
   * the last bit, where no frame moves by more than a pixel.
   */
  public static OpenCvAligner automatic(int threads) {
    return new OpenCvAligner(List.of(MotionModel.values()), STILL, threads);
  }

  @Override
  public Alignment align(Bracket bracket, int reference) {
    FrameMotion[] motions = new FrameMotion[bracket.size()];
    motions[reference] = FrameMotion.reference(name(bracket, reference));
    Strips strips = new Strips(threads);
    LumaPyramid middle = pyramid(bracket, reference, strips);
    outwards(bracket, reference, -1, middle, motions);
    outwards(bracket, reference, 1, middle, motions);
    Alignment found = new Alignment(bracket.height(), bracket.width(), Arrays.asList(motions));
    return still > 0 ? found.stillWithin(still) : found;
  }

  private static String name(Bracket bracket, int place) {
    return bracket.exposures().get(place).name();
  }

  private static LumaPyramid pyramid(Bracket bracket, int place, Strips strips) {
    return LumaPyramid.of(bracket.exposures().get(place).image(), strips);
  }

  /** Aligns the frames on one side of the reference, the nearest exposure first. */
  private void outwards(
      Bracket bracket, int reference, int direction, LumaPyramid middle, FrameMotion[] motions) {
    Strips strips = new Strips(threads);
    PairAligner pairs = new PairAligner(models, still, strips);
    LumaPyramid nearer = middle;
    for (int i = reference + direction; i >= 0 && i < motions.length; i += direction) {
      LumaPyramid frame = pyramid(bracket, i, strips);
      motions[i] =
          new Link(middle, nearer, motions[i - direction], pairs).align(name(bracket, i), frame);
      nearer = frame;
    }
  }

  @Override
  public Image warp(Bracket bracket, Alignment alignment, int frame, Area area) {
    Image image = bracket.exposures().get(frame).image();
    Natives.prepare(threads);
    Transform toFrame =
        alignment
            .frames()
            .get(frame)
            .toReference()
            .inverse()
            .after(Transform.translation(area.x(), area.y()));
    PlaneWarp warp = new PlaneWarp(image, toFrame, area);
    return bracket.exposures().get(frame).photo().bitDepth() == Byte.SIZE
        ? warp.bytes()
        : warp.shorts();
  }
}
