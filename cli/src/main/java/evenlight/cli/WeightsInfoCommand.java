package evenlight.cli;

import evenlight.image.io.Sha256;
import evenlight.torch.weights.Safetensors;
import evenlight.torch.weights.Weights;
import evenlight.torch.weights.Weights.Parameter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints what a file of weights holds. */
@Command(
    name = "info",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Prints the network, the training and the tensors of a file of weights.",
    footer = {"", "Example:", "  evenlight weights info weights/evenlight.safetensors"})
final class WeightsInfoCommand implements Callable<Integer> {
  @Mixin private Messages messages;

  @Parameters(paramLabel = "FILE", description = "A .safetensors file.")
  private Path file;

  @Option(names = "--json", description = "Print it as JSON.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    Weights weights = Safetensors.read(file);
    Report report = Report.of(file, Sha256.of(Files.readAllBytes(file)), weights);
    messages.result(json ? Json.of(report) : report.text());
    return 0;
  }

  /** What is printed. */
  private record Report(
      String file,
      String sha256,
      long parameters,
      Map<String, String> metadata,
      List<Tensor> tensors) {

    private record Tensor(String name, List<Long> shape, long notFinite) {
      static Tensor of(String name, Parameter parameter) {
        return new Tensor(
            name, Arrays.stream(parameter.shape()).boxed().toList(), countNotFinite(parameter));
      }
    }

    static Report of(Path file, String hash, Weights weights) {
      return new Report(
          file.toString(),
          hash,
          weights.count(),
          weights.metadata(),
          weights.tensors().entrySet().stream()
              .map(e -> Tensor.of(e.getKey(), e.getValue()))
              .toList());
    }

    private static long countNotFinite(Parameter parameter) {
      long count = 0;
      for (float value : parameter.values()) {
        count += Float.isFinite(value) ? 0 : 1;
      }
      return count;
    }

    String text() {
      StringBuilder text = new StringBuilder();
      line(text, "file", file);
      line(text, "sha256", sha256);
      line(text, "numbers", String.format(Locale.ROOT, "%,d", parameters));
      metadata.forEach((key, value) -> line(text, key, value));
      text.append('\n');
      int width = tensors.stream().mapToInt(tensor -> tensor.name().length()).max().orElse(0);
      for (Tensor tensor : tensors) {
        text.append(tensor.name()).append(" ".repeat(width - tensor.name().length() + 2));
        text.append(tensor.shape());
        text.append(tensor.notFinite() == 0 ? "" : "  not finite: " + tensor.notFinite());
        text.append('\n');
      }
      return text.toString().stripTrailing();
    }

    private static void line(StringBuilder text, String key, String value) {
      text.append(String.format(Locale.ROOT, "%-8s  %s%n", key, value));
    }
  }
}
