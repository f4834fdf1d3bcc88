package evenlight.fusion.classical;

import evenlight.bracket.Bracket;
import evenlight.bracket.BracketSize;
import evenlight.filter.Strips;
import evenlight.fusion.FusionMethod;
import evenlight.fusion.FusionMethodProvider;
import evenlight.fusion.FusionSettings;
import evenlight.fusion.MethodCard;
import evenlight.fusion.MethodOption;
import evenlight.fusion.Workspace;
import evenlight.image.Image;
import java.net.URI;
import java.util.List;
import java.util.Locale;

/**
 * MESPD: multi-scale, edge-preserving structural patch decomposition.
 *
 * <p>H. Li, T. N. Chan, X. Qi, W. Xie, "Detail-Preserving Multi-Exposure Fusion with
 * Edge-Preserving Structural Patch Decomposition", IEEE Transactions on Circuits and Systems for
 * Video Technology 31(11), 2021. Each exposure is taken apart into a base, smooth but for edges,
 * and detail; the details are fused by the strength of their signal, and the bases are the
 * exposures of the next scale, half as large. At the coarsest, what is left of the bases is fused
 * by how well exposed it is. On the way back each scale is enlarged and gets its detail:
 *
 * <pre>
 * F = D_0 + up(D_1 + up(... up(D_L + E[Σ_k b_k W_k])))       clamped to [0,1]
 * </pre>
 *
 * <p>{@link MespdScale} has the formulas of b and D, {@link MespdBases} those of W, {@link
 * MespdInterpolation} is up. Constants are those of the authors' demonstration: exponent 6, windows
 * of 9×9 and at the coarsest scale 7×7, λ = 1/4 at the finest scale and half of that at each
 * further one; floor(log2(min(H, W))) - 5 scales between the finest and the coarsest.
 *
 * <p>Assumes aligned exposures as stored (gamma encoded), of a scene without motion unless {@code
 * mode=dynamic}, which is {@link ConsistentExposures}; needs no exposure values. Any K ≥ 2. Colours
 * are fused in the finest detail only, the rest is grey.
 *
 * <p>Cost O(K·H·W) whatever the windows; all cores share strips of rows. Memory beside the result:
 * (8/3)(K + 1) bytes a pixel, which is K grey planes in double precision for every scale but the
 * finest and one of detail, and (3 K + 1)·10 rows for each thread. The same bits whatever the
 * number of threads.
 *
 * <p>Like the authors' code, and unlike the paper's intent: the factor 1 - e of the weights is that
 * of the last exposure for all of them, which is the brightest here. Unlike their demonstration,
 * pictures are not shrunk to 1024 pixels first; a picture with less than 64 rows or columns, where
 * it fails, has no scales between the finest and the coarsest; and equal exposures give that
 * exposure, which the formulas give only to about 0.01. With {@code mode=dynamic}, the authors'
 * code opens by a polygon that stands for the disk; here it is the disk.
 */
final class MespdFusion implements FusionMethod {
  private static final MethodCard CARD =
      new MethodCard(
          "mespd",
          "MESPD",
          MethodCard.Kind.CLASSICAL,
          "Takes exposures apart at several scales into detail, fused by the strength of its"
              + " signal, and a base that keeps edges, fused by how well exposed it is.",
          "For aligned brackets where fine detail counts: among the classical methods one with the"
              + " highest MEF-SSIM. Strong edges can get faint halos. mode=dynamic where something"
              + " moves.",
          MethodCard.ANY_NUMBER,
          true,
          List.of(Options.MODE),
          "O(K·H·W) time; (8/3)(K + 1) bytes a pixel beside the result",
          "As in the authors' code, one factor of the weights is that of the last exposure, here"
              + " the brightest, for all of them. Pictures are not shrunk to 1024 pixels first;"
              + " those with a side below 64 pixels, where that code fails, go without intermediate"
              + " scales; equal exposures give that exposure. mode=dynamic opens by a true disk,"
              + " that code by a polygon.",
          "Li et al. 2022: SICE MEF-SSIM 0.789, PSNR 12.83 dB, MI 3.14, CC 0.638; 15 pairs 0.892, MI"
              + " 4.19, CC 0.805.",
          "Li, Chan, Qi, Xie: Detail-Preserving Multi-Exposure Fusion with Edge-Preserving"
              + " Structural Patch Decomposition. IEEE TCSVT 31(11), 2021",
          URI.create("https://github.com/xiaohuiben/MESPD_TCSVT-2021"),
          "none",
          "Apache-2.0");

  /** What stands still in the scene. */
  enum Mode {
    /** Everything: exposures are fused as they are. */
    STATIC,
    /** Not everything: places that do not agree with the reference are replaced first. */
    DYNAMIC
  }

  /**
   * What the user can choose.
   *
   * @param mode what stands still; all by default
   */
  record Options(Mode mode) {
    private static final MethodOption MODE =
        new MethodOption(
            "mode",
            List.of("static", "dynamic"),
            "static",
            "static: exposures are fused as they are; dynamic: places where an exposure does not"
                + " agree with the middle one are first replaced by that, brought to the"
                + " exposure's brightness");

    static Options of(FusionSettings settings) {
      return new Options(Mode.valueOf(MODE.in(settings).toUpperCase(Locale.ROOT)));
    }
  }

  private final Options options;
  private final Strips strips;

  private MespdFusion(Options options, Strips strips) {
    this.options = options;
    this.strips = strips;
  }

  @Override
  public MethodCard card() {
    return CARD;
  }

  @Override
  public Workspace workspace(BracketSize size) {
    double pyramids = 8.0 / 3 * (size.exposures() + 1);
    double replaced = options.mode() == Mode.DYNAMIC ? 12.0 * (size.exposures() + 1) : 0;
    return Workspace.ofPixels(size.pixels(), pyramids + replaced + 12);
  }

  @Override
  public Image fuse(Bracket bracket) {
    if (bracket.allEqual()) {
      return bracket.darkest().image();
    }
    ExposureRows exposures = ExposureRows.of(bracket);
    return new MespdPyramid(strips)
        .fuse(
            options.mode() == Mode.DYNAMIC
                ? new ConsistentExposures(exposures, strips)
                : exposures);
  }

  @Override
  public String fingerprint() {
    return "mespd, " + options;
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
      return new MespdFusion(Options.of(settings), new Strips(settings.threads()));
    }
  }
}
