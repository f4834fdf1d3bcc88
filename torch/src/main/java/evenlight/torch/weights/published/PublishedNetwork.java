package evenlight.torch.weights.published;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A network whose weights its authors published, and what these weights are made of. */
public final class PublishedNetwork {
  /** HALDeR, in three files. */
  public static final PublishedNetwork HALDER =
      new PublishedNetwork(
          "halder",
          List.of("latest_net_G_A.pth", "latest_net_G_V.pth", "latest_net_G_H.pth"),
          List.of(
              new Part("G_A", HalderTensors.attention()),
              new Part("G_V", HalderTensors.attention()),
              new Part("G_H", HalderTensors.details())),
          List.of());

  /** IFCNN, trained three times, each for another way to fuse features. */
  public static final PublishedNetwork IFCNN =
      new PublishedNetwork(
          "ifcnn",
          List.of("IFCNN-MAX.pth"),
          List.of(new Part("", IfcnnTensors.shapes())),
          List.of("max", "mean", "sum"));

  /** LCNDR as its authors released it. */
  public static final PublishedNetwork LCNDR_RELEASED =
      inOneFile("lcndr-released", "model.pth", LcndrReleasedTensors.shapes());

  /** MEF-Net. */
  public static final PublishedNetwork MEF_NET =
      inOneFile("mef-net", "MEFNet_release.pt", MefNetTensors.shapes());

  /** PMGI. */
  public static final PublishedNetwork PMGI =
      inOneFile("pmgi", "CGAN.model-9.index", PmgiTensors.shapes());

  /** The large RAFT, which finds motion. */
  public static final PublishedNetwork RAFT_LARGE =
      new PublishedNetwork(
          "raft-large",
          List.of("raft-things.pth"),
          List.of(new Part("", RaftLargeTensors.shapes(), RaftLargeTensors.repeated())),
          List.of());

  /** The small RAFT, which finds motion. */
  public static final PublishedNetwork RAFT_SMALL =
      inOneFile("raft-small", "raft-small.pth", RaftSmallTensors.shapes());

  /** SDNet. */
  public static final PublishedNetwork SD_NET =
      inOneFile("sd-net", "MEF.model-11.index", SdNetTensors.shapes());

  /** U2Fusion. */
  public static final PublishedNetwork U2FUSION =
      inOneFile("u2fusion", "model.ckpt.index", U2FusionTensors.shapes());

  private static final List<PublishedNetwork> ALL =
      List.of(
          HALDER, IFCNN, LCNDR_RELEASED, MEF_NET, PMGI, RAFT_LARGE, RAFT_SMALL, SD_NET, U2FUSION);

  private final String id;
  private final List<String> files;
  private final List<Part> parts;
  private final List<String> variants;

  private PublishedNetwork(String id, List<String> files, List<Part> parts, List<String> variants) {
    this.id = id;
    this.files = files;
    this.parts = parts;
    this.variants = variants;
  }

  private static PublishedNetwork inOneFile(
      String id, String file, Map<String, List<Long>> shapes) {
    return new PublishedNetwork(id, List.of(file), List.of(new Part("", shapes)), List.of());
  }

  /**
   * What one checkpoint holds.
   *
   * @param name that its file's name contains, and with which the names of its tensors then start;
   *     empty where there is one checkpoint only
   * @param shapes of its tensors by name, in order
   * @param repeated names of tensors that it has once more under another name
   */
  record Part(String name, Map<String, List<Long>> shapes, Set<String> repeated) {
    Part(String name, Map<String, List<Long>> shapes) {
      this(name, shapes, Set.of());
    }

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
    return ALL.stream()
        .filter(network -> network.id.equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "weights can be imported for %s, but not for \"%s\"".formatted(ids(), id)));
  }

  /** All of them, by id. */
  public static List<PublishedNetwork> all() {
    return ALL;
  }

  /** All ids. */
  public static String ids() {
    return ALL.stream().map(PublishedNetwork::id).collect(Collectors.joining(", "));
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
