package evenlight.evaluation.report;

import evenlight.evaluation.EvaluationPictures;
import evenlight.evaluation.ScoreTable;
import evenlight.filter.Plane;
import evenlight.image.io.IoConsumer;
import evenlight.metric.Comparison;
import evenlight.metric.MetricCard;
import evenlight.text.Html;
import evenlight.text.Template;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;

/**
 * A score table and its pictures as one page that opens from disk: tables, box plots, and for every
 * scene all pictures, enlarged details, quality maps and a slider between any two.
 *
 * <p>The page holds everything that it shows and is forbidden to ask for more. Pictures are copies
 * of at most 1024 pixels, fewer where there are many. One scene at a time is read and written.
 */
public final class HtmlReport {
  private final Function<Comparison, Plane> qualityMap;

  /**
   * Reports with quality maps.
   *
   * @param qualityMap how good a result is at each place: 1 is best, 0 and less is worst; covers
   *     the picture but for an equal margin on opposite sides
   */
  public HtmlReport(Function<Comparison, Plane> qualityMap) {
    this.qualityMap = qualityMap;
  }

  /**
   * Writes the page.
   *
   * <p>A scene whose pictures cannot be read is there with its scores and the reason.
   *
   * @throws IOException if the page cannot be written
   */
  public void write(ScoreTable table, EvaluationPictures pictures, Path file) throws IOException {
    Template.write(HtmlReport.class, "report.html", places(table, pictures), file);
  }

  private Map<String, IoConsumer<Writer>> places(ScoreTable table, EvaluationPictures pictures) {
    return Map.of(
        "title", out -> out.write(Html.text(title(table))),
        "style", out -> out.write(style()),
        "script", out -> out.write(Template.resource(HtmlReport.class, "report.js")),
        "caption", out -> out.write(Html.text(Grids.means(table).caption())),
        "means", out -> out.write(HtmlTables.of(Grids.means(table), table.scenes())),
        "notes", out -> out.write(notes(table)),
        "plots", out -> out.write(plots(table)),
        "firstmetric", out -> out.write(firstMetric(table)),
        "measures", out -> out.write(measures(table)),
        "scenes", out -> writeScenes(table, pictures, out));
  }

  private static String title(ScoreTable table) {
    int methods = table.methods().size();
    int scenes = table.scenes().size();
    return "Image fusion: %s on %s"
        .formatted(
            methods == 1 ? table.methods().get(0) : methods + " methods",
            scenes == 1 ? "1 scene" : scenes + " scenes");
  }

  private static String style() throws IOException {
    return Html.style()
        + Template.resource(HtmlReport.class, "report.css")
        + ":root{--scale:"
        + ColourScale.gradient()
        + "}\n";
  }

  private static String notes(ScoreTable table) {
    StringBuilder html = new StringBuilder();
    for (String note : Notes.results(table)) {
      html.append("<p>").append(Html.text(note)).append("</p>\n");
    }
    return html.toString();
  }

  private static String plots(ScoreTable table) {
    StringBuilder html = new StringBuilder();
    for (MetricCard metric : table.metrics()) {
      String svg = BoxPlot.svg(table, metric);
      if (!svg.isEmpty()) {
        html.append("<figure class=\"plot\"><figcaption>")
            .append(Html.text(Notes.name(metric)))
            .append("</figcaption>")
            .append(svg)
            .append("</figure>\n");
      }
    }
    return html.toString();
  }

  private static String firstMetric(ScoreTable table) {
    if (table.metrics().isEmpty()) {
      return "";
    }
    Grid grid = Grids.scenes(table, table.metrics().get(0));
    return "<details class=\"table\"><summary>%s</summary>\n%s</details>\n"
        .formatted(Html.text(grid.caption()), HtmlTables.of(grid, table.scenes()));
  }

  private static String measures(ScoreTable table) {
    StringBuilder html = new StringBuilder();
    html.append("<p>").append(Html.text(Notes.samples(table))).append("</p>\n<dl>\n");
    for (MetricCard metric : table.metrics()) {
      html.append(
          """
          <dt>%s</dt><dd>%s<br><span class="formula">%s</span><br>\
          <a href="%s" rel="noreferrer">%s</a></dd>
          """
              .formatted(
                  Html.text(metric.name()),
                  Html.text(metric.conventions()),
                  Html.text(metric.formula()),
                  Html.text(metric.link().toString()),
                  Html.text(metric.source())));
    }
    return html.append("</dl>\n").toString();
  }

  private void writeScenes(ScoreTable table, EvaluationPictures pictures, Writer out)
      throws IOException {
    PictureSizes sizes = PictureSizes.of(table);
    for (int i = 0; i < table.scenes().size(); i++) {
      SceneSection section = new SceneSection(table, i + 1, out);
      ScenePictures read;
      try {
        read = ScenePictures.read(table, table.scenes().get(i), pictures, qualityMap, sizes);
      } catch (IOException e) {
        section.writeWithoutPictures(String.valueOf(e.getMessage()));
        continue;
      }
      section.write(read);
    }
  }
}
