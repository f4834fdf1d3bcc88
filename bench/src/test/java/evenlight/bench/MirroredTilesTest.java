package evenlight.bench;

import static org.assertj.core.api.Assertions.assertThat;

import evenlight.image.Image;
import evenlight.image.io.Photo;
import evenlight.image.io.Photos;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MirroredTilesTest {
  private static final float[] PLANE = {0, 0.2f, 0.4f, 0.6f, 0.8f, 1};

  @Test
  void tiled_larger_isMirroredAtEveryEdge() {
    Image tiled = MirroredTiles.tiled(Image.of(2, 3, PLANE), 5, 7);
    assertThat(tiled.plane(0))
        .startsWith(0, 0.2f, 0.4f, 0.4f, 0.2f, 0, 0, 0.6f, 0.8f, 1, 1)
        .endsWith(0, 0.2f, 0.4f, 0.4f, 0.2f, 0, 0);
    assertThat(tiled.at(0, 2, 0)).isEqualTo(0.6f);
  }

  @Test
  void tiled_smaller_isTheUpperLeftPart() {
    assertThat(MirroredTiles.tiled(Image.of(2, 3, PLANE), 2, 2).plane(0))
        .containsExactly(0, 0.2f, 0.6f, 0.8f);
  }

  @Test
  void write_megapixels_keepsTheShapeAndTheOrder(@TempDir Path folder) throws IOException {
    Path dark = photo(folder.resolve("dark.png"), 0.1f);
    Path bright = photo(folder.resolve("bright.png"), 0.9f);
    List<Path> files = MirroredTiles.write(List.of(dark, bright), 0.02, folder, "png");
    assertThat(files).hasSize(2);
    assertThat(Photos.read(files.get(0)).image().size()).isEqualTo("100×200");
    assertThat(Photos.read(files.get(1)).image().at(0, 99, 199)).isGreaterThan(0.8f);
    assertThat(MirroredTiles.megapixels(files.get(0))).isEqualTo(0.02);
  }

  private static Path photo(Path file, float level) throws IOException {
    float[] plane = {level, level};
    Photos.write(new Photo(Image.of(1, 2, plane, plane, plane), 8), file);
    return file;
  }
}
