package evenlight.torch.network;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The two sizes in which {@link Raft} was published; files with weights name theirs. */
public enum RaftConfig {
  /** 990,162 parameters; its flow is enlarged bilinearly. */
  SMALL("raft-small", 32, 64, 96, 128, 96, 64, 3),
  /** 5,257,536 parameters; it learns how its flow is enlarged. */
  LARGE("raft-large", 64, 96, 128, 256, 128, 128, 4);

  /** Levels of the pyramid of correlations. */
  static final int LEVELS = 4;

  /** How much smaller than the pictures flow is looked for. */
  static final int STEP = 8;

  private final String id;
  private final int first;
  private final int second;
  private final int third;
  private final int features;
  private final int hidden;
  private final int context;
  private final int radius;

  RaftConfig(
      String id,
      int first,
      int second,
      int third,
      int features,
      int hidden,
      int context,
      int radius) {
    this.id = id;
    this.first = first;
    this.second = second;
    this.third = third;
    this.features = features;
    this.hidden = hidden;
    this.context = context;
    this.radius = radius;
  }

  /**
   * The size of an id.
   *
   * @throws IllegalArgumentException if there is none; the message lists them
   */
  public static RaftConfig named(String id) {
    return Arrays.stream(values())
        .filter(config -> config.id.equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "a RAFT must be %s, but is \"%s\""
                        .formatted(
                            Arrays.stream(values())
                                .map(RaftConfig::id)
                                .collect(Collectors.joining(" or ")),
                            id)));
  }

  /** As files and commands call it. */
  public String id() {
    return id;
  }

  /** Channels of the encoders' three stages. */
  List<Integer> widths() {
    return List.of(first, second, third);
  }

  /** Channels that are correlated. */
  int features() {
    return features;
  }

  /** Channels of the state that is updated. */
  int hidden() {
    return hidden;
  }

  /** Channels that say what the first picture shows. */
  int context() {
    return context;
  }

  /** How many places correlations are looked up to each side. */
  int radius() {
    return radius;
  }

  /** Channels of the correlations of one place. */
  int correlations() {
    return LEVELS * (2 * radius + 1) * (2 * radius + 1);
  }
}
