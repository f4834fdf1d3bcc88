package evenlight.opencv.align;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import evenlight.align.Alignment;
import evenlight.align.Area;
import evenlight.align.FrameMotion;
import evenlight.align.Misaligned;
import evenlight.align.MotionModel;
import evenlight.align.Registration;
import evenlight.align.Residual;
import evenlight.align.Transform;
import evenlight.align.Verdict;
import evenlight.bracket.Bracket;
import evenlight.bracket.Exposure;
import evenlight.image.Image;
import evenlight.image.io.Photo;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OpenCvAlignerTest {
  private static final int HEIGHT = 420;
  private static final int WIDTH = 560;
  private static final MadeUpScene SCENE = new MadeUpScene(7, HEIGHT, WIDTH);
  private static final OpenCvAligner AUTOMATIC = OpenCvAligner.automatic(0);

  /** A turn about the middle, in degrees, an enlargement, and a shift. */
  private static Transform motion(double degrees, double scale, double dx, double dy) {
    double c = scale * Math.cos(Math.toRadians(degrees));
    double s = scale * Math.sin(Math.toRadians(degrees));
    double x = (WIDTH - 1) / 2.0;
    double y = (HEIGHT - 1) / 2.0;
    return new Transform(c, -s, x - c * x + s * y + dx, s, c, y - s * x - c * y + dy, 0, 0);
  }

  private static Transform perspective() {
    return motion(0.7, 1.01, 4.2, -6.1)
        .after(new Transform(1, 0.002, 0, -0.003, 1, 0, 2.5e-5, -1.8e-5));
  }

  static Stream<Arguments> motions() {
    return Stream.of(
        Arguments.of("shift", 2.0, motion(0, 1, 11.37, -7.81), MotionModel.TRANSLATION),
        Arguments.of("shift, 6 EV", 6.0, motion(0, 1, -9.45, 14.2), MotionModel.TRANSLATION),
        Arguments.of("turn", 2.0, motion(1.8, 1, 3.3, 5.9), MotionModel.ROTATION),
        Arguments.of("turn, 6 EV", 6.0, motion(-1.2, 1, 6.1, -2.7), MotionModel.ROTATION),
        Arguments.of("turn far, by features", 3.0, motion(24, 1, 31, 12), MotionModel.ROTATION),
        Arguments.of(
            "shift far, by features", 4.0, motion(0, 1, 120.6, -64.3), MotionModel.TRANSLATION),
        Arguments.of("enlarged", 3.0, motion(0, 1.03, 2.2, 1.4), MotionModel.HOMOGRAPHY),
        Arguments.of("perspective", 3.0, perspective(), MotionModel.HOMOGRAPHY),
        Arguments.of("perspective, 4 EV", 4.0, perspective(), MotionModel.HOMOGRAPHY));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("motions")
  void align_knownMotion_isFoundToHalfAPixelByTheSmallestModel(
      String what, double evs, Transform toReference, MotionModel model) {
    Bracket bracket =
        Bracket.of(
            List.of(
                SCENE.photograph("dark", -evs / 2, Transform.IDENTITY),
                SCENE.photograph("bright", evs / 2, toReference)));

    FrameMotion found = AUTOMATIC.align(bracket, 0).frames().get(1);

    assertThat(found.verdict()).as(found.remark()).isEqualTo(Verdict.ALIGNED);
    assertThat(found.toReference().distanceFrom(toReference, HEIGHT, WIDTH)).isLessThan(0.5);
    assertThat(found.residual().median()).isLessThan(0.5);
    assertThat(found.residual().matches()).isGreaterThan(10);
    assertThat(found.model()).isEqualTo(model);
  }

  @Test
  void align_perspectiveSixEvsApart_isFoundToHalfAPixelWhereBothTellSomething() {
    Exposure dark = SCENE.photograph("dark", -3, Transform.IDENTITY);
    Exposure bright = SCENE.photograph("bright", 3, perspective());

    FrameMotion found = AUTOMATIC.align(Bracket.of(List.of(dark, bright)), 0).frames().get(1);

    assertThat(found.model()).isEqualTo(MotionModel.HOMOGRAPHY);
    assertThat(farthestOff(found.toReference(), dark.image(), bright.image())).isLessThan(0.5);
  }

  /** The greatest distance from the true perspective where neither picture is black or clipped. */
  private static double farthestOff(Transform toReference, Image dark, Image bright) {
    Transform truth = perspective();
    double farthest = 0;
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        int column = (int) Math.rint(truth.x(x, y));
        int row = (int) Math.rint(truth.y(x, y));
        boolean seen = column >= 0 && row >= 0 && column < WIDTH && row < HEIGHT;
        if (seen && LumaLevel.tells(bright.at(0, y, x)) && dark.at(0, row, column) > 3f / 255) {
          double dx = toReference.x(x, y) - truth.x(x, y);
          double dy = toReference.y(x, y) - truth.y(x, y);
          farthest = Math.max(farthest, Math.hypot(dx, dy));
        }
      }
    }
    return farthest;
  }

  @Test
  void automatic_framesWithinAPixel_areLeftAsTheyAre() {
    Bracket bracket =
        Bracket.of(
            List.of(
                SCENE.photograph("dark", -1, motion(0, 1, 0.6, -0.3)),
                SCENE.photograph("middle", 0, Transform.IDENTITY),
                SCENE.photograph("bright", 1, motion(0, 1, -0.4, 0.5))));

    assertThat(AUTOMATIC.align(bracket, 1).isStill()).isTrue();
    assertThat(new OpenCvAligner(List.of(MotionModel.TRANSLATION), 0).align(bracket, 1).isStill())
        .isFalse();
  }

  @Test
  void automatic_turnedByLittleMoreThanAPixelAtTheCorners_isAligned() {
    Transform turn = motion(0.35, 1, 0, 0);
    Bracket bracket =
        Bracket.of(
            List.of(
                SCENE.photograph("dark", -1, Transform.IDENTITY),
                SCENE.photograph("bright", 1, turn)));

    FrameMotion found = AUTOMATIC.align(bracket, 0).frames().get(1);

    assertThat(turn.largestMotion(HEIGHT, WIDTH)).isBetween(2.0, 2.5);
    assertThat(found.toReference().distanceFrom(turn, HEIGHT, WIDTH)).isLessThan(0.3);
  }

  @Test
  void align_mostOfAFrameClipped_isFoundFromTheRest() {
    Transform toReference = motion(0.9, 1, -5.2, 3.6);
    Exposure bright = SCENE.photograph("bright", 3, toReference);
    Bracket bracket =
        Bracket.of(List.of(SCENE.photograph("middle", 0, Transform.IDENTITY), bright));

    FrameMotion found = AUTOMATIC.align(bracket, 0).frames().get(1);

    assertThat(clipped(bright.image())).isGreaterThan(0.5);
    assertThat(found.toReference().distanceFrom(toReference, HEIGHT, WIDTH)).isLessThan(0.5);
  }

  private static double clipped(Image image) {
    float[] plane = image.plane(0);
    int count = 0;
    for (float sample : plane) {
      count += sample == 1 ? 1 : 0;
    }
    return (double) count / plane.length;
  }

  @Test
  void align_somethingMovesInAFifthOfThePicture_theRestDecides() {
    Transform toReference = motion(0.5, 1, 4.4, 2.1);
    Exposure frame = SCENE.photograph("bright", 1, toReference);
    byte[] plane = new byte[HEIGHT * WIDTH];
    byte[] row = new byte[WIDTH];
    for (int y = 0; y < HEIGHT; y++) {
      frame.image().row(0, y, row);
      if (y > HEIGHT * 4 / 5) {
        System.arraycopy(row, 0, row, 9, WIDTH - 9); // a train that goes by
      }
      System.arraycopy(row, 0, plane, y * WIDTH, WIDTH);
    }
    Bracket bracket =
        Bracket.of(
            List.of(
                SCENE.photograph("dark", -1, Transform.IDENTITY),
                frame.withImage(Image.ofBytes(HEIGHT, WIDTH, plane, plane, plane))));

    FrameMotion found = AUTOMATIC.align(bracket, 0).frames().get(1);

    assertThat(found.toReference().distanceFrom(toReference, HEIGHT, WIDTH)).isLessThan(0.5);
  }

  @Test
  void align_unrelatedPictures_isRefusedWithTheReason() {
    Bracket bracket =
        Bracket.of(
            List.of(
                SCENE.photograph("dark", 0, Transform.IDENTITY),
                new MadeUpScene(99, HEIGHT, WIDTH).photograph("bright", 1, Transform.IDENTITY)));

    FrameMotion found = AUTOMATIC.align(bracket, 0).frames().get(1);

    assertThat(found.verdict()).isEqualTo(Verdict.REFUSED);
    assertThat(found.remark()).isNotEmpty();
  }

  @Test
  void align_shiftWhereItIsTurned_isRefused() {
    Bracket bracket =
        Bracket.of(
            List.of(
                SCENE.photograph("dark", -1, Transform.IDENTITY),
                SCENE.photograph("bright", 1, motion(4, 1, 0, 0))));

    FrameMotion found =
        new OpenCvAligner(List.of(MotionModel.TRANSLATION), 0).align(bracket, 0).frames().get(1);

    assertThat(found.verdict()).isEqualTo(Verdict.REFUSED);
  }

  @Test
  void align_framesTenStopsApart_areFoundStraightOrByWayOfTheirNeighbour() {
    Transform half = motion(0, 1, 3.5, 2.5);
    Transform full = motion(0, 1, 7, 5);
    Bracket bracket =
        Bracket.of(
            List.of(
                SCENE.photograph("dark", -6.5, Transform.IDENTITY),
                SCENE.photograph("middle", -1.5, half),
                SCENE.photograph("bright", 3.5, full)));

    List<FrameMotion> frames = AUTOMATIC.align(bracket, 0).frames();

    assertThat(frames.get(2).verdict()).as(frames.get(2).remark()).isEqualTo(Verdict.ALIGNED);
    assertThat(frames.get(2).toReference().distanceFrom(full, HEIGHT, WIDTH)).isLessThan(0.7);
  }

  @Test
  void align_flatFrame_liesWhereItIs() {
    byte[] white = new byte[HEIGHT * WIDTH];
    Arrays.fill(white, (byte) 255);
    Image flat = Image.ofBytes(HEIGHT, WIDTH, white, white, white);
    Bracket bracket =
        Bracket.of(
            List.of(
                SCENE.photograph("dark", 0, Transform.IDENTITY),
                new Exposure("white", new Photo(flat, 8))));

    FrameMotion found = AUTOMATIC.align(bracket, 0).frames().get(1);

    assertThat(found.verdict()).isEqualTo(Verdict.ALIGNED);
    assertThat(found.isUnmoved()).isTrue();
  }

  @Test
  void align_anyNumberOfThreadsAndAnyRun_findsTheSameBits() {
    Bracket bracket =
        Bracket.of(
            List.of(
                SCENE.photograph("dark", -1.5, Transform.IDENTITY),
                SCENE.photograph("bright", 1.5, motion(24, 1, 31, 12))));

    Alignment one = OpenCvAligner.automatic(1).align(bracket, 0);

    assertThat(OpenCvAligner.automatic(1).align(bracket, 0)).isEqualTo(one);
    assertThat(OpenCvAligner.automatic(3).align(bracket, 0)).isEqualTo(one);
    assertThat(OpenCvAligner.automatic(3).warp(bracket, one, 1, Area.whole(HEIGHT, WIDTH)))
        .isEqualTo(OpenCvAligner.automatic(1).warp(bracket, one, 1, Area.whole(HEIGHT, WIDTH)));
  }

  @Test
  void apply_sixteenBits_framesLieOverOneAnotherInFullDepth() {
    Transform toReference = motion(0.8, 1, 6.3, -4.7);
    Bracket bracket =
        Bracket.of(
            List.of(
                SCENE.photograph("a", -0.2, Transform.IDENTITY, 16),
                SCENE.photograph("b", 0, toReference, 16)));
    Alignment alignment = AUTOMATIC.align(bracket, 0);

    Bracket aligned = new Registration(Misaligned.FAIL, true).apply(AUTOMATIC, bracket, alignment);

    assertThat(aligned.bitDepth()).isEqualTo(16);
    assertThat(aligned.width()).isBetween(WIDTH - 20, WIDTH - 6);
    Image one = aligned.exposures().get(0).image();
    Image other = aligned.exposures().get(1).image();
    assertThat(meanDifference(one, other)).isLessThan(meanDifference(bracket) / 2);
    assertThat(levels(other)).isGreaterThan(10_000);
  }

  private static double meanDifference(Bracket bracket) {
    return meanDifference(bracket.exposures().get(0).image(), bracket.exposures().get(1).image());
  }

  private static double meanDifference(Image one, Image other) {
    float[] a = one.plane(0);
    float[] b = other.plane(0);
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += Math.abs(a[i] - b[i]);
    }
    return sum / a.length;
  }

  private static long levels(Image image) {
    short[] row = new short[image.width()];
    boolean[] seen = new boolean[1 << 16];
    for (int y = 0; y < image.height(); y++) {
      image.row(0, y, row);
      for (short sample : row) {
        seen[sample & 0xffff] = true;
      }
    }
    long count = 0;
    for (boolean one : seen) {
      count += one ? 1 : 0;
    }
    return count;
  }

  @Test
  void warp_blackBesideWhite_staysWithinWhatTheDepthHolds() {
    byte[] edge = new byte[64 * 64];
    for (int i = 0; i < edge.length; i++) {
      edge[i] = (byte) (i % 64 < 32 ? 0 : 255);
    }
    Photo photo = new Photo(Image.ofBytes(64, 64, edge, edge, edge), 8);
    Bracket bracket = Bracket.of(List.of(new Exposure("a", photo), new Exposure("b", photo)));
    FrameMotion half =
        new FrameMotion(
            "a",
            Verdict.ALIGNED,
            MotionModel.TRANSLATION,
            Transform.translation(0.5, 0),
            Residual.NONE,
            "");
    Alignment alignment = new Alignment(64, 64, List.of(half, FrameMotion.reference("b")));

    Image warped = AUTOMATIC.warp(bracket, alignment, 0, Area.whole(64, 64));

    assertThat(warped.at(0, 20, 10)).isZero();
    assertThat(warped.at(0, 20, 29)).isLessThan(0.05f);
    assertThat(warped.at(0, 20, 32)).isBetween(0.4f, 0.6f);
    assertThat(warped.at(0, 20, 35)).isGreaterThan(0.95f);
    assertThat(warped.at(0, 20, 50)).isEqualTo(1);
  }

  @Test
  void constructor_noModels_isRefused() {
    assertThatThrownBy(() -> new OpenCvAligner(List.of(), 0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
