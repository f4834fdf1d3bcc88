package evenlight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import evenlight.torch.weights.Safetensors;
import evenlight.torch.weights.Weights;
import evenlight.torch.weights.Weights.Parameter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What fuse and weights info make of good and of broken files of weights. */
class WeightsFilesTest {
  @TempDir private Path folder;
  private Path under;
  private Path over;
  private Path file;
  private byte[] shipped;

  @BeforeEach
  void copyShippedWeights() throws IOException {
    under = TestPhotos.grey(folder.resolve("under.png"), 20, 24, 0.2f);
    over = TestPhotos.grey(folder.resolve("over.png"), 20, 24, 0.6f);
    file = folder.resolve("w.safetensors");
    try (InputStream in =
        WeightsFilesTest.class.getResourceAsStream("/evenlight/torch/fusion/lcndr.safetensors")) {
      assertThat(in).isNotNull();
      shipped = in.readAllBytes();
    }
  }

  @Test
  void fuse_copyOfShippedWeights_givesTheSameBytes() throws IOException {
    Files.write(file, shipped);
    Path first = folder.resolve("first.png");
    Path second = folder.resolve("second.png");
    assertThat(CommandRun.of("fuse", "--no-metadata", under, over, "-o", first).exitCode())
        .isZero();
    assertThat(
            CommandRun.of("fuse", "--no-metadata", under, over, "-o", second, "--weights", file)
                .exitCode())
        .isZero();
    assertThat(second).hasSameBinaryContentAs(first);
  }

  @Test
  void fuse_truncatedWeights_saysWhatMustHold() throws IOException {
    Files.write(file, Arrays.copyOf(shipped, shipped.length / 2));
    assertRefused("a safetensors file must place its tensors one behind the other");
  }

  @Test
  void fuse_textAsWeights_isRefused() throws IOException {
    Files.writeString(file, "these are no weights at all, only some words");
    assertRefused("a safetensors file must have a header that lies within its 44 bytes");
  }

  @Test
  void fuse_weightsOfAnotherNetwork_isRefused() throws IOException {
    Files.write(file, Safetensors.toBytes(new Weights(Map.of(), Map.of("network", "u2fusion"))));
    assertRefused("the weights must be for the network lcndr");
  }

  @Test
  void fuse_nanInWeights_saysWhere() throws IOException {
    Weights good = Safetensors.read(Files.write(file, shipped));
    Map<String, Parameter> tensors = new LinkedHashMap<>(good.tensors());
    float[] values = good.tensor("branch.stem.bias").values().clone();
    values[0] = Float.NaN;
    tensors.put("branch.stem.bias", new Parameter(new long[] {values.length}, values));
    Files.write(file, Safetensors.toBytes(new Weights(tensors, good.metadata())));
    assertRefused("the weights must be finite numbers, but found NaN in branch.stem.bias");
    assertThat(CommandRun.of("weights", "info", file).out()).contains("not finite: 1");
  }

  @Test
  void info_json_hasHashAndTensors() throws IOException {
    Files.write(file, shipped);
    CommandRun run = CommandRun.of("weights", "info", file, "--json");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("\"sha256\" : \"").contains("\"branch.stem.weight\"");
  }

  @Test
  void info_missingFile_isOneLine() {
    CommandRun run = CommandRun.of("weights", "info", file);
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.errLines())
        .containsExactly(
            "evenlight: the weights must be a readable file, but there is none at " + file);
  }

  private void assertRefused(String message) {
    Path out = folder.resolve("fused.png");
    CommandRun run = CommandRun.of("fuse", under, over, "-o", out, "--weights", file);
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.errLines()).hasSize(1);
    assertThat(run.err()).startsWith("evenlight: " + message).contains(file.toString());
    assertThat(out).doesNotExist();
  }
}
