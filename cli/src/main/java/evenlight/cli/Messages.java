package evenlight.cli;

import java.time.Duration;
import java.util.Locale;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What a command says while it works: results on stdout, all else on stderr. */
final class Messages {
  /** The option that asks for details and, after a failure, for the stack trace. */
  static final String VERBOSE = "--verbose";

  /** The launcher sets it where stderr is a terminal; Java itself cannot tell. */
  private static final String TERMINAL = "evenlight.terminal";

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = {"-v", VERBOSE},
      description = "Say on stderr what is being done; after a failure, print the stack trace.")
  private boolean verbose;

  /** A line that the command was asked for. */
  void result(String line) {
    command.commandLine().getOut().println(line);
    command.commandLine().getOut().flush();
  }

  /** Something the user should know although all went well. */
  void note(String line) {
    command.commandLine().getErr().println("note: " + line);
    command.commandLine().getErr().flush();
  }

  /** Whether somebody sees stderr while the command runs. */
  static boolean onTerminal() {
    return Boolean.getBoolean(TERMINAL);
  }

  /** A bar with the time left, for somebody who waits before a terminal; else none. */
  static @Nullable ProgressBar bar(String task, int steps) {
    return bar(task, steps, 0);
  }

  /** The same for work of which some steps were done before. */
  static @Nullable ProgressBar bar(String task, int steps, int done) {
    return onTerminal()
        ? new ProgressBarBuilder()
            .setTaskName(task)
            .setInitialMax(steps)
            .startsFrom(done, Duration.ZERO)
            .setConsumer(new ConsoleProgressBarConsumer(System.err))
            .build()
        : null;
  }

  /** What is being done now, for somebody who waits before a terminal. */
  void progress(String line) {
    if (onTerminal()) {
      command.commandLine().getErr().println(line);
      command.commandLine().getErr().flush();
    }
  }

  /** Whether details are said; whoever would have to compute one asks first. */
  boolean isVerbose() {
    return verbose;
  }

  /** A step of the work, said only with --verbose. */
  void detail(String format, Object... arguments) {
    if (verbose) {
      command.commandLine().getErr().println(String.format(Locale.ROOT, format, arguments));
      command.commandLine().getErr().flush();
    }
  }
}
