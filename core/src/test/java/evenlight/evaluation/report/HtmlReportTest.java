package evenlight.evaluation.report;

import static org.assertj.core.api.Assertions.assertThat;

import evenlight.evaluation.ScoreTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HtmlReportTest {
  @TempDir private Path folder;

  @Test
  void write_twice_givesTheSameBytes() throws IOException {
    assertThat(page(SmallTable.table())).isEqualTo(page(SmallTable.table()));
  }

  @Test
  void write_namesWithMarkup_areEscaped() throws IOException {
    assertThat(page(SmallTable.table()))
        .contains("Tower &amp; &lt;sky&gt;, &quot;50%&quot; #1_a|b")
        .contains("b;&quot;c&quot;.png")
        .contains("no, it &lt;failed&gt;")
        .contains("gone: &lt;sea&gt;.png")
        .doesNotContain("<sky>", "<failed>", "<sea>");
  }

  @Test
  void write_pictures_areEmbeddedOnceEach() throws IOException {
    List<String> addresses =
        Pattern.compile("data:image/jpeg;base64,[^\"]+")
            .matcher(page(SmallTable.table()))
            .results()
            .map(MatchResult::group)
            .toList();
    int tower = 3 + 2 * 3;
    int nightWithoutAverage = 3 + 2 * 2;
    assertThat(addresses).hasSize(tower + nightWithoutAverage);
  }

  @Test
  void write_sourcesAndScripts_comeFromThePageAlone() throws IOException {
    assertThat(page(SmallTable.table()))
        .contains("default-src 'none'; img-src data:;")
        .doesNotContainPattern("(src|srcset|poster)=\"(?!data:)")
        .doesNotContainPattern("<link|@import|url\\(");
  }

  @Test
  void write_noMetricsAndScenes_isAPage() throws IOException {
    assertThat(page(new ScoreTable(List.of("a"), List.of(), List.of(), "8-bit", List.of())))
        .contains("<h1>Image fusion: a on 0 scenes</h1>");
  }

  private String page(ScoreTable table) throws IOException {
    Path file = folder.resolve("report.html");
    new HtmlReport(SmallPictures::map).write(table, new SmallPictures(), file);
    return Files.readString(file);
  }
}
