package evenlight.torch.training;

import evenlight.fusion.Device;
import java.time.Duration;
import java.util.Optional;

/**
 * Where and how training runs; nothing here changes what it yields, but for device and threads in
 * the last bits.
 *
 * @param device where the network computes
 * @param threads how many threads compute; 0 means one per core
 * @param checkpointEvery steps between checkpoints, 1 or more; there is one at the end, too
 * @param time after which training stops at the next step, to go on later
 * @param cacheBytes how much memory decoded frames may take
 * @param resume whether to go on from the newest checkpoint instead of starting anew
 */
public record TrainerSettings(
    Device device,
    int threads,
    int checkpointEvery,
    Optional<Duration> time,
    long cacheBytes,
    boolean resume) {
  private static final int CHECKPOINT_EVERY = 500;
  private static final long CACHE_BYTES = 1L << 30;

  /** Checks the numbers. */
  public TrainerSettings {
    if (threads < 0) {
      throw new IllegalArgumentException(
          "threads must be 1 or more, or 0 for one per core, but is " + threads);
    }
    if (checkpointEvery < 1) {
      throw new IllegalArgumentException(
          "checkpoints must be at least 1 step apart, but are " + checkpointEvery);
    }
    if (cacheBytes < 0) {
      throw new IllegalArgumentException(
          "the cache of frames must hold 0 bytes or more, but is to hold " + cacheBytes);
    }
  }

  /** The best device there is, one thread per core, 500 steps, no limit in time, 1 GiB, anew. */
  public static TrainerSettings defaults() {
    return new TrainerSettings(
        Device.AUTO, 0, CHECKPOINT_EVERY, Optional.empty(), CACHE_BYTES, false);
  }

  /** The same on another device. */
  public TrainerSettings on(Device newDevice, int newThreads) {
    return new TrainerSettings(newDevice, newThreads, checkpointEvery, time, cacheBytes, resume);
  }

  /** The same with other checkpoints. */
  public TrainerSettings withCheckpointEvery(int steps) {
    return new TrainerSettings(device, threads, steps, time, cacheBytes, resume);
  }

  /** The same with a limit in time. */
  public TrainerSettings withTime(Duration limit) {
    return new TrainerSettings(
        device, threads, checkpointEvery, Optional.of(limit), cacheBytes, resume);
  }

  /** The same with another memory for frames. */
  public TrainerSettings withCacheBytes(long bytes) {
    return new TrainerSettings(device, threads, checkpointEvery, time, bytes, resume);
  }

  /** The same, going on or not. */
  public TrainerSettings withResume(boolean newResume) {
    return new TrainerSettings(device, threads, checkpointEvery, time, cacheBytes, newResume);
  }
}
