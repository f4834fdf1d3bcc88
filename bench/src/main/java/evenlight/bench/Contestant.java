package evenlight.bench;

import evenlight.bench.opencv.OpenCvMertens;
import evenlight.fusion.FusionMethods;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A program that fuses or aligns photographs.
 *
 * @param name how tables call it
 * @param version of the program
 * @param command what starts it; the result's file, or what the results' names begin with, and the
 *     exposures' follow as arguments
 */
record Contestant(String name, String version, List<String> command) {
  Contestant {
    command = List.copyOf(command);
  }

  /**
   * A method of our catalogue in a Java of its own.
   *
   * @throws IllegalArgumentException if there is no such method
   */
  static Contestant evenlight(String method, String version, List<String> javaOptions) {
    FusionMethods.card(method);
    return new Contestant(
        "evenlight " + method, version, java(javaOptions, FuseFiles.class.getName(), method));
  }

  /**
   * The command line of a distribution, its start included.
   *
   * @param launcher the distribution's {@code bin/evenlight}
   * @param options of {@code fuse}
   */
  static Contestant commandLine(Path launcher, String version, List<String> options) {
    List<String> command = new ArrayList<>(List.of(launcher.toString(), "fuse", "--overwrite"));
    command.addAll(options);
    command.add("-o");
    return new Contestant(
        String.join(" ", "evenlight fuse", String.join(" ", options)).strip(), version, command);
  }

  /** OpenCV's MergeMertens in a Java of its own, as Java programs use it. */
  static Contestant openCv() {
    return new Contestant(
        "OpenCV MergeMertens",
        OpenCvMertens.VERSION,
        java(List.of(), OpenCvMertens.class.getName()));
  }

  /**
   * The program enfuse with its defaults.
   *
   * @throws IOException if it is not installed
   */
  static Contestant enfuse() throws IOException {
    Process process = new ProcessBuilder("enfuse", "--version").redirectErrorStream(true).start();
    String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String version = answer.lines().findFirst().orElse("").replace("enfuse", "").strip();
    return new Contestant("enfuse", version, List.of("enfuse", "-o"));
  }

  /** Our alignment in a Java of its own. */
  static Contestant aligner(String version) {
    return new Contestant(
        "evenlight", version, java(List.of("-XX:+UseSerialGC"), AlignFiles.class.getName()));
  }

  /** The program align_image_stack, which cuts out what all show. */
  static Contestant alignImageStack() {
    return new Contestant("align_image_stack -C", "", List.of("align_image_stack", "-C", "-a"));
  }

  private static List<String> java(List<String> options, String... mainAndArguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(mainAndArguments));
    return command;
  }

  /** All of what starts it on these files. */
  List<String> on(List<Path> exposures, Path fused) {
    return Stream.concat(
            command.stream(),
            Stream.concat(Stream.of(fused), exposures.stream()).map(Path::toString))
        .toList();
  }
}
