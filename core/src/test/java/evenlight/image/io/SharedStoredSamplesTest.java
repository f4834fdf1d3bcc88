package evenlight.image.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import evenlight.image.Image8;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Real photographs, some with a Display P3 profile: their stored samples are the reference's. */
@Tag("shared")
class SharedStoredSamplesTest {
  private static final List<String> WITH_PROFILE =
      List.of(
          "buildingRoad",
          "crete",
          "dessert",
          "disney1",
          "flowerGate2",
          "horse",
          "hyderPark",
          "uk_01");

  private final Path shared = Path.of(System.getProperty("evenlight.shared", "shared"));
  private final Path pairs = shared.resolve("data/mefb");

  @BeforeEach
  void photographsAreThere() {
    assumeTrue(Files.isDirectory(pairs), () -> "the MEFB pairs must be in " + pairs);
  }

  /** Golden values of the floor average; they fail to the sixth digit if a few samples differ. */
  @Test
  void read_stored_averagesToTheReferencesValues() throws IOException {
    Path golden = shared.resolve("golden/results.tsv");
    int scenes = 0;
    for (String line : Files.readAllLines(golden)) {
      String[] cells = line.split("\t", -1);
      if (cells[0].equals("average")) {
        Image8 under = grey(cells[2], "under");
        Image8 over = grey(cells[2], "over");
        Image8 fused = average(stored(cells[2], "under"), stored(cells[2], "over")).grey();
        assertThat(correlation(under, fused) / 2 + correlation(over, fused) / 2)
            .as("CC of " + cells[2])
            .isCloseTo(Double.parseDouble(cells[5]), within(1e-6));
        assertThat(information(under, fused) + information(over, fused))
            .as("MI of " + cells[2])
            .isCloseTo(Double.parseDouble(cells[4]), within(1e-6));
        scenes++;
      }
    }
    assertThat(scenes).isEqualTo(40);
  }

  @Test
  void read_stored_differsFromSrgbWhereThereIsAProfile() throws IOException {
    for (Path file : files(pairs, shared.resolve("data/sice"))) {
      boolean profile = WITH_PROFILE.stream().anyMatch(s -> file.startsWith(pairs.resolve(s)));
      assertThat(Photos.read(file, Colour.STORED).equals(Photos.read(file)))
          .as(file.toString())
          .isEqualTo(!profile);
    }
  }

  @Test
  void read_storedJpeg_isTheJpegLibrarysRgb() throws IOException {
    for (Path file : files(pairs)) {
      byte[] bytes = Files.readAllBytes(file);
      if (bytes[0] == (byte) 0xff) {
        Image8 read = Image8.of(Photos.read(file, Colour.STORED).image());
        int[][] rgb = JpegSketch.storedRgb(bytes);
        for (int c = 0; c < 3; c++) {
          byte[] expected = new byte[read.pixels()];
          for (int i = 0; i < expected.length; i++) {
            expected[i] = (byte) rgb[c][i];
          }
          assertThat(read.plane(c)).as(file.toString()).isEqualTo(expected);
        }
      }
    }
  }

  private static List<Path> files(Path... folders) throws IOException {
    List<Path> files = new ArrayList<>();
    for (Path folder : folders) {
      try (var walk = Files.walk(folder, 2)) {
        files.addAll(walk.filter(Files::isRegularFile).sorted().toList());
      }
    }
    return files;
  }

  private Image8 grey(String scene, String name) throws IOException {
    return stored(scene, name).grey();
  }

  private Image8 stored(String scene, String name) throws IOException {
    for (Path file : files(pairs.resolve(scene))) {
      if (file.getFileName().toString().startsWith(name)) {
        return Image8.of(Photos.read(file, Colour.STORED).image());
      }
    }
    throw new IOException("no " + name + " in " + scene);
  }

  private static Image8 average(Image8 a, Image8 b) {
    byte[][] planes = new byte[3][a.pixels()];
    for (int c = 0; c < 3; c++) {
      for (int i = 0; i < a.pixels(); i++) {
        planes[c][i] = (byte) ((a.at(c, i) + b.at(c, i)) / 2);
      }
    }
    return Image8.of(a.height(), a.width(), planes);
  }

  private static double correlation(Image8 a, Image8 b) {
    double n = a.pixels();
    double sumA = 0;
    double sumB = 0;
    double sumAa = 0;
    double sumBb = 0;
    double sumAb = 0;
    for (int i = 0; i < n; i++) {
      int x = a.at(0, i);
      int y = b.at(0, i);
      sumA += x;
      sumB += y;
      sumAa += x * x;
      sumBb += y * y;
      sumAb += x * y;
    }
    return (sumAb - sumA * sumB / n)
        / Math.sqrt((sumAa - sumA * sumA / n) * (sumBb - sumB * sumB / n));
  }

  private static double information(Image8 a, Image8 b) {
    double[] first = new double[256];
    double[] second = new double[256];
    double[] joint = new double[256 * 256];
    double share = 1.0 / a.pixels();
    for (int i = 0; i < a.pixels(); i++) {
      first[a.at(0, i)] += share;
      second[b.at(0, i)] += share;
      joint[256 * a.at(0, i) + b.at(0, i)] += share;
    }
    double bits = 0;
    for (int i = 0; i < joint.length; i++) {
      if (joint[i] > 0) {
        bits += joint[i] * Math.log(joint[i] / first[i / 256] / second[i % 256]) / Math.log(2);
      }
    }
    return bits;
  }
}
