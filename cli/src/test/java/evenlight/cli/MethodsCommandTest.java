package evenlight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import evenlight.fusion.FusionMethods;
import evenlight.fusion.MethodCard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class MethodsCommandTest {
  @Test
  void methods_table_hasOneLinePerMethodUnderAHead() {
    CommandRun run = CommandRun.of("methods");

    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).isEmpty();
    List<String> lines = run.outLines();
    assertThat(lines).hasSize(FusionMethods.cards().size() + 1);
    assertThat(lines.get(0)).startsWith("ID").contains("NAME", "KIND", "WEIGHTS", "LICENCE");
    assertThat(lines.get(0).indexOf("NAME")).isEqualTo(lines.get(1).indexOf("Average"));
    assertThat(lines.get(1)).startsWith("average").contains("classical", "none", "Apache-2.0");
  }

  @Test
  void methods_json_isAnArrayOfAllCards() throws IOException {
    JsonNode methods = new ObjectMapper().readTree(CommandRun.of("methods", "--json").out());

    assertThat(methods.size()).isEqualTo(FusionMethods.cards().size());
    JsonNode average = methods.get(0);
    assertThat(average.get("id").asText()).isEqualTo("average");
    assertThat(average.get("kind").asText()).isEqualTo("classical");
    assertThat(average.fieldNames())
        .toIterable()
        .containsExactly("id", "name", "kind", "weights", "licence", "paper", "source");
  }

  @Test
  void markdown_isThePageOfTheDocs() throws IOException {
    List<MethodCard> shipped =
        FusionMethods.cards().stream().filter(card -> !card.id().equals(BrokenFusion.ID)).toList();
    Path page = Path.of("..", "docs", "methods.md");
    assertThat(Files.readString(page).replace("\r\n", "\n"))
        .as("docs/methods.md, made by: evenlight methods --markdown > docs/methods.md")
        .isEqualTo(MethodsPage.of(shipped) + "\n");
  }
}
