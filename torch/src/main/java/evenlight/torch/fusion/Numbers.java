package evenlight.torch.fusion;

import evenlight.fusion.FusionSettings;
import evenlight.fusion.MethodOption;
import evenlight.torch.tensor.Cpu;
import java.util.List;
import java.util.Locale;
import org.bytedeco.pytorch.Device;

/** In which numbers a network computes. */
enum Numbers {
  /** {@link #BF16} at full resolution if the processor has instructions for it, else fp32. */
  AUTO,
  /** 32 bits. */
  FP32,
  /** bfloat16 for what is multiplied most; sums and the last layer in 32 bits. */
  BF16;

  /** The option by which a method lets its user choose. */
  static final MethodOption OPTION =
      new MethodOption(
          "dtype",
          List.of("auto", "fp32", "bf16"),
          "auto",
          "In which numbers the network computes: fp32; bf16, which needs a processor with"
              + " avx512_bf16 or amx_bf16, or a GPU; auto, bf16 at full resolution on a processor"
              + " that says it has it, else fp32.");

  /**
   * What {@link #OPTION} says in some settings.
   *
   * @throws IllegalArgumentException if the processor cannot do it
   */
  static Numbers chosen(FusionSettings settings, Device device) {
    Numbers numbers = valueOf(OPTION.in(settings).toUpperCase(Locale.ROOT));
    if (numbers == AUTO) {
      return device.is_cuda() || !Cpu.computesInBf16() ? FP32 : AUTO;
    }
    if (numbers == BF16 && !device.is_cuda() && !Cpu.computesInBf16()) {
      throw new IllegalArgumentException(
          "dtype bf16 needs a processor with avx512_bf16 or amx_bf16, but this one does not name"
              + " them; auto and fp32 work everywhere");
    }
    return numbers;
  }

  /**
   * Whether it is bfloat16.
   *
   * @param full whether the network sees the resolution that it was made for
   */
  boolean inBf16(boolean full) {
    return this == BF16 || (this == AUTO && full);
  }

  /** What was resolved, for a fingerprint. */
  String description() {
    return this == AUTO ? "bf16 at full resolution" : name().toLowerCase(Locale.ROOT);
  }
}
