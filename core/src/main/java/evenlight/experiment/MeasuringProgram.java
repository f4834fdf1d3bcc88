package evenlight.experiment;

import evenlight.json.JsonRecords;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What runs in an {@link EffortProcess}: reads one line with an {@link EffortTask} and writes the
 * {@link Effort} into a file. It ends with who gave the task, whose line then ends.
 */
final class MeasuringProgram {
  private MeasuringProgram() {}

  /** Measures into the file that is named. */
  public static void main(String[] arguments) throws IOException {
    BufferedReader orders =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    EffortTask task = JsonRecords.read(String.valueOf(orders.readLine()), EffortTask.class);
    Thread watch = new Thread(() -> endWith(orders), "end with who gave the task");
    watch.setDaemon(true);
    watch.start();
    Files.writeString(Path.of(arguments[0]), JsonRecords.write(task.measure()));
  }

  private static void endWith(BufferedReader orders) {
    try {
      while (orders.readLine() != null) {
        // there is but one line; this waits for the end
      }
    } catch (IOException e) {
      // as good as the end
    }
    Runtime.getRuntime().halt(1);
  }
}
