package evenlight.cli;

import evenlight.image.io.AtomicFile;
import evenlight.torch.weights.Safetensors;
import evenlight.torch.weights.Weights;
import evenlight.torch.weights.WeightsFolder;
import evenlight.torch.weights.published.ImportedWeights;
import evenlight.torch.weights.published.PublishedNetwork;
import evenlight.torch.weights.published.TensorFinding;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes weights of what a network's authors published. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Makes weights for a method of the checkpoint that its authors published, of PyTorch or of",
      "TensorFlow 1. Nothing in a file is executed. Every tensor is reported; unless all of them are",
      "those of the network, nothing is written and the exit code is 1."
    },
    footer = {
      "",
      "Examples:",
      "  evenlight weights import pmgi CGAN.model-9.index",
      "  evenlight weights import ifcnn IFCNN-MAX.pth -o max.safetensors",
      "  evenlight weights import halder latest_net_G_A.pth latest_net_G_V.pth latest_net_G_H.pth"
    })
final class WeightsImportCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private Messages messages;

  @Parameters(
      index = "0",
      paramLabel = "METHOD",
      description = {
        "Whose weights they are: halder, ifcnn, lcndr-released, mef-net, pmgi, raft-large,",
        "raft-small, sd-net or u2fusion."
      })
  private String method;

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "FILE",
      description = {
        "The authors' files: .pth or .pt of PyTorch; of TensorFlow the .index, whose data lies",
        "beside it or is named, too."
      })
  private List<Path> files;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "OUT",
      description = {
        "The .safetensors file to write; without it, METHOD.safetensors (of ifcnn",
        "ifcnn-max.safetensors, or -mean or -sum, by the name of FILE) in the folder where methods",
        "look for it."
      })
  private Optional<Path> output;

  @Mixin private WeightsFolderOption folder;

  @Option(names = "--overwrite", description = "Replace OUT if it exists.")
  private boolean overwrite;

  @Option(names = "--json", description = "Print what became of the tensors as JSON.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    PublishedNetwork network = network();
    if (output.isPresent()) {
      AtomicFile.requireWritable(output.get(), overwrite);
    }
    ImportedWeights imported = ImportedWeights.read(network, files);
    messages.result(json ? Json.of(imported.findings()) : table(imported.findings()));
    Weights weights = imported.weights();
    Path target = output.isPresent() ? output.get() : inFolder(imported.id());
    byte[] bytes = Safetensors.toBytes(weights);
    AtomicFile.write(target, out -> out.write(bytes));
    messages.note("%s: %s, written to %s".formatted(network.id(), imported.summary(), target));
    return 0;
  }

  private PublishedNetwork network() {
    try {
      return PublishedNetwork.named(method);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), FailureMessage.of(e), e);
    }
  }

  private Path inFolder(String id) throws IOException {
    WeightsFolder weights = WeightsFolder.chosen(folder.given());
    AtomicFile.makeFolder(weights.folder());
    Path file = weights.file(id);
    AtomicFile.requireWritable(file, overwrite);
    return file;
  }

  private static String table(List<TensorFinding> findings) {
    TextTable table = new TextTable("TENSOR", "SHAPE", "RESULT", "REMARK");
    for (TensorFinding finding : findings) {
      table.add(
          List.of(
              finding.name(),
              finding.shape().toString(),
              finding.result().name().toLowerCase(Locale.ROOT).replace('_', ' '),
              finding.remark()));
    }
    return table.toString();
  }
}
