package evenlight.image.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import evenlight.image.Image;
import evenlight.image.Image8;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.NodeList;

/** Pictures so large that they are encoded in strips. */
class JpegStripsTest {
  private static final String TREE = "javax_imageio_jpeg_image_1.0";

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({"64,64,1", "3000,4000,47", "1000,700,3", "9,65500,2", "30000,10,2"})
  void count_sizes_isThatOfStripsOfQuarterMegapixels(int height, int width, int count) {
    JpegStrips strips = new JpegStrips(height, width);
    assertThat(strips.count()).isEqualTo(count);
    assertThat(strips.end(count - 1)).isEqualTo(height);
    for (int strip = 1; strip < count; strip++) {
      assertThat(strips.start(strip))
          .isEqualTo(strips.end(strip - 1))
          .isEqualTo(8 * (strips.start(strip) / 8));
    }
  }

  /** With more strips than there are restart markers, and odd ends. */
  @ParameterizedTest
  @CsvSource({"3003,805", "801,1999"})
  void jpeg_manyStrips_hasTheSamplesOfOneScan(int height, int width) throws IOException {
    Image8 picture = texture(height, width);
    byte[] file = Photos.jpeg(picture, 0.9f);
    Path written = Files.write(folder.resolve("x.jpg"), file);
    assertThat(Image8.of(Photos.read(written).image())).isEqualTo(whole(picture, 0.9f));
  }

  @Test
  void jpeg_moreRowsThanTheFormatCounts_isRefused() {
    Image8 tall = Image8.of(65501, 1, new byte[65501]);
    assertThatThrownBy(() -> Photos.jpeg(tall, 0.9f)).hasMessageContaining("65500");
  }

  private static Image8 texture(int height, int width) {
    byte[][] planes = new byte[3][height * width];
    for (int i = 0; i < planes[0].length; i++) {
      int y = i / width;
      int x = i % width;
      planes[0][i] = (byte) (x * y / 7);
      planes[1][i] = (byte) (y / 12);
      planes[2][i] = (byte) (100 + 50 * ((x / 5 + y / 3) % 2));
    }
    return Image8.of(Image.ofBytes(height, width, planes));
  }

  /** The same picture as the JDK encodes it at once, decoded. */
  private Image8 whole(Image8 picture, float quality) throws IOException {
    BufferedImage image =
        new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_3BYTE_BGR);
    for (int i = 0; i < picture.pixels(); i++) {
      int rgb = picture.at(0, i) << 16 | picture.at(1, i) << 8 | picture.at(2, i);
      image.setRGB(i % picture.width(), i / picture.width(), rgb);
    }
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (var stream = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(stream);
      ImageWriteParam options = writer.getDefaultWriteParam();
      options.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      options.setCompressionQuality(quality);
      IIOMetadata metadata =
          writer.getDefaultImageMetadata(
              ImageTypeSpecifier.createFromRenderedImage(image), options);
      IIOMetadataNode tree = (IIOMetadataNode) metadata.getAsTree(TREE);
      NodeList components = tree.getElementsByTagName("componentSpec");
      for (int c = 0; c < components.getLength(); c++) {
        ((IIOMetadataNode) components.item(c)).setAttribute("HsamplingFactor", "1");
        ((IIOMetadataNode) components.item(c)).setAttribute("VsamplingFactor", "1");
      }
      metadata.setFromTree(TREE, tree);
      writer.write(null, new IIOImage(image, null, metadata), options);
    } finally {
      writer.dispose();
    }
    Path file = Files.write(folder.resolve("whole.jpg"), bytes.toByteArray());
    return Image8.of(Photos.read(file).image());
  }
}
