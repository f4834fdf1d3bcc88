package evenlight.experiment;

import evenlight.bracket.BracketSize;
import evenlight.dataset.Scene;
import evenlight.evaluation.report.Grid;
import evenlight.evaluation.report.Grid.Line;
import evenlight.fusion.Device;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Table VII: seconds and memory of every method, at the size of the data and at 1, 12 and 48
 * megapixels, and how time grows with the size; networks on the processor and, where there is one,
 * on a GPU.
 *
 * <p>A size that would take a method more than {@value EfficiencyLine#PATIENCE} seconds, by what
 * the size before took, is left out, and so are all that are larger than one at which it failed.
 *
 * @param meter measures what is not kept from an earlier run
 */
record EfficiencyTable(String id, String title, EffortMeter meter) implements Experiment {
  private static final List<PictureSize> SIZES =
      List.of(new PictureSize(866, 1155), new PictureSize(3000, 4000), new PictureSize(6000, 8000));

  @Override
  public Section run(Laboratory laboratory) throws IOException, InterruptedException {
    Scene scene = laboratory.firstScene(id);
    Rows rows = new Rows(sizes(scene), PaperTable.read(id));
    rows.notes.addAll(conditions(laboratory));
    Device asked = laboratory.device();
    Device first = asked == Device.AUTO ? Device.CPU : asked;
    DeviceEfficiency made = new DeviceEfficiency(laboratory, first, scene, meter);
    rows.add(made, LineUp.IDS);
    rows.notes.addAll(made.absent());
    if (asked == Device.AUTO) {
      DeviceEfficiency onGpu = new DeviceEfficiency(laboratory, Device.CUDA, scene, meter);
      rows.add(onGpu, onGpu.learned());
      if (onGpu.learned().isEmpty()) {
        rows.notes.add("Networks ran on the processor only: libtorch finds no GPU.");
      }
    }
    Grid grid = new Grid(title, "Method", heads(rows.sizes), rows.lines);
    return new Section(id, title, List.of(grid), List.of(), rows.notes);
  }

  /** The lines of the table and what is to be known of them. */
  private static final class Rows {
    private final List<PictureSize> sizes;
    private final PaperTable paper;
    private final List<Line> lines = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    Rows(List<PictureSize> sizes, PaperTable paper) {
      this.sizes = sizes;
      this.paper = paper;
    }

    private void add(DeviceEfficiency device, List<String> methods)
        throws IOException, InterruptedException {
      for (String method : methods) {
        lines.add(device.line(method, sizes, paper));
      }
      notes.addAll(device.notes());
    }
  }

  /** From small to large: what a size takes is guessed from the one before. */
  private static List<PictureSize> sizes(Scene scene) throws IOException {
    BracketSize own = BracketSize.of(List.of(scene.under(), scene.over()));
    return Stream.concat(Stream.of(new PictureSize(own.height(), own.width())), SIZES.stream())
        .distinct()
        .sorted(Comparator.comparing(PictureSize::pixels))
        .toList();
  }

  private static List<String> heads(List<PictureSize> sizes) {
    List<String> heads = new ArrayList<>();
    for (PictureSize size : sizes) {
      heads.add(size + ", s (least to most)");
      heads.add(size + ", MiB");
    }
    heads.addAll(List.of("growth", "s in the paper"));
    return heads;
  }

  private static List<String> conditions(Laboratory laboratory) {
    return List.of(
        "Measured on %s, %d threads, in float32 where nothing else is said, without decoding."
            .formatted(MeasuredEfforts.machine(), laboratory.settings(Device.CPU).threads()),
        ("Seconds are the median of up to %d fusions, no further one being begun after %d s, in a"
                + " process of its own for each method and size. It fuses once before, without"
                + " being counted: the same picture, or that of the smallest size where more than"
                + " %d s are expected.")
            .formatted(Effort.TIMES, Effort.ENOUGH, EfficiencyLine.QUICK),
        "Memory is the peak of that process while it fuses, as Linux counts what is resident: Java,"
            + " libtorch for networks, the two photographs in 8 bits, the result and all between;"
            + " not the memory of a GPU.",
        "The growth is the exponent of the number of pixels by which seconds grow, by least"
            + " squares of the logarithms.",
        "The paper's seconds are of MATLAB on an i5-11400F and of a RTX 3060.");
  }
}
