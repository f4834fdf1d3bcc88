package evenlight.cli;

import evenlight.fusion.FusionMethods;
import evenlight.fusion.MethodCard;
import java.util.ArrayList;
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
  private static final String[] HEAD = {"ID", "NAME", "KIND", "WEIGHTS", "LICENCE", "PAPER"};

  @Mixin private Messages messages;

  @Option(names = "--json", description = "Print the list as a JSON array.")
  private boolean json;

  @Override
  public Integer call() {
    List<Row> rows = FusionMethods.cards().stream().map(Row::of).toList();
    messages.result(json ? Json.of(rows) : table(rows));
    return 0;
  }

  private static String table(List<Row> rows) {
    List<String[]> lines = new ArrayList<>();
    lines.add(HEAD);
    rows.forEach(row -> lines.add(row.cells()));
    StringBuilder text = new StringBuilder();
    for (String[] line : lines) {
      StringBuilder cells = new StringBuilder();
      for (int column = 0; column < HEAD.length; column++) {
        int at = column;
        int width = lines.stream().mapToInt(cell -> cell[at].length()).max().orElse(0);
        cells.append(line[column]).append(" ".repeat(width - line[column].length() + 2));
      }
      text.append(cells.toString().stripTrailing()).append('\n');
    }
    return text.toString().stripTrailing();
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

    String[] cells() {
      return new String[] {id, name, kind, weights, licence, paper};
    }
  }
}
