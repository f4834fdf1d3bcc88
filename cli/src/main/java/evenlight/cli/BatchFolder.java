package evenlight.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import evenlight.image.io.AtomicFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The folder that a batch writes to, and what it notes there to go on after it was stopped.
 *
 * <p>Beside the pictures lies {@code .evenlight-batch} with a file for each set. It is written
 * before the picture, with all that the set depends on, and again after it. Since pictures appear
 * whole or not at all, one that is there and was begun is done, whenever the process was killed.
 */
final class BatchFolder implements AutoCloseable {
  /** Where the notes lie. */
  static final String NOTES = ".evenlight-batch";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path notes;
  private final FileChannel channel;
  private final FileLock lock;

  private BatchFolder(Path notes, FileChannel channel, FileLock lock) {
    this.notes = notes;
    this.channel = channel;
    this.lock = lock;
  }

  /**
   * What is noted of a set.
   *
   * @param key hash of all that it depends on
   * @param picture how the picture was when it was done; before, how another one was that it was to
   *     replace, if there was one
   * @param seconds what it took, once it is done; before, nothing
   * @param notes what else the user should know
   */
  record Note(
      String key, @Nullable FileState picture, @Nullable Double seconds, List<String> notes) {
    boolean isDone() {
      return seconds != null;
    }
  }

  /**
   * What tells a file from an older one.
   *
   * @param bytes its size
   * @param modifiedMillis when it was written
   */
  record FileState(long bytes, long modifiedMillis) {
    static @Nullable FileState of(Path file) throws IOException {
      return Files.exists(file)
          ? new FileState(Files.size(file), Files.getLastModifiedTime(file).toMillis())
          : null;
    }
  }

  /**
   * Opens a folder, which is made if it is not there, for one batch at a time, and removes what one
   * that was killed left half-written.
   *
   * @throws IOException if it cannot be written to, or another batch is writing to it
   */
  static BatchFolder open(Path folder) throws IOException {
    AtomicFile.makeFolder(folder);
    Path notes = folder.resolve(NOTES);
    Files.createDirectories(notes);
    FileChannel channel =
        FileChannel.open(
            notes.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      FileLock lock = lock(channel, folder);
      AtomicFile.removeLeftovers(folder);
      AtomicFile.removeLeftovers(notes);
      return new BatchFolder(notes, channel, lock);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  private static FileLock lock(FileChannel channel, Path folder) throws IOException {
    FileLock lock;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException e) {
      lock = null;
    }
    if (lock == null) {
      throw new IOException(
          "one batch at a time must write to a folder, but another is writing to " + folder);
    }
    return lock;
  }

  /** What an earlier batch noted of a set, if that can be read. */
  Optional<Note> note(String set) throws IOException {
    Path file = file(set);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(JSON.readValue(file.toFile(), Note.class));
    } catch (JsonProcessingException e) {
      return Optional.empty(); // left by another version: the picture is then not known as ours
    }
  }

  /** Notes how far a set is. */
  void write(String set, Note note) throws IOException {
    byte[] bytes = JSON.writeValueAsBytes(note);
    AtomicFile.write(file(set), out -> out.write(bytes));
  }

  private Path file(String set) {
    return notes.resolve(set + ".json");
  }

  @Override
  public void close() throws IOException {
    lock.release();
    channel.close();
  }
}
