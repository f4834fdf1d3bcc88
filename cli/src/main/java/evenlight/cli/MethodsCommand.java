package evenlight.cli;

import evenlight.fusion.FusionMethods;
import evenlight.fusion.MethodCard;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists the fusion methods, as a table or as JSON. */
@Command(
    name = "methods",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Lists the methods that can fuse, for use with --method.",
    footer = {"", "Example:", "  evenlight methods --json"})
final class MethodsCommand implements Callable<Integer> {
  @Mixin private Messages messages;

  @Option(names = "--json", description = "Print the list as a JSON array.")
  private boolean json;

  @Option(names = "--markdown", description = "Print docs/methods.md.")
  private boolean markdown;

  @Override
  public Integer call() {
    if (markdown) {
      messages.result(MethodsPage.of(FusionMethods.cards()));
      return 0;
    }
    List<Row> rows = FusionMethods.cards().stream().map(Row::of).toList();
    messages.result(json ? Json.of(rows) : table(rows));
    return 0;
  }

  private static String table(List<Row> rows) {
    TextTable table = new TextTable("ID", "NAME", "KIND", "WEIGHTS", "LICENCE", "PAPER");
    rows.forEach(row -> table.add(row.cells()));
    return table.toString();
  }

  /** A method as it is printed. */
  private record Row(
      String id,
      String name,
      String kind,
      String weights,
      String licence,
      String paper,
      String source) {

    static Row of(MethodCard card) {
      return new Row(
          card.id(),
          card.name(),
          card.kind().name().toLowerCase(Locale.ROOT),
          card.weights(),
          card.licence(),
          card.paper(),
          card.source().toString());
    }

    List<String> cells() {
      return List.of(id, name, kind, weights, licence, paper);
    }
  }
}
