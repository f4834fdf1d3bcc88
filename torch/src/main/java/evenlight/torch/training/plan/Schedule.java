package evenlight.torch.training.plan;

/** How the learning rate changes. */
public enum Schedule {
  /** It does not. */
  CONSTANT,
  /** It rises evenly over the first steps, then falls along a half cosine. */
  WARM_UP_AND_COSINE,
  /** It falls by the same share at every step. */
  EXPONENTIAL
}
