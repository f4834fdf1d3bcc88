package evenlight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import evenlight.image.io.Sha256;
import evenlight.torch.weights.Safetensors;
import evenlight.torch.weights.Weights;
import evenlight.torch.weights.published.PublishedNetwork;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WeightsImportCommandTest {
  private static final Map<String, List<Long>> SHAPES = PublishedNetwork.IFCNN.shapes();

  @TempDir private Path folder;
  private Path file;
  private Path out;

  @BeforeEach
  void writeCheckpoint() throws IOException {
    file = Files.write(folder.resolve("IFCNN-SUM.pth"), MadeUpCheckpoint.of(SHAPES, 0.25f));
    out = folder.resolve("out.safetensors");
  }

  private CommandRun importFile() {
    return CommandRun.of("weights", "import", "ifcnn", file, "-o", out);
  }

  @Test
  void import_publishedFile_writesItsTensors() throws IOException {
    CommandRun run = importFile();
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.outLines()).hasSize(1 + SHAPES.size()).allMatch(line -> !line.isBlank());
    assertThat(run.errLines()).containsExactly("note: ifcnn: 13 matched, written to " + out);
    Weights weights = Safetensors.read(out);
    assertThat(weights.tensors()).hasSameSizeAs(SHAPES);
    assertThat(weights.tensor("conv4.bias").values()).containsExactly(0.25f, 0.25f, 0.25f);
    assertThat(weights.metadata())
        .containsEntry("method", "ifcnn")
        .containsEntry("sources", "IFCNN-SUM.pth sha256 " + Sha256.of(file));
  }

  @Test
  void import_twice_givesTheSameBytes() throws IOException {
    importFile();
    Path again = folder.resolve("again.safetensors");
    CommandRun.of("weights", "import", "ifcnn", file, "-o", again);
    assertThat(again).hasSameBinaryContentAs(out);
  }

  @Test
  void import_withoutOutput_goesToTheFolderOfWeights() {
    Path weights = folder.resolve("new").resolve("weights");
    CommandRun run =
        CommandRun.of("weights", "import", "ifcnn", file, "--weights-dir", weights, "--json");
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(weights.resolve("ifcnn-sum.safetensors")).isRegularFile();
    assertThat(run.out()).contains("\"name\" : \"conv1.weight\"", "\"MATCHED\"");
  }

  @Test
  void import_existingOutput_isReplacedOnlyIfWanted() throws IOException {
    Files.writeString(out, "precious");
    assertThat(importFile().exitCode()).isEqualTo(1);
    assertThat(out).hasContent("precious");
    CommandRun run = CommandRun.of("weights", "import", "ifcnn", file, "-o", out, "--overwrite");
    assertThat(run.exitCode()).as(run.err()).isZero();
  }

  @Test
  void import_ofAnotherNetwork_reportsEveryTensorAndWritesNothing() {
    CommandRun run = CommandRun.of("weights", "import", "mef-net", file, "-o", out);
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.outLines()).hasSize(1 + 32 + 13);
    assertThat(run.out()).containsPattern("lr.0.weight +\\[24, 1, 3, 3] +missing");
    assertThat(run.out()).containsPattern("conv4.bias +\\[3] +unexpected");
    assertThat(run.errLines())
        .containsExactly(
            "evenlight: all tensors must be those of mef-net, but found 32 missing, 13 unexpected"
                + " in IFCNN-SUM.pth");
    assertThat(out).doesNotExist();
  }

  @Test
  void import_ofAnotherShapeOrNan_isRefused() throws IOException {
    Map<String, List<Long>> shapes = new LinkedHashMap<>(SHAPES);
    shapes.put("conv4.weight", List.of(3L, 64L, 3L, 3L));
    Files.write(file, MadeUpCheckpoint.of(shapes, 1));
    assertRefused("all tensors must be those of ifcnn, but found 12 matched, 1 other shape");
    Files.write(file, MadeUpCheckpoint.of(SHAPES, Float.NaN));
    assertRefused("all tensors must be those of ifcnn, but found 13 not finite");
  }

  @Test
  void import_cutOffFile_isRefused() throws IOException {
    Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 100_000));
    assertRefused("a checkpoint must be complete");
  }

  @Test
  void import_forbiddenGlobal_isRefusedByName() throws IOException {
    String call = "\u0080\u0002cposix\nsystem\nX\u0004\u0000\u0000\u0000exit\u0085R.";
    Files.write(file, call.getBytes(StandardCharsets.ISO_8859_1));
    assertRefused(
        "a checkpoint must name only what tensors need (nothing of it was run), but found the"
            + " forbidden global posix.system in "
            + file);
  }

  @Test
  void import_unknownMethod_isWrongUsage() {
    CommandRun run = CommandRun.of("weights", "import", "lcndr", file, "-o", out);
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("weights can be imported for halder, ifcnn, ");
    assertThat(CommandRun.of("weights", "import", "ifcnn").exitCode()).isEqualTo(2);
  }

  @Test
  void help_import_namesEveryMethodThatCanBeImported() {
    String help = CommandRun.of("weights", "import", "--help").out().replaceAll("\\s+", " ");
    assertThat(help).contains(PublishedNetwork.ids().replace(", u2fusion", " or u2fusion"));
  }

  private void assertRefused(String message) {
    CommandRun run = importFile();
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.errLines()).hasSize(1);
    assertThat(run.err()).startsWith("evenlight: " + message);
    assertThat(out).doesNotExist();
  }
}
