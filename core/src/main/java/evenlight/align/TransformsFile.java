package evenlight.align;

import evenlight.bracket.Bracket;
import evenlight.image.io.AtomicFile;
import evenlight.json.JsonRecords;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * An alignment as a JSON file, to be used again: for the same frames, or for another bracket of the
 * same shape.
 */
public final class TransformsFile {
  private static final String FORMAT = "evenlight-transforms-1";

  private TransformsFile() {}

  /**
   * What is in the file.
   *
   * @param format which file it is
   * @param height rows of every frame
   * @param width columns of every frame
   * @param frames darkest first
   */
  record Content(String format, int height, int width, List<Frame> frames) {
    Content {
      if (!format.equals(FORMAT)) {
        throw new IllegalArgumentException(
            "the format must be %s, but is %s".formatted(FORMAT, format));
      }
    }
  }

  /**
   * One frame.
   *
   * @param file name of its file without folders
   * @param verdict as in {@link FrameMotion}
   * @param model as in {@link FrameMotion}
   * @param matrix takes its places to those of the reference, row by row
   * @param residual in pixels
   * @param remark how it came about, or why it is not trusted
   */
  record Frame(
      String file,
      Verdict verdict,
      MotionModel model,
      List<Double> matrix,
      Residual residual,
      String remark) {
    static Frame of(FrameMotion motion) {
      return new Frame(
          fileOf(motion.name()),
          motion.verdict(),
          motion.model(),
          motion.toReference().matrix(),
          motion.residual(),
          motion.remark());
    }

    FrameMotion as(String name) {
      return new FrameMotion(name, verdict, model, Transform.of(matrix), residual, remark);
    }
  }

  /**
   * Writes an alignment.
   *
   * @throws IOException if the file cannot be written; the message names it
   */
  public static void write(Alignment alignment, Path file) throws IOException {
    Content content =
        new Content(
            FORMAT,
            alignment.height(),
            alignment.width(),
            alignment.frames().stream().map(Frame::of).toList());
    byte[] json = JsonRecords.writeIndented(content).getBytes(StandardCharsets.UTF_8);
    AtomicFile.write(file, out -> out.write(json));
  }

  /**
   * Reads an alignment for a bracket: a frame takes the transform of the file of its name; where
   * one's is missing, all take those of their place from dark to bright.
   *
   * @throws IOException if it cannot be read, is no such file, or does not fit the bracket; the
   *     message names it
   */
  public static Alignment read(Path file, Bracket bracket) throws IOException {
    try {
      Content content = JsonRecords.read(Files.readString(file), Content.class);
      Alignment alignment =
          new Alignment(content.height(), content.width(), motions(content.frames(), bracket));
      alignment.requireFits(bracket);
      return alignment;
    } catch (MalformedInputException e) {
      throw new IOException(file + " must hold transforms, but is no text", e);
    } catch (IllegalArgumentException e) {
      throw new IOException("%s must hold transforms: %s".formatted(file, e.getMessage()), e);
    }
  }

  private static List<FrameMotion> motions(List<Frame> frames, Bracket bracket) {
    List<String> names = bracket.exposures().stream().map(exposure -> exposure.name()).toList();
    if (frames.size() != names.size()) {
      throw new IllegalArgumentException(
          "there must be %d frames, but are %d".formatted(names.size(), frames.size()));
    }
    Map<String, Frame> byFile =
        frames.stream().collect(Collectors.toMap(Frame::file, frame -> frame, (one, two) -> one));
    Set<String> wanted = names.stream().map(TransformsFile::fileOf).collect(Collectors.toSet());
    boolean named = wanted.size() == names.size() && byFile.keySet().equals(wanted);
    return IntStream.range(0, names.size())
        .mapToObj(
            i -> {
              Frame frame = named ? byFile.get(fileOf(names.get(i))) : frames.get(i);
              return Objects.requireNonNull(frame).as(names.get(i));
            })
        .toList();
  }

  private static String fileOf(String name) {
    Path file = Path.of(name).getFileName();
    return file == null ? name : file.toString();
  }
}
