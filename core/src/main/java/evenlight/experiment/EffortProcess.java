package evenlight.experiment;

import evenlight.json.JsonRecords;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Measures each time in a new process: its memory is that of one method at one size, and what the
 * system does to it where memory runs out happens to no other.
 *
 * @param options of the Java that runs there
 * @param limit seconds after which it is ended
 */
record EffortProcess(List<String> options, long limit) implements EffortMeter {
  /** Seconds of all fusions of a measurement. */
  private static final long LIMIT = 2L * EfficiencyLine.PATIENCE;

  /** What the system ends a process with where memory has run out: 128 and SIGKILL. */
  private static final int KILLED = 137;

  /** 128 and SIGHUP, SIGINT or SIGTERM: somebody wants it to end. */
  private static final Set<Integer> STOPPED = Set.of(129, 130, 143);

  EffortProcess {
    options = List.copyOf(options);
  }

  /** With a Java like this one. */
  static EffortProcess likeThisOne() {
    return new EffortProcess(ManagementFactory.getRuntimeMXBean().getInputArguments(), LIMIT);
  }

  @Override
  public Effort measure(EffortTask task) throws IOException, InterruptedException {
    Path result = Files.createTempFile("evenlight-effort", ".json");
    try {
      return measure(task, result);
    } finally {
      Files.deleteIfExists(result);
    }
  }

  private Effort measure(EffortTask task, Path result) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command(result)).redirectErrorStream(true).start();
    AtomicBoolean late = new AtomicBoolean();
    CompletableFuture<Void> watch =
        CompletableFuture.runAsync(
            () -> {
              late.set(true);
              process.destroyForcibly();
            },
            CompletableFuture.delayedExecutor(limit, TimeUnit.SECONDS));
    try (OutputStream orders = process.getOutputStream()) {
      orders.write((JsonRecords.write(task) + "\n").getBytes(StandardCharsets.UTF_8));
      orders.flush(); // stays open: its end tells that this process has ended
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int code = process.waitFor();
      if (code == 0) {
        return JsonRecords.read(Files.readString(result), Effort.class);
      }
      if (late.get()) {
        return Effort.prevented("it took more than %d s".formatted(limit));
      }
      if (STOPPED.contains(code)) {
        throw new IOException("the measurement of %s was stopped".formatted(task.method()));
      }
      return Effort.prevented(reason(code, said));
    } finally {
      watch.cancel(false);
      process.destroyForcibly();
    }
  }

  private List<String> command(Path result) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(MeasuringProgram.class.getName(), result.toString()));
    return command;
  }

  private static String reason(int code, String said) {
    if (code == KILLED) {
      return "the system ended its process, as it does where memory runs out";
    }
    String first = said.lines().filter(line -> !line.isBlank()).findFirst().orElse("no reason");
    return "its process ended with %d: %s".formatted(code, first.strip());
  }
}
