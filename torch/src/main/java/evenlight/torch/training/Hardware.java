package evenlight.torch.training;

import evenlight.evaluation.Processor;

/** What a network was trained on, in words. */
final class Hardware {
  private Hardware() {}

  /**
   * The processor with its threads, and the device if it is another.
   *
   * @param device as libtorch calls it: cpu or cuda
   */
  static String describe(String device, int threads) {
    String cpu =
        "%s, %d %s".formatted(Processor.name(), threads, threads == 1 ? "thread" : "threads");
    return device.equals("cpu") ? cpu : "%s beside %s".formatted(device, cpu);
  }
}
