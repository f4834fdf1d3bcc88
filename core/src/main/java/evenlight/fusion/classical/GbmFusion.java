package evenlight.fusion.classical;

import evenlight.bracket.Bracket;
import evenlight.bracket.BracketSize;
import evenlight.filter.CosineReconstruction;
import evenlight.filter.Equalisation;
import evenlight.filter.HaarReconstruction;
import evenlight.filter.MatlabClahe;
import evenlight.filter.OpenCvClahe;
import evenlight.filter.Plane;
import evenlight.filter.Reconstruction;
import evenlight.filter.Strips;
import evenlight.fusion.FusionMethod;
import evenlight.fusion.FusionMethodProvider;
import evenlight.fusion.FusionSettings;
import evenlight.fusion.MethodCard;
import evenlight.fusion.MethodOption;
import evenlight.fusion.Workspace;
import evenlight.image.Image;
import evenlight.image.StudioYcbcr;
import java.net.URI;
import java.util.List;
import java.util.Locale;

/**
 * Fusion in the gradient domain: the steepest luminance gradient at each pixel, put together to a
 * picture again.
 *
 * <p>S. Paul, I. S. Sevcenco, P. Agathoklis, "Multi-exposure and multi-focus image fusion in
 * gradient domain", Journal of Circuits, Systems and Computers 25(10), 2016. The steps:
 *
 * <pre>
 * 1. YCbCr in studio range, 8 bits                          {@link StudioYcbcr}
 * 2. ∇ = ∇Y_k with the largest |∇Y_k|                       {@link StrongestGradient}
 * 3. C = Σ C_k |C_k - 128| / Σ |C_k - 128|                  {@link WeightedChroma}
 * 4. I with a gradient nearest to ∇                         {@link Reconstruction}
 * 5. J = 219 ((I - min I) / L)^γ + 16, γ = ln 219 / ln L    {@link LuminanceStretch}
 * 6. Y = 219 CLAHE((J - 16) / 219) + 16                     {@link Equalisation}
 * </pre>
 *
 * <p>Assumes an aligned, static scene of gamma-encoded pictures; exposure times are not needed.
 * With 8-bit sources Y, Cb, Cr, J and the fused chroma and luminance are rounded to whole levels,
 * as the authors' program rounds them, and the result is theirs to the bit. With 16-bit sources
 * nothing is rounded on the way; histograms are counted in the same steps, and mappings
 * interpolated between them, so that the result is finer but brightness and contrast are those of
 * the 8-bit result. Any K ≥ 2; of equally steep gradients the darkest exposure's is taken.
 *
 * <p>Cost: O(K·H·W), for the DCT solver O(K·H·W + H·W·log(H·W)). Memory beside the sources and the
 * result: 16 bytes a pixel for DCT; for Haar 24, and 5.3 times N² bytes, N being the power of two
 * at or above the longer side.
 */
final class GbmFusion implements FusionMethod {
  private static final MethodOption SOLVER =
      new MethodOption(
          "solver",
          List.of("haar", "dct"),
          "haar",
          "How the luminance is found from its gradient: haar by a wavelet synthesis, as the"
              + " authors do; dct exactly, and without rounding pictures up to a power of two.");
  private static final MethodOption CLAHE =
      new MethodOption(
          "clahe",
          List.of("matlab", "opencv"),
          "matlab",
          "Which rules equalise the contrast: matlab those of the published results (clip limit"
              + " 0.003); opencv those of OpenCV (clip limit 1).");

  private static final MethodCard CARD =
      new MethodCard(
          "gbm",
          "Gradient-domain fusion",
          MethodCard.Kind.CLASSICAL,
          "Takes the steepest luminance gradient at each pixel, solves for the picture that has it"
              + " and equalises its contrast.",
          "Strong local contrast and few losses of detail; brightness can differ from all"
              + " exposures, and moving things leave ghosts.",
          MethodCard.ANY_NUMBER,
          true,
          List.of(SOLVER, CLAHE),
          "O(K·H·W) time, DCT O(H·W·log(H·W)); memory beside sources and result: DCT 16 bytes a"
              + " pixel, Haar 24 and 5.3 N² with N the power of two at or above the longer side",
          "Pictures whose luminance spans no more than one level are not stretched, since the power"
              + " is not defined there: they keep the mean luminance of the sources. Sources of 16"
              + " bits are not rounded to 8 on the way, and CLAHE interpolates between its steps."
              + " The authors' Haar program truncates pictures above 4095; this does not.",
          "MEFB, mean of 100 pairs (there GD): MEF-SSIM 0.9645. Li et al. 2022: SICE 0.930, PSNR"
              + " 17.25 dB, MI 3.77, CC 0.962; 15 pairs 0.925, MI 3.99, CC 0.870.",
          "Paul, Sevcenco, Agathoklis: Multi-exposure and multi-focus image fusion in gradient"
              + " domain. J. Circuits, Systems and Computers 25(10), 2016",
          URI.create("https://doi.org/10.1142/S0218126616501231"),
          "none",
          "Apache-2.0");

  /** How the luminance is found from its gradient. */
  enum Solver {
    /** By {@link HaarReconstruction}. */
    HAAR,
    /** By {@link CosineReconstruction}. */
    DCT;

    Reconstruction reconstruction() {
      return this == HAAR ? new HaarReconstruction() : new CosineReconstruction();
    }
  }

  /** Whose rules equalise the contrast. */
  enum Clahe {
    /** Those of {@link MatlabClahe}. */
    MATLAB,
    /** Those of {@link OpenCvClahe}. */
    OPENCV;

    private static final double MATLAB_CLIP_LIMIT = 0.003;
    private static final double OPENCV_CLIP_LIMIT = 1;

    Equalisation equalisation(Plane plane, boolean rounded, Strips strips) {
      int steps = (int) StudioYcbcr.RANGE;
      return this == MATLAB
          ? MatlabClahe.of(plane, MATLAB_CLIP_LIMIT, steps, strips)
          : OpenCvClahe.of(plane, OPENCV_CLIP_LIMIT, steps, rounded, strips);
    }
  }

  /**
   * What the user chooses.
   *
   * @param solver of step 4; the authors' is Haar
   * @param clahe of step 6; the authors' is MATLAB's
   */
  record Options(Solver solver, Clahe clahe) {
    static Options in(FusionSettings settings) {
      return new Options(
          Solver.valueOf(SOLVER.in(settings).toUpperCase(Locale.ROOT)),
          Clahe.valueOf(CLAHE.in(settings).toUpperCase(Locale.ROOT)));
    }
  }

  private final Options options;
  private final Strips strips;

  GbmFusion(Options options, int threads) {
    this.options = options;
    this.strips = new Strips(threads);
  }

  @Override
  public MethodCard card() {
    return CARD;
  }

  @Override
  public Workspace workspace(BracketSize size) {
    double side = HaarReconstruction.side(size.height(), size.width());
    double solving =
        options.solver() == Solver.HAAR
            ? 24.0 * size.pixels() + 16 * side * side / 3
            : 16.0 * size.pixels();
    return new Workspace((long) solving + 12 * size.pixels(), 0, 0);
  }

  @Override
  public Image fuse(Bracket bracket) {
    if (bracket.allEqual()) {
      return bracket.darkest().image();
    }
    StudioYcbcr colours = new StudioYcbcr(bracket.bitDepth() == 8);
    LuminanceRows luminance = new GbmLuminance(bracket, colours, options, strips).rows();
    return WeightedChroma.with(luminance, bracket, colours, strips);
  }

  /** Brings the method into the catalogue. */
  public static final class Provider implements FusionMethodProvider {
    @Override
    public MethodCard card() {
      return CARD;
    }

    @Override
    public FusionMethod create(FusionSettings settings) {
      settings.requireNoWeights(CARD);
      return new GbmFusion(Options.in(settings), settings.threads());
    }
  }
}
