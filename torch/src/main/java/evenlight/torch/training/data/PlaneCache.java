package evenlight.torch.training.data;

import java.io.IOException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Planes of bytes by name, the least recently used of which go when a stated memory is full.
 *
 * <p>For several threads; what comes out does not depend on how much fits.
 */
public final class PlaneCache {
  private final long capacity;
  private final Map<String, byte[]> planes = new LinkedHashMap<>(16, 0.75f, true);
  private long bytes;

  /**
   * An empty cache.
   *
   * @param capacity how many bytes it may hold, 0 or more
   */
  public PlaneCache(long capacity) {
    this.capacity = capacity;
  }

  /** Makes a plane anew. */
  interface Source {
    byte[] read() throws IOException;
  }

  /** The plane of this name, from its source if it is not here. */
  synchronized byte[] get(String name, Source source) throws IOException {
    byte[] plane = planes.get(name);
    if (plane == null) {
      plane = source.read();
      put(name, plane);
    }
    return plane;
  }

  /** Keeps a plane as the most recently used, if it fits at all. */
  synchronized void put(String name, byte[] plane) {
    byte[] former = planes.put(name, plane);
    bytes += plane.length - (former == null ? 0 : former.length);
    Iterator<byte[]> oldest = planes.values().iterator();
    while (bytes > capacity) {
      bytes -= oldest.next().length;
      oldest.remove();
    }
  }

  /** How many bytes are held. */
  synchronized long bytes() {
    return bytes;
  }
}
