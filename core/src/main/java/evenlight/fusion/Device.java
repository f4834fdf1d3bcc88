package evenlight.fusion;

/** Where the arithmetic of a learned method runs. */
public enum Device {
  /** CUDA where there is a usable GPU, else the CPU. */
  AUTO,
  /** The processor. */
  CPU,
  /** An NVIDIA GPU; an error where there is none. */
  CUDA
}
