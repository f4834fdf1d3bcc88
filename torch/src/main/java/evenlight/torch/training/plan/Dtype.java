package evenlight.torch.training.plan;

/** In which numbers the network computes; parameters, loss and update are always in FP32. */
public enum Dtype {
  /** 32 bits. */
  FP32,
  /** 16 bits, eight of them exponent, where libtorch's autocast deems it safe. */
  BF16
}
