package evenlight.torch.weights.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;

class StoredTensorTest {
  private static final ByteBuffer SIX =
      ByteBuffer.wrap(PyTorchFiles.floats(0, 1, 2, 3, 4, 5)).asReadOnlyBuffer();

  private static StoredTensor tensor(List<Long> shape, List<Long> strides, long offset)
      throws IOException {
    return StoredTensor.of(ElementType.FLOAT32, shape, strides, offset, SIX, "a test");
  }

  @Test
  void values_transposed_areInTheOrderOfTheIndices() throws IOException {
    assertThat(tensor(List.of(3L, 2L), List.of(1L, 3L), 0).values())
        .containsExactly(0, 3, 1, 4, 2, 5);
  }

  @Test
  void values_partOfItsStorage_startAtTheOffset() throws IOException {
    assertThat(tensor(List.of(2L), List.of(2L), 1).values()).containsExactly(1, 3);
    assertThat(tensor(List.of(), List.of(), 5).values()).containsExactly(5);
    assertThat(tensor(List.of(0L), List.of(1L), 6).values()).isEmpty();
  }

  @Test
  void permuted_kernel_movesTheDimensions() throws IOException {
    StoredTensor kernel =
        StoredTensor.filling(ElementType.FLOAT32, List.of(1L, 1L, 3L, 2L), SIX, "a test");
    StoredTensor permuted = kernel.permuted(List.of(3, 2, 0, 1));
    assertThat(permuted.shape()).containsExactly(2L, 3L, 1L, 1L);
    assertThat(permuted.values()).containsExactly(0, 2, 4, 1, 3, 5);
  }

  @Test
  void of_whatDoesNotLieWithin_isRefused() {
    assertRefused(List.of(7L), List.of(1L), 0);
    assertRefused(List.of(6L), List.of(1L), 1);
    assertRefused(List.of(2L), List.of(6L), 0);
    assertRefused(List.of(2L), List.of(-1L), 3);
    assertRefused(List.of(-1L), List.of(1L), 0);
    assertRefused(List.of(1L), List.of(1L), -1);
    assertRefused(List.of(1L), List.of(1L), Long.MAX_VALUE);
    assertRefused(List.of(2L), List.of(Long.MAX_VALUE), 0);
    assertRefused(List.of(1L, 2L), List.of(1L), 0);
  }

  /** With strides of 0, a few bytes could stand for any number of elements. */
  @Test
  void of_moreElementsThanItsStorage_isRefused() {
    assertRefused(List.of(1L << 20, 1L << 20), List.of(0L, 0L), 0);
    assertRefused(List.of(1L << 40), List.of(0L), 0);
    assertRefused(List.of(7L), List.of(0L), 0);
  }

  @Test
  void filling_dataOfAnotherSize_isRefused() {
    for (List<Long> shape :
        List.of(List.of(5L), List.of(7L), List.of(1L << 62, 4L), List.of(-6L))) {
      assertThatThrownBy(() -> StoredTensor.filling(ElementType.FLOAT32, shape, SIX, "a test"))
          .isInstanceOf(IOException.class)
          .hasMessageStartingWith("a checkpoint must have data of the size of its tensors");
    }
  }

  private static void assertRefused(List<Long> shape, List<Long> strides, long offset) {
    assertThatThrownBy(() -> tensor(shape, strides, offset))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("a checkpoint must place its tensors within their data");
  }
}
