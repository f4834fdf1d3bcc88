package evenlight.torch.weights.published;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Networks whose weights their authors published, and what these weights are made of. */
public enum PublishedNetwork {
  /** HALDeR, in three files. */
  HALDER(
      "halder",
      List.of("latest_net_G_A.pth", "latest_net_G_V.pth", "latest_net_G_H.pth"),
      List.of(
          new Part("G_A", HalderTensors.attention()),
          new Part("G_V", HalderTensors.attention()),
          new Part("G_H", HalderTensors.details())),
      List.of()),
  /** IFCNN, trained three times, each for another way to fuse features. */
  IFCNN(
      "ifcnn",
      List.of("IFCNN-MAX.pth"),
      List.of(new Part("", IfcnnTensors.shapes())),
      List.of("max", "mean", "sum")),
  /** LCNDR as its authors released it. */
  LCNDR_RELEASED(
      "lcndr-released",
      List.of("model.pth"),
      List.of(new Part("", LcndrReleasedTensors.shapes())),
      List.of()),
  /** MEF-Net. */
  MEF_NET(
      "mef-net",
      List.of("MEFNet_release.pt"),
      List.of(new Part("", MefNetTensors.shapes())),
      List.of()),
  /** PMGI. */
  PMGI(
      "pmgi",
      List.of("CGAN.model-9.index"),
      List.of(new Part("", PmgiTensors.shapes())),
      List.of()),
  /** The small RAFT, which finds motion. */
  RAFT_SMALL(
      "raft-small",
      List.of("raft-small.pth"),
      List.of(new Part("", RaftSmallTensors.shapes())),
      List.of()),
  /** SDNet. */
  SD_NET(
      "sd-net",
      List.of("MEF.model-11.index"),
      List.of(new Part("", SdNetTensors.shapes())),
      List.of()),
  /** U2Fusion. */
  U2FUSION(
      "u2fusion",
      List.of("model.ckpt.index"),
      List.of(new Part("", U2FusionTensors.shapes())),
      List.of());

  private final String id;
  private final List<String> files;
  private final List<Part> parts;
  private final List<String> variants;

  PublishedNetwork(String id, List<String> files, List<Part> parts, List<String> variants) {
    this.id = id;
    this.files = files;
    this.parts = parts;
    this.variants = variants;
  }

  /**
   * What one checkpoint holds.
   *
   * @param name that its file's name contains, and with which the names of its tensors then start;
   *     empty where there is one checkpoint only
   * @param shapes of its tensors by name, in order
   */
  record Part(String name, Map<String, List<Long>> shapes) {
    String prefix() {
      return name.isEmpty() ? "" : name + ".";
    }
  }

  /**
   * The network of an id.
   *
   * @throws IllegalArgumentException if there is none; the message lists the known ones
   */
  public static PublishedNetwork named(String id) {
    return Arrays.stream(values())
        .filter(network -> network.id.equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "weights can be imported for %s, but not for \"%s\"".formatted(ids(), id)));
  }

  /** All ids. */
  public static String ids() {
    return Arrays.stream(values()).map(PublishedNetwork::id).collect(Collectors.joining(", "));
  }

  /** The id of the method that runs the network. */
  public String id() {
    return id;
  }

  /** As the authors' files are called. */
  public List<String> files() {
    return files;
  }

  /** Names and shapes of all tensors once they are imported. */
  public Map<String, List<Long>> shapes() {
    TensorTable all = new TensorTable();
    for (Part part : parts) {
      part.shapes()
          .forEach(
              (name, shape) ->
                  all.add(
                      part.prefix() + name, shape.stream().mapToLong(Long::longValue).toArray()));
    }
    return all.shapes();
  }

  List<Part> parts() {
    return parts;
  }

  /** Trainings of the same network, of which the file's name says which it is. */
  List<String> variants() {
    return variants;
  }
}
