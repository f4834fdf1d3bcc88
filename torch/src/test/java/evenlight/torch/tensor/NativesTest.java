package evenlight.torch.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import evenlight.fusion.NativeLibraryException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class NativesTest {
  @Test
  void load_platformWithoutNatives_saysWhichExist() throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dorg.bytedeco.javacpp.platform=linux-riscv64",
                "-cp",
                System.getProperty("java.class.path"),
                Loading.class.getName())
            .redirectErrorStream(true)
            .start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(printed).isZero();
    assertThat(printed)
        .contains("none load on linux-riscv64; they exist for linux-x86_64, macosx-arm64");
  }

  /** Runs in a process of its own. */
  static final class Loading {
    private Loading() {}

    public static void main(String[] arguments) throws IOException {
      try {
        Natives.load();
      } catch (NativeLibraryException e) {
        System.out.write(e.getMessage().getBytes(StandardCharsets.UTF_8));
        System.out.flush();
        return;
      }
      System.exit(1);
    }
  }
}
