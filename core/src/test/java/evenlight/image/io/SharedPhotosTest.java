package evenlight.image.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import evenlight.image.Image;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Real photographs kept beside the project. */
@Tag("shared")
class SharedPhotosTest {
  private final Path pairs = Path.of(System.getProperty("evenlight.shared", "shared"), "data/mefb");

  @BeforeEach
  void photographsAreThere() {
    assumeTrue(Files.isDirectory(pairs), () -> "the MEFB pairs must be in " + pairs);
  }

  @Test
  void read_everyMefbPhotograph_isRgbOf8Bits() throws IOException {
    List<Path> files;
    try (var walk = Files.walk(pairs, 2)) {
      files = walk.filter(Files::isRegularFile).sorted().toList();
    }
    assertThat(files).isNotEmpty();
    for (Path file : files) {
      Photo photo = Photos.read(file);
      assertThat(photo.bitDepth()).as(file.toString()).isEqualTo(8);
      assertThat(photo.image().pixels()).as(file.toString()).isGreaterThan(10_000);
    }
  }

  @Test
  void read_photographWithDisplayP3Profile_isRead() throws IOException {
    Image over = Photos.read(pairs.resolve("horse/over.jpg")).image();
    Image under = Photos.read(pairs.resolve("horse/under.jpg")).image();
    assertThat(over.sameSizeAs(under)).isTrue();
  }
}
