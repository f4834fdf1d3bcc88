package evenlight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples compile and run, and one is what the README shows. */
class ExamplesTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  @TempDir private Path folder;

  @Test
  void fuseTwoFiles_compilesAndFuses() throws Exception {
    Path under = TestPhotos.grey(folder.resolve("under.png"), 20, 24, 0.2f);
    Path over = TestPhotos.grey(folder.resolve("over.png"), 20, 24, 0.6f);
    Path fused = folder.resolve("fused.png");
    compile(ROOT.resolve("examples").resolve("FuseTwoFiles.java"));
    run("FuseTwoFiles", under, over, fused);

    Path byCommand = folder.resolve("by-command.png");
    assertThat(CommandRun.of("fuse", under, over, "-o", byCommand, "--no-metadata").exitCode())
        .isZero();
    assertThat(fused).hasSameBinaryContentAs(byCommand);
  }

  @Test
  void scoreAgainstSources_compilesAndPrintsWhatTheCommandFinds() throws Exception {
    Path under = TestPhotos.texture(folder.resolve("under.png"), 48, 48, 0.5f);
    Path over = TestPhotos.texture(folder.resolve("over.png"), 48, 48, 1.5f);
    Path fused = TestPhotos.texture(folder.resolve("fused.png"), 48, 48, 1);
    compile(ROOT.resolve("examples").resolve("ScoreAgainstSources.java"));

    PrintStream stdout = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      run("ScoreAgainstSources", under, over, fused);
    } finally {
      System.setOut(stdout);
    }

    JsonNode scores =
        new ObjectMapper().readTree(CommandRun.of("score", fused, under, over, "--json").out());
    assertThat(printed.toString(StandardCharsets.UTF_8))
        .contains("mef-ssim OptionalDouble[" + scores.get("mef_ssim").asText() + "]");
  }

  @Test
  void readme_showsTheStatementsOfTheExample() throws IOException {
    List<String> shown =
        Files.readAllLines(ROOT.resolve("README.md")).stream()
            .dropWhile(line -> !line.equals("```java"))
            .skip(1)
            .takeWhile(line -> !line.equals("```"))
            .map(line -> line.replace("\"under.jpg\"", "files[0]"))
            .map(line -> line.replace("\"over.jpg\"", "files[1]"))
            .map(line -> line.replace("\"fused.png\"", "files[2]"))
            .toList();
    List<String> example =
        Files.readAllLines(ROOT.resolve("examples").resolve("FuseTwoFiles.java")).stream()
            .map(String::strip)
            .toList();
    assertThat(shown).hasSize(3);
    assertThat(example).containsSubsequence(shown);
  }

  private void compile(Path source) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter said = new StringWriter();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      boolean compiled =
          compiler
              .getTask(
                  said,
                  files,
                  null,
                  List.of(
                      "-d",
                      folder.toString(),
                      "-cp",
                      System.getProperty("java.class.path"),
                      "-proc:none"),
                  null,
                  files.getJavaFileObjects(source))
              .call();
      assertThat(compiled).as(said.toString()).isTrue();
    }
  }

  private void run(String name, Path... files)
      throws ReflectiveOperationException, MalformedURLException, IOException {
    URL[] classes = {folder.toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(classes, getClass().getClassLoader())) {
      String[] arguments = {files[0].toString(), files[1].toString(), files[2].toString()};
      loader.loadClass(name).getMethod("main", String[].class).invoke(null, (Object) arguments);
    } catch (InvocationTargetException e) {
      throw new AssertionError("the example failed", e.getCause());
    }
  }
}
