package evenlight.torch.training.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlaneCacheTest {
  private final List<String> reads = new ArrayList<>();

  @Test
  void get_moreThanFits_forgetsTheLeastRecentlyUsed() throws IOException {
    PlaneCache cache = new PlaneCache(20);
    read(cache, "a");
    read(cache, "b");
    read(cache, "a");
    read(cache, "c");
    assertThat(cache.bytes()).isEqualTo(20);
    read(cache, "a");
    read(cache, "b");
    assertThat(reads).containsExactly("a", "b", "c", "b");
  }

  @Test
  void get_noMemory_readsEveryTime() throws IOException {
    PlaneCache cache = new PlaneCache(0);
    assertThat(read(cache, "a")).containsExactly(read(cache, "a"));
    assertThat(reads).containsExactly("a", "a");
    assertThat(cache.bytes()).isZero();
  }

  @Test
  void put_sameNameAgain_countsOnce() {
    PlaneCache cache = new PlaneCache(20);
    cache.put("a", new byte[10]);
    cache.put("a", new byte[7]);
    assertThat(cache.bytes()).isEqualTo(7);
  }

  private byte[] read(PlaneCache cache, String name) throws IOException {
    return cache.get(
        name,
        () -> {
          reads.add(name);
          byte[] plane = new byte[10];
          plane[0] = (byte) name.charAt(0);
          return plane;
        });
  }
}
