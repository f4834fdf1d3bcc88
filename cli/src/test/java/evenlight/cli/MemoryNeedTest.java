package evenlight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import evenlight.bracket.BracketSize;
import evenlight.fusion.Workspace;
import org.junit.jupiter.api.Test;

class MemoryNeedTest {
  private static final BracketSize SIZE = new BracketSize(4, 3000, 4000, 8);
  private static final long PICTURE = 36_000_000;

  @Test
  void heap_moreDecodesAtOnce_isThatOfThePicturesInDecoding() {
    MemoryNeed need = new MemoryNeed(SIZE, new Workspace(0, 0, 0), false);
    assertThat(need.heap(3) - need.heap(1)).isEqualTo(2 * PICTURE);
    assertThat(need.heap(100)).isEqualTo(need.heap(4));
  }

  @Test
  void heap_stepsBetween_isTheExposuresTwice() {
    MemoryNeed still = new MemoryNeed(SIZE, new Workspace(PICTURE, 0, 0), false);
    MemoryNeed moved = new MemoryNeed(SIZE, new Workspace(PICTURE, 0, 0), true);
    assertThat(moved.heap(1) - still.heap(1)).isEqualTo(3 * PICTURE + 8 * SIZE.pixels());
  }

  @Test
  void total_librariesAndTensors_areAdded() {
    MemoryNeed need = new MemoryNeed(SIZE, new Workspace(7, 20, 300), false);
    MemoryNeed bare = new MemoryNeed(SIZE, new Workspace(7, 0, 0), false);
    assertThat(need.total(1) - bare.total(1)).isEqualTo(320);
    assertThat(need.total(1)).isEqualTo(need.heap(1) + need.outside());
    assertThat(need.outside() - need.shared()).isEqualTo(20);
  }

  @Test
  void heap_sixteenBits_isTwiceThePictures() {
    BracketSize deep = new BracketSize(4, 3000, 4000, 16);
    MemoryNeed need = new MemoryNeed(deep, new Workspace(0, 0, 0), false);
    MemoryNeed of8 = new MemoryNeed(SIZE, new Workspace(0, 0, 0), false);
    assertThat(need.heap(1) - of8.heap(1)).isEqualTo(5 * PICTURE);
  }
}
