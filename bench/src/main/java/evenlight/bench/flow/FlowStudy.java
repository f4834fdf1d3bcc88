package evenlight.bench.flow;

import evenlight.align.Alignment;
import evenlight.align.Transform;
import evenlight.bench.Machine;
import evenlight.bracket.Bracket;
import evenlight.bracket.Exposure;
import evenlight.dataset.Dataset;
import evenlight.dataset.Scene;
import evenlight.dataset.Scene.Split;
import evenlight.filter.Strips;
import evenlight.flow.FlowEstimator;
import evenlight.flow.FlowEstimators;
import evenlight.flow.FlowField;
import evenlight.fusion.FusionSettings;
import evenlight.ghost.MatchedExposure;
import evenlight.image.io.Photo;
import evenlight.opencv.align.DisFlow;
import evenlight.opencv.align.OpenCvAligner;
import evenlight.torch.training.data.ColourContent;
import evenlight.torch.training.data.MotionSample;
import evenlight.torch.training.data.MotionSampler;
import evenlight.torch.training.data.PlaneCache;
import evenlight.torch.training.data.TrainingScene;
import evenlight.torch.training.plan.MotionPlan;
import evenlight.torch.training.plan.PatchPlan;
import evenlight.torch.training.plan.PatchPlan.Pairing;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Measures how far from the truth motion is found between exposures, on pictures of scenes that
 * nothing was trained on, moved by what is known ({@link MotionSampler}).
 *
 * <p>Flow sees the second picture with the first one's histogram, as where it is used. The ladder
 * of shift, turn and homography sees both as they are; a pair that it refuses counts as unmoved.
 */
@Command(
    name = "flow-study",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Measures the end-point errors of flow between exposures.",
    footer = {"", "Example:", "  runs/flow-study.sh ~/data/train imported=raft-small.safetensors"})
public final class FlowStudy implements Callable<Integer> {
  private static final List<Double> GAPS = List.of(0.0, 2.0, 4.0, 6.0);
  private static final int SEED = 20_201;
  private static final int MOST_REDUCTION = 4;
  private static final double FAR = 3;

  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "DATA", description = "Brackets of which some are val.")
  private Path data;

  @Parameters(
      index = "1..*",
      paramLabel = "NAME=FILE",
      description = "Parameters of RAFT and what the table calls them.")
  private Map<String, Path> weights = new LinkedHashMap<>();

  @Option(names = "--pairs", defaultValue = "24", description = "Pairs at each gap.")
  private int pairs;

  @Option(names = "--size", defaultValue = "384", description = "Height and width of pictures.")
  private int size;

  @Option(names = "--farthest", defaultValue = "24", description = "The most that a pixel moves.")
  private double farthest;

  /** Runs the study and ends with 0 if all went well. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new FlowStudy()).execute(arguments));
  }

  /** What finds flow in pictures as they are exposed. */
  private interface Finder {
    FlowField find(MotionSample sample);
  }

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    MotionSampler sampler = sampler();
    out.printf("%s%n%n", Machine.here().markdown());
    out.printf(
        Locale.ROOT,
        "- %d pairs of %d×%d at each gap, steps of up to %.0f pixels in a direction%n%n",
        pairs,
        size,
        size,
        farthest);
    out.print("| found by |");
    GAPS.forEach(gap -> out.printf(Locale.ROOT, " %.0f EV | farther than %.0f |", gap, FAR));
    out.printf("%n|---|%s%n", "---|".repeat(2 * GAPS.size()));
    for (Map.Entry<String, Finder> finder : finders().entrySet()) {
      out.printf("| %s |", finder.getKey());
      for (double gap : GAPS) {
        double[] errors = errors(sampler, gap, finder.getValue());
        out.printf(Locale.ROOT, " %.2f | %.1f %% |", errors[0], 100 * errors[1]);
        out.flush();
      }
      out.println();
    }
    out.flush();
    return 0;
  }

  private MotionSampler sampler() throws IOException {
    PlaneCache cache = new PlaneCache(1L << 30);
    List<TrainingScene> held = new ArrayList<>();
    for (Scene scene : Dataset.read(data).scenes()) {
      if (scene.split() == Split.VAL) {
        TrainingScene read = TrainingScene.read(scene, new ColourContent(), cache);
        if (Math.min(read.height(), read.width()) >= size) {
          held.add(read);
        }
      }
    }
    PatchPlan patches = new PatchPlan(size, 1, 1, MOST_REDUCTION, 1, Pairing.DEFAULT, 0);
    return new MotionSampler(held, patches, new MotionPlan(farthest, GAPS), SEED);
  }

  private Map<String, Finder> finders() throws IOException {
    Map<String, Finder> finders = new LinkedHashMap<>();
    finders.put("nothing", sample -> still(size));
    for (Map.Entry<String, Path> file : weights.entrySet()) {
      FlowEstimator raft =
          FlowEstimators.named(
              FlowEstimators.RAFT, FusionSettings.defaults().withWeights(file.getValue()));
      finders.put("RAFT, " + file.getKey(), sample -> matched(raft, sample));
    }
    FlowEstimator dis = new DisFlow(0);
    finders.put(dis.description(), sample -> matched(dis, sample));
    finders.put("shift, turn or homography", FlowStudy::ladder);
    return finders;
  }

  private static FlowField matched(FlowEstimator estimator, MotionSample sample) {
    return estimator.flow(
        sample.first(), MatchedExposure.of(sample.second(), sample.first(), new Strips(0)));
  }

  private static FlowField still(int size) {
    return new FlowField(size, size, new float[size * size], new float[size * size]);
  }

  private static FlowField ladder(MotionSample sample) {
    Bracket bracket =
        Bracket.of(
            List.of(
                new Exposure("first", new Photo(sample.first(), Byte.SIZE)),
                new Exposure("second", new Photo(sample.second(), Byte.SIZE))));
    int first = bracket.darkest().name().equals("first") ? 0 : 1;
    Alignment alignment = OpenCvAligner.automatic(0).align(bracket, first);
    int size = sample.first().width();
    if (!alignment.untrusted().isEmpty()) {
      return still(size);
    }
    Transform toSecond = alignment.frames().get(1 - first).toReference().inverse();
    float[] x = new float[size * size];
    float[] y = new float[size * size];
    for (int i = 0; i < x.length; i++) {
      int column = i % size;
      int row = i / size;
      x[i] = (float) (toSecond.x(column, row) - column);
      y[i] = (float) (toSecond.y(column, row) - row);
    }
    return new FlowField(size, size, x, y);
  }

  /** The mean end-point error, and the share of pixels that are far off. */
  private double[] errors(MotionSampler sampler, double gap, Finder finder) throws IOException {
    double sum = 0;
    long far = 0;
    long count = 0;
    for (int i = 0; i < pairs; i++) {
      MotionSample sample = sampler.sample(i, gap);
      FlowField found = finder.find(sample);
      for (int place = 0; place < sample.known().length; place++) {
        if (sample.known()[place] == 1) {
          double error =
              Math.hypot(
                  found.x(place) - sample.flow().x(place), found.y(place) - sample.flow().y(place));
          sum += error;
          far += error > FAR ? 1 : 0;
          count++;
        }
      }
    }
    return new double[] {sum / count, (double) far / count};
  }
}
