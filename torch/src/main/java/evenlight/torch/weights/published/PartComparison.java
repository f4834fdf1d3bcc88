package evenlight.torch.weights.published;

import evenlight.torch.weights.Weights.Parameter;
import evenlight.torch.weights.checkpoint.Checkpoint;
import evenlight.torch.weights.checkpoint.ElementType;
import evenlight.torch.weights.checkpoint.StoredTensor;
import evenlight.torch.weights.published.PublishedNetwork.Part;
import evenlight.torch.weights.published.TensorFinding.Result;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One checkpoint beside what a network needs of it. */
final class PartComparison {
  /** The order in which TensorFlow's kernels (height, width, in, out) become PyTorch's. */
  private static final List<Integer> OUT_IN_HEIGHT_WIDTH = List.of(3, 2, 0, 1);

  /** Stands before all names where a network was trained on several devices. */
  private static final String PARALLEL = "module.";

  private final Part part;
  private final Map<String, Parameter> parameters = new LinkedHashMap<>();
  private final List<TensorFinding> findings = new ArrayList<>();

  private PartComparison(Part part) {
    this.part = part;
  }

  static PartComparison of(Part part, Checkpoint checkpoint) {
    PartComparison comparison = new PartComparison(part);
    comparison.compare(checkpoint);
    return comparison;
  }

  /** What matched, by its name in the network. */
  Map<String, Parameter> parameters() {
    return parameters;
  }

  /** What became of each tensor of both sides. */
  List<TensorFinding> findings() {
    return findings;
  }

  private void compare(Checkpoint checkpoint) {
    Map<String, StoredTensor> found = new LinkedHashMap<>();
    List<TensorFinding> dropped = new ArrayList<>();
    boolean parallel =
        checkpoint.tensors().keySet().stream().allMatch(name -> name.startsWith(PARALLEL));
    checkpoint
        .tensors()
        .forEach(
            (source, tensor) -> {
              String name = parallel ? source.substring(PARALLEL.length()) : source;
              if (Bookkeeping.is(name, tensor)) {
                dropped.add(finding(name, Result.DROPPED, tensor, "of training"));
              } else if (part.repeated().contains(name)) {
                dropped.add(finding(name, Result.DROPPED, tensor, "there under another name"));
              } else if (checkpoint.program() == Checkpoint.Program.TENSORFLOW) {
                found.put(name.replace('/', '.'), asInPyTorch(tensor));
              } else {
                found.put(name, tensor);
              }
            });
    part.shapes().forEach((name, shape) -> match(name, shape, found.remove(name)));
    found.forEach((name, tensor) -> findings.add(finding(name, Result.UNEXPECTED, tensor, "")));
    findings.addAll(dropped);
  }

  private static StoredTensor asInPyTorch(StoredTensor tensor) {
    return tensor.shape().size() == OUT_IN_HEIGHT_WIDTH.size()
        ? tensor.permuted(OUT_IN_HEIGHT_WIDTH)
        : tensor;
  }

  private void match(String name, List<Long> shape, @Nullable StoredTensor tensor) {
    String full = part.prefix() + name;
    if (tensor == null) {
      findings.add(new TensorFinding(full, Result.MISSING, shape, ""));
      return;
    }
    if (!tensor.shape().equals(shape)) {
      findings.add(finding(name, Result.OTHER_SHAPE, tensor, "instead of " + shape));
      return;
    }
    float[] values = tensor.values();
    int broken = countNotFinite(values);
    if (broken > 0) {
      findings.add(finding(name, Result.NOT_FINITE, tensor, broken + " NaN or infinite"));
      return;
    }
    boolean single = tensor.type() == ElementType.FLOAT32;
    findings.add(
        finding(name, Result.MATCHED, tensor, single ? "" : "rounded or widened to float32"));
    parameters.put(
        full, new Parameter(shape.stream().mapToLong(Long::longValue).toArray(), values));
  }

  private TensorFinding finding(String name, Result result, StoredTensor tensor, String remark) {
    ElementType type = tensor.type();
    String said = type == ElementType.FLOAT32 ? remark : (type.title() + " " + remark).strip();
    return new TensorFinding(part.prefix() + name, result, tensor.shape(), said);
  }

  private static int countNotFinite(float[] values) {
    int count = 0;
    for (float value : values) {
      count += Float.isFinite(value) ? 0 : 1;
    }
    return count;
  }
}
