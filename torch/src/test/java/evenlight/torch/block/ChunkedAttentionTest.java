package evenlight.torch.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import evenlight.torch.tensor.Natives;
import evenlight.torch.tensor.TensorScope;
import evenlight.torch.tensor.Tensors;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ChunkedAttentionTest {
  @BeforeAll
  static void seed() {
    Natives.load();
    torch.manual_seed(3);
  }

  @Test
  void attend_inChunks_equalsOneChunk() {
    try (TensorScope scope = new TensorScope()) {
      Tensor query = torch.randn(2, 4, 9, 7);
      Tensor key = torch.randn(2, 4, 9, 7);
      Tensor value = torch.randn(2, 6, 9, 7);
      float[] whole = Tensors.toArray(ChunkedAttention.attend(query, key, value, 1000));
      float[] parts = Tensors.toArray(ChunkedAttention.attend(query, key, value, 10));
      assertThat(parts).containsExactly(whole, offset(1e-5f));
    }
  }

  @Test
  void attend_twoPositions_isHandComputedBlend() {
    try (TensorScope scope = new TensorScope()) {
      float halfLogit = (float) Math.log(3);
      Tensor query = Tensor.create(new float[] {1, 0}, 1, 1, 1, 2);
      Tensor key = Tensor.create(new float[] {halfLogit, 0}, 1, 1, 1, 2);
      Tensor value = Tensor.create(new float[] {8, 4}, 1, 1, 1, 2);
      // position 1 weighs the keys 3:1, position 2 1:1
      assertThat(Tensors.toArray(ChunkedAttention.attend(query, key, value)))
          .containsExactly(new float[] {7, 6}, offset(1e-5f));
    }
  }

  @Test
  void attend_batch_doesNotMixImages() {
    try (TensorScope scope = new TensorScope()) {
      Tensor x = torch.randn(2, 4, 5, 5);
      float[] both = Tensors.toArray(ChunkedAttention.attend(x, x, x));
      Tensor second = x.narrow(0, 1, 1);
      float[] alone = Tensors.toArray(ChunkedAttention.attend(second, second, second));
      assertThat(java.util.Arrays.copyOfRange(both, alone.length, both.length))
          .containsExactly(alone, offset(1e-5f));
    }
  }
}
