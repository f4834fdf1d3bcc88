package evenlight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {
  @Test
  void help_listsTheCommandsAndExitCodes() {
    CommandRun run = CommandRun.of("--help");

    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains("demo", "fuse", "methods", "train", "weights", "wrong usage");
  }

  @ParameterizedTest
  @ValueSource(strings = {"demo", "fuse", "methods"})
  void help_ofACommand_showsAnExample(String command) {
    CommandRun run = CommandRun.of(command, "--help");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("Example:", "evenlight " + command);
  }

  @Test
  void version_namesVersionAndJava() {
    CommandRun run = CommandRun.of("--version");

    assertThat(run.exitCode()).isZero();
    assertThat(run.outLines().get(0)).matches("evenlight \\d+\\.\\d+\\.\\d+.*");
    assertThat(run.outLines().get(1)).contains("Java " + System.getProperty("java.version"));
  }

  @Test
  void noCommand_namesThem() {
    CommandRun run = CommandRun.of();

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.errLines())
        .containsExactly(
            "evenlight: a command must be given, one of ablate, align, batch, demo, evaluate,"
                + " experiment, fuse, methods, metrics, reproduce, score, train, weights"
                + " (see evenlight --help)");
  }

  @Test
  void unknownCommand_isAUsageError() {
    CommandRun run = CommandRun.of("melt");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errLines()).hasSize(1);
    assertThat(run.err()).startsWith("evenlight: ").contains("melt", "(see evenlight --help)");
  }
}
