package evenlight.torch.training.report;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.Map;

/**
 * A file of events as TensorBoard reads it, also while it grows.
 *
 * <p>Each run, and each part of one that was stopped and went on, has a file of its own. It begins
 * with the event by which TensorBoard forgets what earlier files tell of the steps that follow.
 * Fields are numbered as in {@code event.proto} and {@code summary.proto} of TensorFlow.
 */
final class EventFile implements Closeable {
  private static final String VERSION = "brain.Event:2";
  private static final double MILLIS = 1e3;

  private static final int EVENT_WALL_TIME = 1;
  private static final int EVENT_STEP = 2;
  private static final int EVENT_FILE_VERSION = 3;
  private static final int EVENT_SUMMARY = 5;
  private static final int EVENT_SESSION_LOG = 7;
  private static final int SESSION_STATUS = 1;
  private static final int STATUS_START = 1;
  private static final int SUMMARY_VALUE = 1;
  private static final int VALUE_TAG = 1;
  private static final int VALUE_SIMPLE = 2;
  private static final int VALUE_IMAGE = 4;
  private static final int IMAGE_HEIGHT = 1;
  private static final int IMAGE_WIDTH = 2;
  private static final int IMAGE_COLOUR_SPACE = 3;
  private static final int IMAGE_ENCODED = 4;
  private static final int RGB = 3;

  private final Path file;
  private final OutputStream out;
  private final InstantSource clock;

  private EventFile(Path file, OutputStream out, InstantSource clock) {
    this.file = file;
    this.out = out;
    this.clock = clock;
  }

  /**
   * Begins a new file.
   *
   * @param folder what TensorBoard is pointed at
   * @param resumedFrom the last step that is done
   * @param clock for the times that TensorBoard shows
   * @throws IOException if it cannot be written
   */
  static EventFile create(Path folder, int resumedFrom, InstantSource clock) throws IOException {
    EventFile events = create(folder, clock);
    try {
      events.write(events.event(0).text(EVENT_FILE_VERSION, VERSION));
      ProtoMessage start = new ProtoMessage().integer(SESSION_STATUS, STATUS_START);
      events.write(events.event(resumedFrom + 1).message(EVENT_SESSION_LOG, start));
      return events;
    } catch (IOException e) {
      events.close();
      throw e;
    }
  }

  private static EventFile create(Path folder, InstantSource clock) throws IOException {
    Path file = free(folder, clock.instant().getEpochSecond());
    OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW);
    return new EventFile(file, out, clock);
  }

  /** TensorBoard takes every file with this start, in the order of names. */
  private static Path free(Path folder, long seconds) {
    String start = "events.out.tfevents.%010d.evenlight.".formatted(seconds);
    int count = 0;
    while (Files.exists(folder.resolve(start + "%03d".formatted(count)))) {
      count++;
    }
    return folder.resolve(start + "%03d".formatted(count));
  }

  /** Adds numbers, each under its tag. */
  void addScalars(int step, Map<String, Double> values) throws IOException {
    ProtoMessage summary = new ProtoMessage();
    values.forEach(
        (tag, value) ->
            summary.message(
                SUMMARY_VALUE,
                new ProtoMessage().text(VALUE_TAG, tag).single(VALUE_SIMPLE, value.floatValue())));
    write(event(step).message(EVENT_SUMMARY, summary));
  }

  /** Adds an RGB picture. */
  void addPicture(int step, String tag, EncodedPicture picture) throws IOException {
    ProtoMessage image =
        new ProtoMessage()
            .integer(IMAGE_HEIGHT, picture.height())
            .integer(IMAGE_WIDTH, picture.width())
            .integer(IMAGE_COLOUR_SPACE, RGB)
            .bytes(IMAGE_ENCODED, picture.png());
    ProtoMessage value = new ProtoMessage().text(VALUE_TAG, tag).message(VALUE_IMAGE, image);
    write(event(step).message(EVENT_SUMMARY, new ProtoMessage().message(SUMMARY_VALUE, value)));
  }

  private ProtoMessage event(int step) {
    return new ProtoMessage()
        .real(EVENT_WALL_TIME, clock.millis() / MILLIS)
        .integer(EVENT_STEP, step);
  }

  /** In one piece and without a buffer, so that a reader finds whole events only. */
  private void write(ProtoMessage event) throws IOException {
    try {
      out.write(TfRecord.frame(event.toBytes()));
    } catch (IOException e) {
      throw new IOException("%s could not be written: %s".formatted(file, e.getMessage()), e);
    }
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
