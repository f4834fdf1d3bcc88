package evenlight.torch.fusion.compared;

import evenlight.fusion.FusionMethod;
import evenlight.fusion.FusionMethodProvider;
import evenlight.fusion.FusionSettings;
import evenlight.fusion.MethodCard;
import evenlight.fusion.MethodOption;
import evenlight.fusion.NoWeightsException;
import evenlight.torch.network.Parameters;
import evenlight.torch.tensor.Devices;
import evenlight.torch.tensor.Natives;
import evenlight.torch.weights.SourcedWeights;
import evenlight.torch.weights.WeightsFolder;
import java.io.IOException;
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
      parameters("published", "the authors', which are imported");

  /** For networks whose authors published no parameters. */
  static final PresetOption OWN_PARAMETERS = parameters("own", "those of a training of yours");

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
          licence(retrained(options)));
    }

    private String weights(List<PresetOption> options) {
      String elsewhere =
          checkpoint.isEmpty()
              ? "none are published; those of a training are given as a file"
              : "the authors', to be imported: evenlight weights import " + checkpoint;
      return retrained(options)
          ? elsewhere + "; or parameters=" + RETRAINED + ", which come along"
          : elsewhere;
    }

    private String licence(boolean retrained) {
      if (!retrained) {
        return "Apache-2.0; no weights come with it";
      }
      return "Apache-2.0, retrained weights included"
          + (checkpoint.isEmpty() ? "" : "; the authors' do not come with it");
    }
  }

  /** Weights that were found, and where their network is to compute. */
  record Found(SourcedWeights from, Device device) {
    /** Gives a network its parameters, for use: in evaluation mode, on the device. */
    <M extends Module> M into(M network) {
      Parameters.load(network, from.weights(), from.source());
      network.eval();
      network.to(device, false);
      return network;
    }
  }

  /** Whether parameters that this project trained come along. */
  final boolean comesAlong() {
    return retrained(options);
  }

  /** A choice between parameters from elsewhere, which is the default, and retrained ones. */
  private static PresetOption parameters(String elsewhere, String meaning) {
    return PresetOption.of(
        "parameters",
        List.of(elsewhere, RETRAINED),
        elsewhere,
        elsewhere,
        ("Which parameters the network has: %s, %s; %s, those of a training by this project, which"
                + " come along (`evenlight train`, docs/training.md).")
            .formatted(elsewhere, meaning, RETRAINED));
  }

  private static boolean retrained(List<PresetOption> options) {
    return options.contains(PARAMETERS) || options.contains(OWN_PARAMETERS);
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
    text.append(", parameters ").append(found.from().hash());
    for (PresetOption option : options) {
      text.append(", ").append(option.option().name()).append(' ').append(option.in(settings));
    }
    return text.append(
            ", %s, %d threads".formatted(found.device().str().getString(), settings.threads()))
        .toString();
  }

  /** Reads the weights that the settings name, or that were imported, or that come along. */
  Found find(FusionSettings settings, Device device) throws IOException {
    if (retrained(options) && PARAMETERS.is(RETRAINED, settings)) {
      settings.requireNoWeights(card);
      return new Found(comeAlong(weightsId(settings)), device);
    }
    return new Found(SourcedWeights.ofFile(weightsFile(settings)), device);
  }

  private static SourcedWeights comeAlong(String id) throws IOException {
    String file = id + ".safetensors";
    if (ComparedProvider.class.getResource(file) == null) {
      throw new IllegalArgumentException(
          "retrained parameters must be those of a training that come along, but none do for "
              + id);
    }
    return SourcedWeights.shipped(ComparedProvider.class, file);
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
