package evenlight.fusion;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/** The catalogue of fusion methods: all that {@link ServiceLoader} finds. */
public final class FusionMethods {
  /** The method that is used where none is named. */
  public static final String DEFAULT = "lcndr";

  private FusionMethods() {}

  /** The cards of all methods, by id. */
  public static List<MethodCard> cards() {
    return providers().stream().map(FusionMethodProvider::card).toList();
  }

  /**
   * A method with its default settings but for the options that are named.
   *
   * @param choice an id, or an id with options: {@code gbm:solver=dct}
   * @throws IllegalArgumentException if there is no such id, option or value; the message lists the
   *     known ones
   * @throws UncheckedIOException if its shipped weights cannot be read
   */
  public static FusionMethod named(String choice) {
    try {
      return named(choice, FusionSettings.defaults());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A method with the given settings.
   *
   * @param choice as for {@link #named(String)}
   * @throws IllegalArgumentException if there is no such id, option or value; the message lists the
   *     known ones
   * @throws IOException if its weights cannot be read; the message names the file
   */
  public static FusionMethod named(String choice, FusionSettings settings) throws IOException {
    MethodChoice chosen = MethodChoice.parse(choice);
    return provider(chosen).create(settings.withOptions(chosen.options()));
  }

  /**
   * What the method of a choice is, without making it.
   *
   * @throws IllegalArgumentException as {@link #named(String)}
   */
  public static MethodCard card(String choice) {
    return provider(MethodChoice.parse(choice)).card();
  }

  private static FusionMethodProvider provider(MethodChoice chosen) {
    for (FusionMethodProvider provider : providers()) {
      if (provider.card().id().equals(chosen.id())) {
        provider.card().check(chosen.options());
        return provider;
      }
    }
    throw new IllegalArgumentException(
        "the method must be one of [%s], but is \"%s\""
            .formatted(
                cards().stream().map(MethodCard::id).collect(Collectors.joining(", ")),
                chosen.id()));
  }

  private static List<FusionMethodProvider> providers() {
    return ServiceLoader.load(FusionMethodProvider.class).stream()
        .map(ServiceLoader.Provider::get)
        .sorted(Comparator.comparing(provider -> provider.card().id()))
        .toList();
  }
}
