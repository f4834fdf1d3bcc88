package evenlight.cli;

import evenlight.bracket.BracketSize;
import evenlight.fusion.FusionMethod;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * How much memory may be used. The picture does not depend on it: fewer files are decoded at a time
 * and fewer brackets fused, or none.
 */
final class MemoryOptions {
  /** The option that names the limit; the launcher reads it, too, and sets Java's heap. */
  static final String LIMIT = "--max-memory";

  private static final long MEGAPIXEL = 1_000_000;

  @Option(
      names = LIMIT,
      paramLabel = "SIZE",
      converter = BytesConverter.class,
      description = {
        "The most memory to use, such as 800M or 2G (powers of ten). What is needed is estimated",
        "before any image is decoded; what cannot be done within it is refused."
      })
  private Optional<Long> limit = Optional.empty();

  private @Nullable MemoryBudget budget;

  /**
   * Takes the memory for one bracket; waits while others that are being fused leave too little.
   *
   * @param steps what is done to the exposures between reading and fusing
   * @throws IOException if a header cannot be read
   * @throws IllegalArgumentException if the bracket cannot be fused within the limit; the message
   *     says what it needs and what could
   */
  MemoryBudget.Share reserve(
      List<Path> images, MethodOptions method, List<BracketStep> steps, Messages messages)
      throws IOException {
    if (limit.isEmpty()) {
      return MemoryBudget.Share.UNLIMITED;
    }
    FusionMethod made = method.create();
    MemoryNeed need = MemoryNeed.of(BracketSize.of(images), made, steps);
    int decodes = decodes(need, limit.get());
    check(need, decodes, method, size -> MemoryNeed.of(size, made, steps));
    messages.detail(
        "needs up to %s of memory with %d decoded at a time",
        BytesConverter.text(need.total(decodes)), decodes);
    return budget(need).take(need.heap(decodes), decodes);
  }

  private static int decodes(MemoryNeed need, long limit) {
    int decodes = Runtime.getRuntime().availableProcessors();
    while (decodes > 1 && !fits(need, decodes, limit)) {
      decodes--;
    }
    return decodes;
  }

  private static boolean fits(MemoryNeed need, int decodes, long limit) {
    return need.total(decodes) <= limit && need.heap(decodes) <= Runtime.getRuntime().maxMemory();
  }

  private void check(
      MemoryNeed need, int decodes, MethodOptions method, Function<BracketSize, MemoryNeed> needs) {
    long allowed = limit.orElseThrow();
    long heap = Runtime.getRuntime().maxMemory();
    if (!fits(need, decodes, allowed)) {
      throw new IllegalArgumentException(refusal(need, method, needs, allowed));
    }
    if (heap + need.outside() > allowed) {
      throw new IllegalArgumentException(
          "within %s %s the heap of Java must have at most %s, but may have %s; start evenlight"
                  .formatted(
                      LIMIT,
                      BytesConverter.text(allowed),
                      BytesConverter.text(allowed - need.outside()),
                      BytesConverter.text(heap))
              + " by its launcher, or set EVENLIGHT_JAVA_OPTS=-Xmx...");
    }
  }

  private static String refusal(
      MemoryNeed need,
      MethodOptions method,
      Function<BracketSize, MemoryNeed> needs,
      long allowed) {
    BracketSize size = need.size();
    long pixels = mostPixels(need, needs, allowed);
    String fitting =
        pixels == 0
            ? "no picture fits"
            : String.format(Locale.ROOT, "up to %.1f megapixels fit", (double) pixels / MEGAPIXEL);
    return String.format(
        Locale.ROOT,
        "%d exposures of %d×%d with %d bits fused by %s need about %s of memory, %s of it in Java's"
            + " heap, but %s %s leaves less; within it %s",
        size.exposures(),
        size.height(),
        size.width(),
        size.bitDepth(),
        method.methodId(),
        BytesConverter.text(need.total(1)),
        BytesConverter.text(need.heap(1)),
        LIMIT,
        BytesConverter.text(allowed),
        fitting);
  }

  /** How large the exposures may be; 0 if nothing fits. */
  private static long mostPixels(
      MemoryNeed need, Function<BracketSize, MemoryNeed> needs, long allowed) {
    long fitting = 0;
    long not = need.size().pixels();
    while (not - fitting > MEGAPIXEL / 10) {
      long middle = (fitting + not) / 2;
      BracketSize smaller = need.size().withPixels(middle);
      if (fits(needs.apply(smaller), 1, allowed)) {
        fitting = middle;
      } else {
        not = middle;
      }
    }
    return fitting;
  }

  private synchronized MemoryBudget budget(MemoryNeed need) {
    MemoryBudget made = budget;
    if (made == null) {
      long heap = Runtime.getRuntime().maxMemory();
      long outside = limit.orElseThrow() - heap - need.shared();
      long each = Math.max(1, need.workspace().outside());
      made = new MemoryBudget(heap, outside / each);
      budget = made;
    }
    return made;
  }
}
