package evenlight.align;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import evenlight.bracket.Bracket;
import evenlight.bracket.Exposure;
import evenlight.image.Image;
import evenlight.image.io.Photo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TransformsFileTest {
  private static final Alignment ALIGNMENT =
      new Alignment(
          4,
          6,
          List.of(
              FrameMotion.reference("shot/one.jpg"),
              new FrameMotion(
                  "shot/two.jpg",
                  Verdict.ALIGNED,
                  MotionModel.HOMOGRAPHY,
                  new Transform(1.01, 0.1, 1 / 3.0, -0.2, 0.9, 7, 1e-5, 2e-6),
                  new Residual(0.25, 0.75, 41),
                  "by way of one.jpg")));

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void write() throws IOException {
    file = folder.resolve("transforms.json");
    TransformsFile.write(ALIGNMENT, file);
  }

  private static Bracket bracket(int height, String... names) {
    return Bracket.of(
        Arrays.stream(names)
            .map(name -> new Exposure(name, new Photo(flat(height, name), 8)))
            .toList());
  }

  private static Image flat(int height, String name) {
    byte[] plane = new byte[height * 6];
    Arrays.fill(plane, (byte) name.charAt(name.length() - 5));
    return Image.ofBytes(height, 6, plane, plane, plane);
  }

  @Test
  void read_sameNames_givesBackToTheLastBit() throws IOException {
    Bracket bracket = bracket(4, "shot/two.jpg", "shot/one.jpg");

    Alignment read = TransformsFile.read(file, bracket);

    assertThat(read.frames()).containsExactlyInAnyOrderElementsOf(ALIGNMENT.frames());
    for (int i = 0; i < 2; i++) {
      assertThat(read.frames().get(i).name()).isEqualTo(bracket.exposures().get(i).name());
    }
  }

  @Test
  void read_otherNames_goesByPlace() throws IOException {
    Alignment read = TransformsFile.read(file, bracket(4, "nextA.jpg", "nextB.jpg"));

    assertThat(read.frames())
        .extracting(FrameMotion::name)
        .containsExactly("nextA.jpg", "nextB.jpg");
    assertThat(read.frames().get(1).toReference())
        .isEqualTo(ALIGNMENT.frames().get(1).toReference());
  }

  @Test
  void read_otherSizeOrNumber_isRefusedWithTheFile() {
    assertThatThrownBy(() -> TransformsFile.read(file, bracket(5, "a.jpg", "b.jpg")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("4×6");
    assertThatThrownBy(() -> TransformsFile.read(file, bracket(4, "a.jpg", "b.jpg", "c.jpg")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("3 frames");
  }

  @Test
  void read_whatIsNoSuchFile_isRefusedWithTheFile() throws IOException {
    for (String content :
        List.of(
            "",
            "[1, 2]",
            "{\"format\": \"other\"}",
            Files.readString(file).replace("1.01", "\"wide\""),
            Files.readString(file).replace("HOMOGRAPHY", "BEND"),
            Files.readString(file).replace("transforms-1", "transforms-9"))) {
      Files.writeString(file, content);

      assertThatThrownBy(() -> TransformsFile.read(file, bracket(4, "one.jpg", "two.jpg")))
          .as(content)
          .isInstanceOf(IOException.class)
          .hasMessageContaining(file.toString());
    }
  }
}
