package evenlight.torch.fusion.compared;

import evenlight.fusion.FusionMethod;
import evenlight.fusion.FusionMethodProvider;
import evenlight.fusion.FusionSettings;
import evenlight.fusion.MethodCard;
import evenlight.fusion.MethodOption;
import evenlight.fusion.NoWeightsException;
import evenlight.image.io.Sha256;
import evenlight.torch.network.Parameters;
import evenlight.torch.tensor.Devices;
import evenlight.torch.tensor.Natives;
import evenlight.torch.weights.Safetensors;
import evenlight.torch.weights.Weights;
import evenlight.torch.weights.WeightsFolder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.Module;

/**
 * A published network as a method of the catalogue: finds its imported weights, and leaves to each
 * method what its program does with them.
 */
abstract class ComparedProvider implements FusionMethodProvider {
  private static final String RETRAINED = "retrained";

  /** For networks of which parameters come along that this project trained. */
  static final PresetOption PARAMETERS =
      PresetOption.of(
          "parameters",
          List.of("published", RETRAINED),
          "published",
          "published",
          "Which parameters the network has: published, the authors', which are imported;"
              + " retrained, those of a training by this project, which come along (`evenlight"
              + " train`, docs/training.md).");

  private final MethodCard card;
  private final String checkpoint;
  private final List<PresetOption> options;
  private final int leastSize;

  /**
   * A method.
   *
   * @param options beside the preset
   * @param leastSize the least height and width that the network takes
   */
  ComparedProvider(Description description, List<PresetOption> options, int leastSize) {
    card = description.card(options);
    checkpoint = description.checkpoint();
    this.options = options;
    this.leastSize = leastSize;
  }

  /**
   * What distinguishes one card from another.
   *
   * @param checkpoint the authors' file, as it follows the command that imports it; empty if they
   *     published none
   * @param deviations beyond those that all these methods share; empty if there are none
   */
  record Description(
      String id,
      String name,
      String summary,
      String advice,
      int mostExposures,
      String cost,
      String checkpoint,
      String deviations,
      String published,
      String paper,
      String source) {
    MethodCard card(List<PresetOption> options) {
      List<MethodOption> all = new ArrayList<>();
      all.add(PresetOption.CHOICE);
      options.forEach(option -> all.add(option.option()));
      return new MethodCard(
          id,
          name,
          MethodCard.Kind.LEARNED,
          summary,
          advice,
          mostExposures,
          true,
          all,
          cost,
          ("Follows the authors' program down to its 8-bit roundings; sources of 16 bits are rounded"
                  + " to 8 first, and the result has 8. Equal exposures are given back as they are. "
                  + deviations)
              .strip(),
          published,
          paper,
          URI.create(source),
          weights(options),
          options.contains(PARAMETERS)
              ? "Apache-2.0, retrained weights included; the authors' do not come with it"
              : "Apache-2.0; no weights come with it");
    }

    private String weights(List<PresetOption> options) {
      if (checkpoint.isEmpty()) {
        return "none are published; those of a training are given as a file";
      }
      String imported = "the authors', to be imported: evenlight weights import " + checkpoint;
      return options.contains(PARAMETERS)
          ? imported + "; or parameters=" + RETRAINED + ", which come along"
          : imported;
    }
  }

  /**
   * Weights that were found.
   *
   * @param source how messages call them, as a rule their file
   * @param hash what tells them from others
   */
  record Found(Weights weights, String source, String hash, Device device) {
    /** Gives a network its parameters, for use: in evaluation mode, on the device. */
    <M extends Module> M into(M network) {
      Parameters.load(network, weights, source);
      network.eval();
      network.to(device, false);
      return network;
    }
  }

  @Override
  public final MethodCard card() {
    return card;
  }

  @Override
  public final FusionMethod create(FusionSettings settings) throws IOException {
    Natives.load();
    Found found = find(settings, Devices.resolve(settings.device()));
    return new ComparedFusion(
        card,
        fingerprint(settings, found),
        leastSize,
        settings.threads(),
        pipeline(settings, found));
  }

  private String fingerprint(FusionSettings settings, Found found) {
    StringBuilder text = new StringBuilder(card.id());
    text.append(", parameters ").append(found.hash());
    for (PresetOption option : options) {
      text.append(", ").append(option.option().name()).append(' ').append(option.in(settings));
    }
    return text.append(
            ", %s, %d threads".formatted(found.device().str().getString(), settings.threads()))
        .toString();
  }

  /** Reads the weights that the settings name, or that were imported, or that come along. */
  Found find(FusionSettings settings, Device device) throws IOException {
    if (options.contains(PARAMETERS) && PARAMETERS.is(RETRAINED, settings)) {
      settings.requireNoWeights(card);
      return retrained(device);
    }
    Path file = weightsFile(settings);
    return new Found(Safetensors.read(file), file.toString(), Sha256.of(file), device);
  }

  private Found retrained(Device device) throws IOException {
    String resource = card.id() + ".safetensors";
    try (InputStream in = ComparedProvider.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " must be on the class path");
      }
      byte[] bytes = in.readAllBytes();
      Weights weights = Safetensors.read(new ByteArrayInputStream(bytes), resource);
      return new Found(weights, "the retrained " + resource, Sha256.of(bytes), device);
    }
  }

  /**
   * Where the weights lie.
   *
   * @throws NoWeightsException if there are none
   */
  Path weightsFile(FusionSettings settings) throws NoWeightsException {
    return WeightsFolder.fileFor(settings, weightsId(settings), importArguments(settings));
  }

  /** What the file with the weights is called. */
  String weightsId(FusionSettings settings) {
    return card.id();
  }

  /** What follows the command that imports the weights. */
  String importArguments(FusionSettings settings) {
    return checkpoint;
  }

  /** The program with its network. */
  abstract Pipeline pipeline(FusionSettings settings, Found found);
}
