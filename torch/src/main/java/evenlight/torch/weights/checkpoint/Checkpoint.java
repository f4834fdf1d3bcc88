package evenlight.torch.weights.checkpoint;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The tensors of a checkpoint that PyTorch or TensorFlow wrote.
 *
 * @param program which wrote it
 * @param files of which it consists, the one that was named first
 * @param tensors by the names that they have there
 */
public record Checkpoint(Program program, List<Path> files, Map<String, StoredTensor> tensors) {
  /** The largest file that is read; the networks here take a tenth of it at most. */
  static final long MOST_BYTES = 256L << 20;

  /** How the name of TensorFlow's index ends. */
  static final String INDEX = ".index";

  private static final Pattern DATA = Pattern.compile("(.*)\\.data-\\d{5}-of-\\d{5}");
  private static final byte[] ZIP = {'P', 'K', 3, 4};
  private static final byte[] PICKLE = {(byte) 0x80};

  /** Programs that write checkpoints. */
  public enum Program {
    /** Kernels lie as output, input, height, width. */
    PYTORCH,
    /** Kernels lie as height, width, input, output. */
    TENSORFLOW
  }

  /** Copies list and map. */
  public Checkpoint {
    files = List.copyOf(files);
    tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
  }

  /**
   * Reads the checkpoints of some files, of which TensorFlow's have several each.
   *
   * @param files in any order; an index, its data and the name that they share stand for the same
   * @throws IOException as {@link #read}
   */
  public static List<Checkpoint> readAll(List<Path> files) throws IOException {
    List<Checkpoint> checkpoints = new ArrayList<>();
    for (Path file : files.stream().map(file -> first(file, files)).distinct().toList()) {
      checkpoints.add(read(file, files));
    }
    return checkpoints;
  }

  /** The index to which a file of data belongs, among the files or beside it; else the file. */
  private static Path first(Path file, List<Path> files) {
    String name = String.valueOf(file.getFileName());
    Matcher data = DATA.matcher(name);
    if (data.matches()) {
      String index = data.group(1) + INDEX;
      return files.stream()
          .filter(other -> other.endsWith(index))
          .findFirst()
          .orElse(file.resolveSibling(index));
    }
    Path index = file.resolveSibling(name + INDEX);
    return !Files.exists(file) && Files.exists(index) ? index : file;
  }

  /**
   * Reads a checkpoint; what it is, its bytes say.
   *
   * @param file a file of PyTorch's, or the index of TensorFlow's
   * @param others where the data of an index may lie beside its own folder
   * @throws IOException if it is none, not complete, or asks for code; the message names the file
   */
  static Checkpoint read(Path file, Collection<Path> others) throws IOException {
    byte[] start = start(file);
    if (startsWith(start, ZIP)) {
      return new Checkpoint(Program.PYTORCH, List.of(file), ZipCheckpoint.read(file));
    }
    if (startsWith(start, PICKLE)) {
      return new Checkpoint(Program.PYTORCH, List.of(file), LegacyCheckpoint.read(file));
    }
    if (SortedTable.isOne(bytes(file))) {
      return TensorFlowCheckpoint.read(file, others);
    }
    throw invalid(
        "be a file of PyTorch's (a zip archive or a pickle) or the .index of TensorFlow's",
        start.length == 0 ? "an empty file" : "something else",
        file.toString());
  }

  private static byte[] start(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new IOException("a checkpoint must be a readable file, but there is none at " + file);
    }
    if (Files.size(file) > MOST_BYTES) {
      throw invalid(
          "have at most %d bytes".formatted(MOST_BYTES),
          Files.size(file) + " bytes",
          file.toString());
    }
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(ZIP.length);
    }
  }

  private static boolean startsWith(byte[] bytes, byte[] start) {
    return bytes.length >= start.length
        && ByteBuffer.wrap(bytes, 0, start.length).equals(ByteBuffer.wrap(start));
  }

  /** A whole file, of which the size was checked. */
  static ByteBuffer bytes(Path file) throws IOException {
    return ByteBuffer.wrap(Files.readAllBytes(file));
  }

  /** What is wrong with a checkpoint, in one line whatever its bytes are. */
  static IOException invalid(String must, String found, String source) {
    String printable =
        found
            .codePoints()
            .limit(200)
            .map(c -> Character.isISOControl(c) ? '?' : c)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    return new IOException(
        "a checkpoint must %s, but found %s in %s".formatted(must, printable, source));
  }
}
