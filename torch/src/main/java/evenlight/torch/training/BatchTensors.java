package evenlight.torch.training;

import java.util.List;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.MemoryFormat;

/**
 * Patches as tensors, in the memory order channels last, in which libtorch's convolutions are
 * fastest.
 *
 * @param size height and width of a patch
 * @param device where they go
 */
record BatchTensors(int size, Device device) {
  /**
   * Patches as B,C,H,W; copied.
   *
   * @param patches channel by channel, row by row
   */
  Tensor of(List<float[]> patches) {
    int length = patches.get(0).length;
    float[] samples = new float[patches.size() * length];
    for (int b = 0; b < patches.size(); b++) {
      System.arraycopy(patches.get(b), 0, samples, b * length, length);
    }
    int channels = length / (size * size);
    return Tensor.create(samples, patches.size(), channels, size, size)
        .to(device, torch.ScalarType.Float)
        .contiguous(MemoryFormat.ChannelsLast);
  }
}
