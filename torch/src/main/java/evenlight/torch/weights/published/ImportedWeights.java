package evenlight.torch.weights.published;

import evenlight.image.io.Sha256;
import evenlight.torch.weights.Weights;
import evenlight.torch.weights.Weights.Parameter;
import evenlight.torch.weights.checkpoint.Checkpoint;
import evenlight.torch.weights.published.PublishedNetwork.Part;
import evenlight.torch.weights.published.TensorFinding.Result;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A network's weights, made of the checkpoints that its authors published. */
public final class ImportedWeights {
  private final PublishedNetwork network;
  private final List<Checkpoint> checkpoints;
  private final Map<String, Parameter> parameters = new LinkedHashMap<>();
  private final List<TensorFinding> findings = new ArrayList<>();

  private ImportedWeights(PublishedNetwork network, List<Checkpoint> checkpoints) {
    this.network = network;
    this.checkpoints = checkpoints;
  }

  /**
   * Reads checkpoints and compares them with a network, tensor by tensor.
   *
   * @param files of the checkpoints, in any order; of TensorFlow's, the index is enough
   * @throws IOException if one cannot be read; the message names it
   * @throws IllegalArgumentException if they are not as many as the network needs, or their names
   *     do not say which is which
   */
  public static ImportedWeights read(PublishedNetwork network, List<Path> files)
      throws IOException {
    ImportedWeights weights = new ImportedWeights(network, Checkpoint.readAll(files));
    weights.requireAsManyAsNeeded();
    for (Part part : network.parts()) {
      PartComparison comparison = PartComparison.of(part, weights.ofPart(part));
      weights.parameters.putAll(comparison.parameters());
      weights.findings.addAll(comparison.findings());
    }
    return weights;
  }

  private void requireAsManyAsNeeded() {
    int needed = network.parts().size();
    if (checkpoints.size() != needed) {
      throw new IllegalArgumentException(
          "the weights of %s must be in %d checkpoint%s (%s), but found %d"
              .formatted(
                  network.id(),
                  needed,
                  needed == 1 ? "" : "s",
                  String.join(", ", network.files()),
                  checkpoints.size()));
    }
  }

  private Checkpoint ofPart(Part part) {
    List<Checkpoint> found =
        checkpoints.stream().filter(one -> fileName(one).contains(part.name())).toList();
    if (found.size() != 1) {
      throw new IllegalArgumentException(
          "of the files for %s one must have %s in its name, but found %s"
              .formatted(
                  network.id(),
                  part.name(),
                  checkpoints.stream().map(ImportedWeights::fileName).toList()));
    }
    return found.get(0);
  }

  /** What became of every tensor, of the network's and of the checkpoints'. */
  public List<TensorFinding> findings() {
    return List.copyOf(findings);
  }

  /** Which of several trainings it is, if there are several and the file's name says so. */
  public Optional<String> variant() {
    List<String> named =
        network.variants().stream()
            .filter(
                variant ->
                    Pattern.compile("(^|[^a-z])" + variant + "([^a-z]|$)")
                        .matcher(fileName(checkpoints.get(0)).toLowerCase(Locale.ROOT))
                        .find())
            .toList();
    return named.size() == 1 ? Optional.of(named.get(0)) : Optional.empty();
  }

  /**
   * By what the weights are found: the method's id and, where there are several trainings, which.
   *
   * @throws IllegalArgumentException if there are several and the file's name does not say which
   */
  public String id() {
    if (network.variants().isEmpty()) {
      return network.id();
    }
    return network.id()
        + "-"
        + variant()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "the file's name must say which of %s it is for, but is %s"
                            .formatted(
                                String.join(", ", network.variants()),
                                fileName(checkpoints.get(0)))));
  }

  /**
   * The weights, with the network, its sources and their hashes as metadata.
   *
   * @throws IOException if a source cannot be read again
   * @throws IllegalArgumentException if not all tensors match; the message counts those that do not
   */
  public Weights weights() throws IOException {
    if (!findings.stream().allMatch(TensorFinding::isGood)) {
      throw new IllegalArgumentException(
          "all tensors must be those of %s, but found %s in %s"
              .formatted(
                  network.id(),
                  summary(),
                  checkpoints.stream()
                      .map(ImportedWeights::fileName)
                      .collect(Collectors.joining(", "))));
    }
    Map<String, String> metadata = new TreeMap<>();
    metadata.put("network", network.id());
    metadata.put("method", network.id());
    variant().ifPresent(variant -> metadata.put("variant", variant));
    metadata.put("origin", "published by the network's authors, imported");
    metadata.put("sources", sources());
    return new Weights(parameters, metadata);
  }

  /** How many tensors there are of each kind. */
  public String summary() {
    return Arrays.stream(Result.values())
        .filter(result -> count(result) > 0)
        .map(
            result ->
                count(result) + " " + result.name().toLowerCase(Locale.ROOT).replace('_', ' '))
        .collect(Collectors.joining(", "));
  }

  private long count(Result result) {
    return findings.stream().filter(finding -> finding.result() == result).count();
  }

  private String sources() throws IOException {
    List<String> sources = new ArrayList<>();
    for (Checkpoint checkpoint : checkpoints) {
      for (Path file : checkpoint.files()) {
        sources.add(file.getFileName() + " sha256 " + Sha256.of(file));
      }
    }
    Collections.sort(sources); // in whatever order the files were named
    return String.join("; ", sources);
  }

  private static String fileName(Checkpoint checkpoint) {
    return String.valueOf(checkpoint.files().get(0).getFileName());
  }
}
