package evenlight.experiment;

import evenlight.dataset.Scene;
import evenlight.evaluation.report.Grid.Cell;
import evenlight.evaluation.report.Grid.Kind;
import evenlight.evaluation.report.Grid.Line;
import evenlight.evaluation.report.Numbers;
import evenlight.fusion.Device;
import evenlight.fusion.FusionMethod;
import evenlight.fusion.FusionSettings;
import evenlight.fusion.MethodCard;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Seconds and memory of the methods where networks compute on one device. */
final class DeviceEfficiency {
  private final Device device;
  private final FusionSettings settings;
  private final LineUp lineUp;
  private final Scene scene;
  private final MeasuredEfforts measured;
  private final EffortMeter meter;
  private final List<String> notes = new ArrayList<>();

  DeviceEfficiency(Laboratory laboratory, Device device, Scene scene, EffortMeter meter) {
    this.device = device;
    this.settings = laboratory.settings(device);
    this.lineUp = LineUp.of(settings);
    this.scene = scene;
    this.measured = laboratory.measured();
    this.meter = meter;
  }

  /** Networks that can run here. */
  List<String> learned() {
    return LineUp.IDS.stream().filter(this::isLearned).toList();
  }

  private boolean isLearned(String id) {
    return lineUp
        .method(id)
        .filter(method -> method.card().kind() == MethodCard.Kind.LEARNED)
        .isPresent();
  }

  /**
   * The line of a method: seconds and memory for each size, the growth, and the paper's seconds.
   */
  Line line(String id, List<PictureSize> sizes, PaperTable paper)
      throws IOException, InterruptedException {
    String label = lineUp.label(id) + (device == Device.CUDA && isLearned(id) ? ", GPU" : "");
    Optional<FusionMethod> method = lineUp.method(id);
    List<Cell> cells = new ArrayList<>();
    if (method.isPresent()) {
      cells.addAll(measured(id, label, method.get().fingerprint(), sizes));
    } else {
      sizes.forEach(size -> cells.addAll(EfficiencyLine.NOTHING));
      cells.add(Cell.of(Numbers.NONE));
    }
    cells.add(Cell.of(Numbers.fixed(paper.value("seconds", id), PaperTable.DECIMALS)));
    return new Line(Kind.VALUES, label, cells);
  }

  private List<Cell> measured(String id, String label, String fingerprint, List<PictureSize> sizes)
      throws IOException, InterruptedException {
    EfficiencyLine line =
        new EfficiencyLine(
            (size, warmUp) -> measured.effort(task(id, size, warmUp), fingerprint, meter));
    List<Cell> cells = new ArrayList<>();
    for (PictureSize size : sizes) {
      cells.addAll(line.measure(size));
    }
    cells.add(line.growth());
    if (!fingerprint.equals(id)) {
      notes.add("%s ran as %s.".formatted(label, fingerprint));
    }
    line.obstacles().forEach(obstacle -> notes.add(label + obstacle));
    return cells;
  }

  private EffortTask task(String id, PictureSize size, PictureSize warmUp) {
    return new EffortTask(
        lineUp.choice(id),
        device,
        settings.threads(),
        settings.weightsFolder().map(Path::toString).orElse(""),
        scene.under().toString(),
        scene.over().toString(),
        size,
        warmUp);
  }

  /** What is to be known of the lines that were made, in sentences. */
  List<String> notes() {
    return List.copyOf(notes);
  }

  /** A sentence for each method that cannot run here. */
  List<String> absent() {
    return lineUp.notes();
  }
}
