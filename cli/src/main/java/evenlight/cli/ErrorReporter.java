package evenlight.cli;

import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Says in one line on stderr what went wrong; the stack trace comes only with --verbose. */
final class ErrorReporter implements IParameterExceptionHandler, IExecutionExceptionHandler {
  @Override
  public int handleParseException(ParameterException e, String[] arguments) {
    CommandLine command = e.getCommandLine();
    print(
        command.getErr(),
        "%s (see %s --help)"
            .formatted(
                FailureMessage.inOneLine(e.getMessage()),
                command.getCommandSpec().qualifiedName()));
    return ExitCode.USAGE;
  }

  @Override
  public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed) {
    Throwable failure = unwrap(e);
    print(command.getErr(), FailureMessage.of(failure));
    if (isVerbose(parsed)) {
      failure.printStackTrace(command.getErr());
      command.getErr().flush();
    }
    return ExitCode.SOFTWARE;
  }

  private static Throwable unwrap(Exception e) {
    @Nullable Throwable cause = e.getCause();
    return e instanceof ExecutionException && cause != null ? cause : e;
  }

  private static boolean isVerbose(ParseResult parsed) {
    ParseResult last = parsed;
    while (last.hasSubcommand()) {
      last = last.subcommand();
    }
    return last.hasMatchedOption(Messages.VERBOSE);
  }

  private static void print(PrintWriter err, String message) {
    err.println("evenlight: " + message);
    err.flush();
  }
}
