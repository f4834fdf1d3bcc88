package evenlight.image.io;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Writes files so that each is there completely or not at all.
 *
 * <p>The content goes to a temporary file in the same folder, reaches the disk, and only then takes
 * the target's name. Whatever fails, the temporary file is removed and a file that was there before
 * stays as it was.
 */
public final class AtomicFile {
  private static final int BUFFER_BYTES = 1 << 16;
  private static final String PREFIX = ".evenlight-";
  private static final String SUFFIX = ".tmp";

  /** Files that are being written: a process that is told to end takes them with it. */
  private static final Set<Path> UNFINISHED = ConcurrentHashMap.newKeySet();

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(AtomicFile::removeUnfinished));
  }

  private AtomicFile() {}

  private static void removeUnfinished() {
    for (Path file : UNFINISHED) {
      try {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        // the process ends, there is nobody left to tell
      }
    }
  }

  /**
   * Removes what processes left in a folder that were killed while they wrote files there.
   *
   * @throws IOException if the folder cannot be read or a file cannot be removed
   */
  public static void removeLeftovers(Path folder) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, PREFIX + "*" + SUFFIX)) {
      for (Path file : files) {
        Files.deleteIfExists(file);
      }
    }
  }

  /**
   * Writes a file, replacing one that is there; a symbolic link stays and its target is replaced.
   *
   * @param content writes the bytes; it may close the stream
   * @throws IOException if the file cannot be written; the message names it
   */
  public static void write(Path target, IoConsumer<OutputStream> content) throws IOException {
    writeChannel(
        target,
        channel -> {
          OutputStream out =
              new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER_BYTES);
          content.accept(out);
          out.flush();
        });
  }

  /**
   * Writes a file, replacing one that is there; a symbolic link stays and its target is replaced.
   *
   * @param content writes the bytes, in any order
   * @throws IOException if the file cannot be written; the message names it
   */
  static void writeChannel(Path target, IoConsumer<FileChannel> content) throws IOException {
    Path folder = requireFolder(target);
    Path temporary = temporaryIn(folder);
    UNFINISHED.add(temporary);
    try {
      writeThrough(temporary, content);
      move(temporary, Files.isSymbolicLink(target) ? target.toRealPath() : target);
    } catch (IOException e) {
      throw new IOException("%s could not be written: %s".formatted(target, Reason.of(e)), e);
    } finally {
      Files.deleteIfExists(temporary);
      UNFINISHED.remove(temporary);
    }
  }

  /**
   * Checks, before work starts, that a file can be written afterwards.
   *
   * @param overwrite whether a file that exists may be replaced
   * @throws IOException if it cannot; the message says what is in the way
   */
  public static void requireWritable(Path target, boolean overwrite) throws IOException {
    Path folder = requireFolder(target);
    if (Files.isDirectory(target)) {
      throw new IOException("the output must be a file, but %s is a folder".formatted(target));
    }
    if (!overwrite && Files.exists(target)) {
      throw new IOException(
          "the output must be a new file, but %s already exists; --overwrite replaces it"
              .formatted(target));
    }
    Path probe = temporaryIn(folder);
    try {
      Files.createFile(probe);
      Files.delete(probe);
    } catch (IOException e) {
      throw new IOException(
          "the output folder must be writable, but %s is not: %s".formatted(folder, Reason.of(e)),
          e);
    }
  }

  /**
   * Makes a folder for output if it is not there.
   *
   * @throws IOException if it cannot be made; the message says what is in the way
   */
  public static void makeFolder(Path folder) throws IOException {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new IOException("the output must be a folder, but %s is a file".formatted(folder));
    }
    Files.createDirectories(folder);
  }

  private static Path requireFolder(Path target) throws IOException {
    Path parent = target.getParent();
    Path folder = parent == null ? target.toAbsolutePath().getParent() : parent;
    if (folder == null || !Files.exists(folder)) {
      throw new IOException("the output folder must exist, but %s does not".formatted(folder));
    }
    if (!Files.isDirectory(folder)) {
      throw new IOException(
          "the output folder must be a folder, but %s is a file".formatted(folder));
    }
    return folder;
  }

  /** A name whose length does not depend on the target's, which may be as long as names can be. */
  private static Path temporaryIn(Path folder) {
    return folder.resolve(PREFIX + UUID.randomUUID() + SUFFIX);
  }

  private static void writeThrough(Path file, IoConsumer<FileChannel> content) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      content.accept(channel);
      if (channel.isOpen()) {
        channel.force(true);
      }
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
