package evenlight.bench;

import evenlight.align.Alignment;
import evenlight.align.Area;
import evenlight.align.FrameMotion;
import evenlight.align.MotionModel;
import evenlight.align.Residual;
import evenlight.align.Transform;
import evenlight.align.Verdict;
import evenlight.bracket.Bracket;
import evenlight.image.Image;
import evenlight.image.io.Photo;
import evenlight.image.io.Photos;
import evenlight.opencv.align.FeatureDistances;
import evenlight.opencv.align.OpenCvAligner;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Compares alignment with align_image_stack: time, memory, and how far features lie apart. */
@Command(
    name = "bench-alignment",
    mixinStandardHelpOptions = true,
    description = {
      "Aligns the photographs of folders by evenlight and by align_image_stack (hugin-tools),",
      "and a pair that is moved by itself."
    })
public final class AlignmentRace implements Callable<Integer> {
  private static final double FARTHEST_SHARE = 0.05;

  @Spec private CommandSpec spec;

  @Parameters(arity = "1..*", paramLabel = "DIR", description = "Folders with a bracket each.")
  private List<Path> folders;

  @Option(
      names = "--pair",
      arity = "1",
      paramLabel = "IMAGE",
      description = "Two photographs from a tripod, of which the second is turned and shifted.")
  private List<Path> pair = List.of();

  @Option(names = "--runs", defaultValue = "3", description = "Runs that count (default: 3).")
  private int runs;

  @Option(
      names = {"-o", "--output"},
      defaultValue = Machine.CHECKOUT + "/bench/results/alignment.md",
      description = "The table to write (default: ${DEFAULT-VALUE}).")
  private Path output;

  /** Runs the comparison and ends with 0 if all went well. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new AlignmentRace()).execute(arguments));
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Machine machine = Machine.here();
    List<Contestant> contestants =
        List.of(Contestant.aligner(machine.commit()), Contestant.alignImageStack());
    StringBuilder table = new StringBuilder();
    try (WorkFolder work = WorkFolder.make("bench-alignment")) {
      for (Path folder : folders) {
        try (Stream<Path> files = Files.list(folder)) {
          race(contestants, folder.getFileName().toString(), files.sorted().toList(), work, table);
        }
      }
      if (!pair.isEmpty()) {
        List<Path> files = List.of(pair.get(0), moved(work.path()));
        race(contestants, "moved pair", files, work, table);
      }
    }
    Files.writeString(output, markdown(machine, table));
    spec.commandLine().getOut().println(markdown(machine, table));
    return 0;
  }

  /** The second of the pair, turned about its corner by a degree, shifted and tilted a little. */
  private Path moved(Path work) throws IOException {
    Photo photo = Photos.read(pair.get(1));
    double c = Math.cos(Math.toRadians(1));
    double s = Math.sin(Math.toRadians(1));
    Transform map = new Transform(c, -s, 35.3, s, c, -48.7, 1e-6, -5e-7);
    FrameMotion motion =
        new FrameMotion("", Verdict.ALIGNED, MotionModel.HOMOGRAPHY, map, Residual.NONE, "");
    Image image = photo.image();
    Bracket bracket = Bracket.read(pair.get(1), pair.get(1));
    Alignment alignment =
        new Alignment(image.height(), image.width(), List.of(motion, FrameMotion.reference("")));
    Image warped =
        OpenCvAligner.automatic(0)
            .warp(bracket, alignment, 0, Area.whole(image.height(), image.width()));
    Path file = work.resolve("moved.jpg");
    Photos.write(photo.withImage(warped), file);
    return file;
  }

  private void race(
      List<Contestant> contestants,
      String name,
      List<Path> files,
      WorkFolder work,
      StringBuilder table)
      throws IOException, InterruptedException {
    PrintWriter err = spec.commandLine().getErr();
    line(name, "as taken", files, List.of(), table);
    for (Contestant contestant : contestants) {
      String program = contestant.name();
      Path prefix = work.path().resolve((program + "-" + name + "-").replace(' ', '-'));
      List<MeasuredProcess> measured = new ArrayList<>();
      List<Path> results = new ArrayList<>();
      try {
        for (int run = 0; run <= runs; run++) {
          MeasuredProcess process =
              MeasuredProcess.run(contestant.on(files, prefix), work.path().resolve("log.txt"));
          err.printf(Locale.ROOT, "%s, %s: %.2f s%n", name, program, process.seconds());
          if (run > 0) {
            measured.add(process);
          }
        }
        for (int i = 0; i < files.size(); i++) {
          results.add(opaque(AlignFiles.result(prefix.toString(), i)));
        }
        line(name, program, results, measured, table);
      } catch (IOException e) {
        err.println(e.getMessage());
        table.append("| %s | %s | fails | | | | | |%n".formatted(name, program));
      }
    }
  }

  /** A copy without the alpha channel that align_image_stack adds. */
  private static Path opaque(Path file) throws IOException {
    BufferedImage picture = ImageIO.read(file.toFile());
    int height = picture.getHeight();
    int width = picture.getWidth();
    BufferedImage rgb = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    rgb.setRGB(0, 0, width, height, picture.getRGB(0, 0, width, height, null, 0, width), 0, width);
    Path copy = Path.of(file + ".png");
    ImageIO.write(rgb, "png", copy.toFile());
    return copy;
  }

  /** A line of the table; distances are those of each picture's features from the first one's. */
  private static void line(
      String set,
      String program,
      List<Path> pictures,
      List<MeasuredProcess> measured,
      StringBuilder table)
      throws IOException {
    Image first = Photos.read(pictures.get(0)).image();
    double farthest = FARTHEST_SHARE * Math.hypot(first.height(), first.width());
    List<Double> all = new ArrayList<>();
    for (Path picture : pictures.subList(1, pictures.size())) {
      all.addAll(FeatureDistances.between(first, Photos.read(picture).image(), farthest));
    }
    List<Double> sorted = all.stream().sorted().toList();
    table.append(
        String.format(
            Locale.ROOT,
            "| %s | %s | %s | %s | %s | %d | %.2f | %.2f |%n",
            set,
            program,
            measured.isEmpty() ? "" : median(measured.stream().map(MeasuredProcess::seconds)),
            measured.isEmpty()
                ? ""
                : median(measured.stream().map(MeasuredProcess::processorSeconds)),
            measured.isEmpty() ? "" : median(measured.stream().map(run -> run.peakBytes() / 1e6)),
            sorted.size(),
            sorted.get(sorted.size() / 2),
            sorted.get((int) (0.95 * sorted.size()))));
  }

  private static String median(Stream<Double> values) {
    return String.format(Locale.ROOT, "%.2f", Quartiles.of(values.toList()).median());
  }

  private String markdown(Machine machine, CharSequence table) {
    return """
        # Alignment

        Reading photographs, aligning them, cutting out what all show and writing TIFF, each run a process of its own: median of %d
        runs after one to warm up; seconds that pass, and seconds that processors are busy with it, which other work on the machine
        changes less. Distances, in pixels, are those of equal SIFT features of each result from the first frame's; each looked for
        again around where SIFT puts it. Those farther apart than a twentieth of the diagonal are taken for wrong pairs.
        "as taken" are the photographs themselves; the moved pair is turned by a degree, shifted and tilted by known amounts.

        %s

        | set | program | seconds | of processors | peak memory, MB | features | median distance | 95 %% |
        |---|---|---|---|---|---|---|---|
        %s"""
        .formatted(runs, machine.markdown(), table);
  }
}
