package evenlight.torch.flow;

import evenlight.flow.FlowEstimator;
import evenlight.flow.FlowField;
import evenlight.image.Image;
import evenlight.torch.network.Raft;
import evenlight.torch.tensor.LibtorchException;
import evenlight.torch.tensor.Natives;
import evenlight.torch.tensor.TensorScope;
import evenlight.torch.tensor.Tensors;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;

/**
 * Flow by {@link Raft}. One call computes at a time.
 *
 * <p>Memory: about 1.2 kB for each pixel of a picture; pictures of 1024×768 take 1 GB.
 */
final class RaftFlow implements FlowEstimator {
  private static final double WHITE = 255;

  private final Raft network;
  private final Device device;
  private final int threads;
  private final String description;

  /**
   * An estimator.
   *
   * @param network in evaluation mode, on the device
   * @param description what its parameters are
   */
  RaftFlow(Raft network, Device device, int threads, String description) {
    this.network = network;
    this.device = device;
    this.threads = threads;
    this.description = description;
  }

  @Override
  public synchronized FlowField flow(Image first, Image second) {
    Natives.useThreads(threads);
    int height = first.height();
    int width = first.width();
    try (TensorScope scope = new TensorScope();
        NoGradGuard noGrad = new NoGradGuard()) {
      Tensor flow = network.forward(input(first), input(second), Raft.ITERATIONS);
      return new FlowField(
          height, width, Tensors.toArray(flow.select(1, 0)), Tensors.toArray(flow.select(1, 1)));
    } catch (LibtorchException | IllegalArgumentException e) {
      throw e;
    } catch (RuntimeException e) {
      throw LibtorchException.of("finding flow in %d×%d".formatted(height, width), e);
    }
  }

  /** 1,3,H,W in [0,255]. */
  private Tensor input(Image image) {
    return TensorScope.keepingResult(
        () -> {
          Tensor planes =
              Tensors.ofPlanes(
                  image.height(), image.width(), image.plane(0), image.plane(1), image.plane(2));
          return Tensors.times(planes.transpose(0, 1), WHITE)
              .contiguous()
              .to(device, planes.scalar_type());
        });
  }

  @Override
  public String description() {
    return description;
  }
}
