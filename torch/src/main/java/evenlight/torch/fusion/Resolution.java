package evenlight.torch.fusion;

import evenlight.fusion.FusionSettings;
import evenlight.fusion.MethodOption;
import evenlight.torch.network.Lcndr;
import evenlight.torch.network.LcndrConfig;
import java.util.List;
import java.util.Locale;

/** In which size a network sees its exposures; a local linear model of both does the rest. */
enum Resolution {
  /** {@link #FULL} while that takes about two seconds on two cores, else {@link #GUIDED}. */
  AUTO,
  /** The size that the network was trained for. */
  FULL,
  /** A size of at most {@value #GUIDED_PIXELS} pixels, half of the full size at most. */
  GUIDED;

  private static final long GUIDED_PIXELS = 1 << 18;
  private static final long FULL_WORK = 1L << 27;

  private static final String OPTION = "resolution";

  /** The option by which a method lets its user choose. */
  static MethodOption option(Resolution otherwise) {
    return new MethodOption(
        OPTION,
        List.of("auto", "full", "guided"),
        otherwise.id(),
        "In which size the network sees the exposures: full, that which it was made for; guided,"
            + " fewer pixels, carried to full size by a local linear model; auto, full for"
            + " pictures that take about two seconds, else guided.");
  }

  /** What {@link #option} of a method says in some settings. */
  static Resolution chosen(MethodOption option, FusionSettings settings) {
    return valueOf(option.in(settings).toUpperCase(Locale.ROOT));
  }

  private String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether the modules see what the network was made for. */
  boolean isFull(LcndrConfig config, int height, int width) {
    return reduction(config, height, width) == FULL.reduction(config, height, width);
  }

  /** How many times smaller the pictures are that the modules of a network see. */
  int reduction(LcndrConfig config, int height, int width) {
    int most = Math.max(1, Math.min(height, width) / Lcndr.MIN_SIZE);
    int full = Math.min(config.reduction(), most);
    long pixels = (long) height * width;
    long work = pixels / ((long) full * full) * config.width() * config.width();
    boolean whole = this == FULL || (this == AUTO && work <= FULL_WORK);
    int guided = (int) Math.ceil(Math.sqrt((double) pixels / GUIDED_PIXELS));
    return whole ? full : Math.min(Math.max(Math.max(2, full), guided), most);
  }
}
