package evenlight.bench;

import evenlight.evaluation.Processor;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * Where and when something was measured.
 *
 * @param date of the day, in UTC
 * @param commit of the checkout, with a mark where files differ from it
 * @param jdk version and vendor
 * @param system name and architecture
 * @param cpu model
 * @param cores that Java may use
 * @param load how many processes were running on average in the minute before; -1 if unknown
 */
public record Machine(
    String date, String commit, String jdk, String system, String cpu, int cores, double load) {
  /** The system property that names the checkout's folder; without it, it is the current one. */
  public static final String ROOT = "evenlight.bench.root";

  /** That folder, as the default of an option names it. */
  public static final String CHECKOUT = "${sys:" + ROOT + ":-.}";

  private static final String UNKNOWN = "unknown";

  /** This one, now. */
  public static Machine here() {
    Runtime runtime = Runtime.getRuntime();
    return new Machine(
        LocalDate.now(ZoneOffset.UTC).toString(),
        checkout(),
        System.getProperty("java.vm.version") + ", " + System.getProperty("java.vendor"),
        System.getProperty("os.name") + ", " + System.getProperty("os.arch"),
        Processor.name(),
        runtime.availableProcessors(),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }

  /** Lines of a list in Markdown that say where and when. */
  public String markdown() {
    return """
        - %s, commit %s
        - %s, %d cores, %s; load average before: %.1f
        - JDK %s"""
        .formatted(date, commit, cpu, cores, system, load, jdk);
  }

  private static String checkout() {
    try {
      Process git =
          new ProcessBuilder("git", "describe", "--always", "--dirty")
              .directory(new File(System.getProperty(ROOT, ".")))
              .start();
      String answer = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return answer.isBlank() ? UNKNOWN : answer.strip();
    } catch (IOException e) {
      return UNKNOWN;
    }
  }
}
