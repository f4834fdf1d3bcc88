package evenlight.cli;

import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.Spec;

/** The {@code evenlight} command; a new subcommand is a class and an entry in its list. */
@Command(
    name = "evenlight",
    description = "Fuses photographs of different exposure into one well-exposed picture.",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "1:ran but failed",
      "2:wrong usage",
      "3:finished with some scenes or sets failed",
      "130:stopped by Ctrl-C"
    },
    footer = {
      "",
      "Start here:",
      "  evenlight demo",
      "  evenlight fuse under.jpg over.jpg -o fused.png",
      "  evenlight fuse --help"
    })
public final class Main implements Runnable {
  /** The exit code of a command that went on although a part of its work failed. */
  static final int SOME_FAILED = 3;

  private static final List<Class<?>> COMMANDS =
      List.of(
          AblateCommand.class,
          AlignCommand.class,
          BatchCommand.class,
          DemoCommand.class,
          EvaluateCommand.class,
          ExperimentCommand.class,
          FuseCommand.class,
          MethodsCommand.class,
          MetricsCommand.class,
          ReproduceCommand.class,
          ScoreCommand.class,
          TrainCommand.class,
          WeightsCommand.class);

  @Spec private CommandSpec spec;

  private Main() {}

  /** Runs the command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    System.exit(
        run(
            writer(System.out, "stdout.encoding"),
            writer(System.err, "stderr.encoding"),
            arguments));
  }

  /**
   * Runs the command inside this process.
   *
   * @param out receives the results
   * @param err receives notes, progress and errors
   * @return 0 done, 1 ran but failed, 2 wrong usage, 3 finished with some scenes or sets failed
   */
  public static int run(PrintWriter out, PrintWriter err, String... arguments) {
    ErrorReporter errors = new ErrorReporter();
    return commandLine(arguments)
        .setOut(out)
        .setErr(err)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpAutoWidth(true)
        .setExecutionStrategy(Main::runReportingErrors)
        .setParameterExceptionHandler(errors)
        .setExecutionExceptionHandler(errors)
        .execute(arguments);
  }

  /** Knows the given subcommand, or all: to set up all takes a fifth of a second. */
  private static CommandLine commandLine(String... arguments) {
    CommandLine commandLine = new CommandLine(new Main());
    List<Class<?>> given =
        COMMANDS.stream()
            .filter(command -> arguments.length > 0 && arguments[0].equals(name(command)))
            .toList();
    for (Class<?> command : given.isEmpty() ? COMMANDS : given) {
      commandLine.addSubcommand(command);
    }
    return commandLine;
  }

  private static String name(Class<?> command) {
    return command.getAnnotation(Command.class).name();
  }

  /** In the terminal's charset: JDK 19 and later name it, earlier ones have it as the default. */
  private static PrintWriter writer(OutputStream stream, String encodingProperty) {
    String encoding = System.getProperty(encodingProperty, Charset.defaultCharset().name());
    return new PrintWriter(new OutputStreamWriter(stream, Charset.forName(encoding)), true);
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "a command must be given, one of " + String.join(", ", spec.subcommands().keySet()));
  }

  /** As picocli does it, but errors such as a full heap are reported in one line, too. */
  private static int runReportingErrors(ParseResult parsed) {
    try {
      return new RunLast().execute(parsed);
    } catch (Error e) {
      throw new ExecutionException(parsed.commandSpec().commandLine(), e.toString(), e);
    }
  }
}
