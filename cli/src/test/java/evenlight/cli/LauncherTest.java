package evenlight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The POSIX launchers in a made-up checkout, with scripts in place of java, javac and mvn that say
 * how they were called.
 */
@EnabledOnOs({OS.LINUX, OS.MAC})
class LauncherTest {
  private static final List<String> TOOLS =
      List.of(
          "sh", "cat", "cp", "dirname", "find", "mkdir", "mv", "readlink", "rm", "sed", "touch");
  private static final String ZIP = "cli/target/evenlight-1.zip";

  @TempDir Path folder;
  private Path checkout;
  private Path bin;
  private Path jdk;
  private final Map<String, String> environment = new HashMap<>();

  @BeforeEach
  void makeCheckout() throws IOException {
    checkout = Files.createDirectories(folder.resolve("my checkout"));
    bin = Files.createDirectories(folder.resolve("bin"));
    jdk = Files.createDirectories(folder.resolve("jdk 17"));
    for (String tool : TOOLS) {
      Files.writeString(bin.resolve(tool), "#!/bin/sh\nexec %s \"$@\"\n".formatted(find(tool)));
      assertThat(bin.resolve(tool).toFile().setExecutable(true)).isTrue();
    }
    Path scripts = Files.createDirectories(checkout.resolve("cli/src/main/dist/bin"));
    Files.createDirectories(checkout.resolve(".mvn"));
    Files.copy(Path.of("../evenlight"), checkout.resolve("evenlight"));
    Files.copy(Path.of("src/main/dist/bin/evenlight"), scripts.resolve("evenlight"));
    Files.writeString(checkout.resolve("pom.xml"), "");
    Files.writeString(checkout.resolve("cli/pom.xml"), "");
    script(
        jdk.resolve("bin/java"),
        "for a; do echo \"[$a]\"; done; echo \"$OMP_WAIT_POLICY $LRU_CACHE_CAPACITY\"; exit 7");
    script(jdk.resolve("bin/javac"), "echo 'javac 17.0.1'");
    Files.writeString(jdk.resolve("release"), "IMPLEMENTOR=\"X\"\nJAVA_VERSION=\"17.0.1\"\n");
    script(
        bin.resolve("mvn"),
        "echo built >> builds; d=cli/target/dist; mkdir -p $d/lib $d/bin",
        "echo > $d/lib/evenlight-cli-1.jar; cp cli/src/main/dist/bin/evenlight $d/bin/",
        "echo > " + ZIP);
    environment.put("PATH", bin.toString());
    environment.put("JAVA_HOME", jdk.toString());
  }

  private static Path find(String tool) {
    for (String place : List.of("/bin", "/usr/bin")) {
      if (Files.isExecutable(Path.of(place, tool))) {
        return Path.of(place, tool);
      }
    }
    throw new IllegalStateException("a POSIX system must have " + tool);
  }

  private static void script(Path file, String... lines) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "#!/bin/sh\n" + String.join("\n", lines) + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private CommandRun launch(Path launcher, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of(launcher.toString()));
    command.addAll(List.of(arguments));
    Path out = folder.resolve("stdout");
    Path err = folder.resolve("stderr");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    int exitCode = builder.start().waitFor();
    return new CommandRun(exitCode, Files.readString(out), Files.readString(err));
  }

  private CommandRun launch(String... arguments) throws Exception {
    return launch(checkout.resolve("evenlight"), arguments);
  }

  private long builds() throws IOException {
    return Files.readAllLines(checkout.resolve("builds")).size();
  }

  @Test
  void firstUse_buildsSayingSo_thenPassesArgumentsAndExitCodeThrough() throws Exception {
    CommandRun run = launch("fuse", "a b.png", "it's \"quoted\" $HOME *", "");

    assertThat(run.exitCode()).isEqualTo(7);
    assertThat(run.errLines())
        .containsExactly("Building Evenlight (first use or sources changed)...");
    String jar =
        checkout.toRealPath().resolve("cli/target/dist/lib/evenlight-cli-1.jar").toString();
    assertThat(run.outLines())
        .containsSubsequence(
            "[-jar]",
            "[" + jar + "]",
            "[fuse]",
            "[a b.png]",
            "[it's \"quoted\" $HOME *]",
            "[]",
            "passive 16");
  }

  @Test
  void secondUse_doesNotBuildAgain() throws Exception {
    launch();

    assertThat(launch().err()).isEmpty();
    assertThat(builds()).isEqualTo(1);
  }

  @Test
  void sourceNewerThanTheBuild_buildsOnceMore() throws Exception {
    launch();
    Files.setLastModifiedTime(
        checkout.resolve(ZIP), FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));

    assertThat(launch().err()).startsWith("Building Evenlight");
    assertThat(launch().err()).isEmpty();
    assertThat(builds()).isEqualTo(2);
  }

  @Test
  void throughASymbolicLink_findsTheCheckout() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("my checkout/evenlight"));
    Path second = Files.createSymbolicLink(bin.resolve("evenlight"), link);

    assertThat(launch(second, "--help").outLines()).contains("[--help]");
  }

  @Test
  void environment_ofTheUserWins() throws Exception {
    environment.put("OMP_WAIT_POLICY", "active");
    environment.put("EVENLIGHT_JAVA_OPTS", "-Xmx1g -Dx=y");

    assertThat(launch().outLines())
        .contains("active 16")
        .containsSubsequence("[-Xmx1g]", "[-Dx=y]");
  }

  @Test
  void javaOnThePath_isUsedWithoutJavaHome() throws Exception {
    environment.remove("JAVA_HOME");
    Files.createSymbolicLink(bin.resolve("java"), jdk.resolve("bin/java"));
    Files.createSymbolicLink(bin.resolve("javac"), jdk.resolve("bin/javac"));

    assertThat(launch("x").outLines()).contains("[x]");
  }

  @Test
  void failedBuild_showsItsErrors() throws Exception {
    script(bin.resolve("mvn"), "echo '[ERROR] no such symbol'; echo '[INFO] chat'; exit 1");

    CommandRun run = launch();

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("[ERROR] no such symbol", "the build failed");
    assertThat(run.err()).doesNotContain("chat");
  }

  @Test
  void noMaven_isNamed() throws Exception {
    Files.delete(bin.resolve("mvn"));

    assertThat(failure(launch())).contains("Maven 3.8", "no mvn on the PATH", "install maven");
  }

  @Test
  void noJavac_isNamed() throws Exception {
    environment.remove("JAVA_HOME");

    assertThat(failure(launch())).contains("no javac on the PATH", "install a JDK 17 or newer");
  }

  @Test
  void javaHomeWithoutCompiler_isNamed() throws Exception {
    Files.delete(jdk.resolve("bin/javac"));

    assertThat(failure(launch())).contains("JAVA_HOME", "no " + jdk.resolve("bin/javac"));
  }

  @Test
  void oldCompiler_isNamed() throws Exception {
    script(jdk.resolve("bin/javac"), "echo 'javac 1.8.0_392' >&2");

    assertThat(failure(launch())).contains("JDK 17 or newer", "is of JDK 1.8.0");
  }

  @Test
  void distribution_newerJava_isAskedNotToWarnOfUnsafe() throws Exception {
    String option = "[--sun-misc-unsafe-memory-access=allow]";
    assertThat(launch().outLines()).doesNotContain(option);

    Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"25\"\n");

    assertThat(launch(distribution()).outLines()).contains(option);
  }

  @ParameterizedTest
  @CsvSource({
    "1100M,lcndr,371093k",
    "2G,lcndr,1250000k",
    "2g,mertens,1757812k",
    "1000m,lcndr:colour=paper,273437k",
    "2G,lcndr-paper,937500k",
    "300M,lcndr,93750k"
  })
  void maxMemory_anyMethod_leavesRoomOutsideOfTheHeap(String limit, String method, String heap)
      throws Exception {
    assertThat(launch("fuse", "--max-memory", limit, "--method", method).outLines())
        .contains("[-Xmx" + heap + "]");
    assertThat(launch("fuse", "--method=" + method, "--max-memory=" + limit).outLines())
        .contains("[-Xmx" + heap + "]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "M", "0800M", "1.5G", "12", "9999999M", "x y"})
  void maxMemory_thatIsNone_isLeftToJava(String limit) throws Exception {
    assertThat(launch("fuse", "--max-memory", limit).outLines())
        .contains("[-XX:MaxRAMPercentage=50]", "[" + limit + "]");
  }

  @Test
  void firstFusion_leavesAnArchiveOfClasses_whichTheNextUses() throws Exception {
    script(
        jdk.resolve("bin/java"),
        "for a; do case $a in *AtExit=*) echo x > \"${a#*=}\";; esac; echo \"[$a]\"; done");
    launch("fuse");
    Path archive = checkout.toRealPath().resolve("cli/target/dist/lib/classes-17.0.1.jsa");
    assertThat(archive).exists();
    assertThat(launch("fuse").outLines()).contains("[-XX:SharedArchiveFile=" + archive + "]");
  }

  @Test
  void firstFusion_thatFails_leavesNothing() throws Exception {
    script(
        jdk.resolve("bin/java"),
        "for a; do case $a in *AtExit=*) echo x > \"${a#*=}\";; esac; done; exit 3");
    assertThat(launch("fuse").exitCode()).isEqualTo(3);
    assertThat(checkout.resolve("cli/target/dist/lib").toFile().list())
        .containsExactly("evenlight-cli-1.jar");
  }

  @Test
  void distribution_withoutJava_saysSo() throws Exception {
    launch();
    environment.remove("JAVA_HOME");

    assertThat(failure(launch(distribution()))).contains("Java 17 or newer", "no java on the PATH");
  }

  @Test
  void distribution_oldJava_isNamed() throws Exception {
    launch();
    Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"11.0.2\"\n");

    assertThat(failure(launch(distribution()))).contains("Java 17 or newer", "is Java 11.0.2");
  }

  @Test
  void distribution_javaWithoutReleaseFile_isAskedForItsVersion() throws Exception {
    launch();
    Files.delete(jdk.resolve("release"));
    script(jdk.resolve("bin/java"), "echo 'openjdk version \"1.8.0_392\"' >&2");

    assertThat(failure(launch(distribution()))).contains("Java 17 or newer", "is Java 1.8.0");
  }

  private Path distribution() {
    return checkout.resolve("cli/target/dist/bin/evenlight");
  }

  private static String failure(CommandRun run) {
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.errLines()).hasSize(1);
    assertThat(run.err()).startsWith("evenlight: ");
    return run.err();
  }
}
