package evenlight.torch.weights.checkpoint;

/** What stands in an unpickled object for something that has no value here. */
enum Placeholder {
  /** Python's None. */
  NONE,
  /** The result of a call that is allowed, but of no use: a number of NumPy's, for instance. */
  UNUSED
}
