package evenlight.torch.training;

import evenlight.image.io.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The files of a training run, all in one folder and all called after the plan.
 *
 * @param folder where they are
 * @param name the plan's
 */
record RunFiles(Path folder, String name) {
  /** The trained weights. */
  Path weights() {
    return folder.resolve(name + ".safetensors");
  }

  void writeWeights(byte[] bytes) throws IOException {
    AtomicFile.write(weights(), out -> out.write(bytes));
  }

  void writeCard(String text) throws IOException {
    write(".md", text);
  }

  void writePlan(String json) throws IOException {
    write(".json", json);
  }

  void writeListing(String text) throws IOException {
    write(".data.tsv", text);
  }

  private void write(String ending, String text) throws IOException {
    AtomicFile.write(
        folder.resolve(name + ending), out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }
}
