package evenlight.evaluation.report;

import evenlight.evaluation.ScoreRow;
import evenlight.evaluation.ScoreTable;
import evenlight.evaluation.report.ScenePictures.Picture;
import evenlight.evaluation.report.ScenePictures.QualityMap;
import evenlight.figure.CropPlaces;
import evenlight.metric.MetricCard;
import evenlight.text.Html;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * One scene of a page: a line that opens, and behind it scores and pictures in a template, which
 * the browser neither decodes nor lays out until the page's script takes it out.
 */
final class SceneSection {
  private final ScoreTable table;
  private final String scene;
  private final int number;
  private final Writer out;

  /** A scene by its number from 1. */
  SceneSection(ScoreTable table, int number, Writer out) {
    this.table = table;
    this.scene = table.scenes().get(number - 1);
    this.number = number;
    this.out = out;
  }

  void write(ScenePictures pictures) throws IOException {
    writeStart();
    Picture first = pictures.pictures().get(0);
    write(
        "<div class=\"view\" style=\"--ratio:%.5f;%s\">\n",
        (double) first.width() / first.height(), boxes(pictures.places()));
    writeTools(pictures);
    out.write("<div class=\"gallery\">\n");
    for (Picture picture : pictures.pictures()) {
      writeFigure(picture);
    }
    out.write("</div>\n");
    writeComparison(pictures.pictures());
    out.write("</div>\n</template></details>\n");
  }

  /** A scene whose pictures cannot be shown, with the reason. */
  void writeWithoutPictures(String reason) throws IOException {
    writeStart();
    write("<p class=\"error\">The pictures could not be read: %s</p>\n", Html.text(reason));
    out.write("</template></details>\n");
  }

  private void writeStart() throws IOException {
    List<ScoreRow> rows = table.rows().stream().filter(r -> r.scene().equals(scene)).toList();
    write("<details class=\"scene\" id=\"scene-%d\"><summary>", number);
    write("<span class=\"name\">%s</span>", Html.text(scene));
    String failed =
        rows.stream()
            .filter(row -> row.error().isPresent())
            .map(ScoreRow::method)
            .collect(Collectors.joining(", "));
    if (!failed.isEmpty()) {
      write("<span class=\"error\">failed: %s</span>", Html.text(failed));
    }
    write("<span class=\"best-of\">%s</span></summary>\n<template>\n", Html.text(best()));
    out.write(HtmlTables.ofScene(table, scene));
    String files =
        rows.stream().map(ScoreRow::sources).findFirst().orElse(List.of()).stream()
            .collect(Collectors.joining(", "));
    write("<p class=\"files\">Fused from %s</p>\n", Html.text(files));
  }

  /** The best method by the first metric, or nothing where none is better. */
  private String best() {
    if (table.metrics().isEmpty()) {
      return "";
    }
    MetricCard metric = table.metrics().get(0);
    List<ScoreRow> rows =
        table.methods().stream().flatMap(method -> table.row(method, scene).stream()).toList();
    List<Grid.Cell> cells =
        Grids.cells(table, metric, rows.stream().map(row -> row.value(metric.id())).toList());
    String best =
        IntStream.range(0, rows.size())
            .filter(i -> cells.get(i).mark() == Mark.BEST)
            .mapToObj(i -> rows.get(i).method() + " " + cells.get(i).text())
            .collect(Collectors.joining(", "));
    return best.isEmpty() ? "" : "best " + metric.name() + ": " + best;
  }

  private static String boxes(CropPlaces places) {
    return String.format(
        Locale.ROOT,
        "--w:%.5f;--h:%.5f;--x0:%.5f;--y0:%.5f;--x1:%.5f;--y1:%.5f",
        places.width(),
        places.height(),
        places.first().x(),
        places.first().y(),
        places.second().x(),
        places.second().y());
  }

  private void writeTools(ScenePictures pictures) throws IOException {
    if (pictures.pictures().stream().anyMatch(picture -> picture.map().isPresent())) {
      out.write(
          """
          <p class="tools"><button type="button" class="toggle" aria-pressed="false">Quality maps</button>
          <span class="legend">MEF-SSIM <span>0</span><span class="scale"></span><span>1</span></span></p>
          """);
    }
  }

  private void writeFigure(Picture picture) throws IOException {
    write(
        "<figure><div class=\"frame\"><img class=\"picture\" loading=\"lazy\" decoding=\"async\"");
    write(" width=\"%d\" height=\"%d\"", picture.width(), picture.height());
    write(" alt=\"%s\" src=\"", Html.text(picture.label()));
    out.write(Html.jpegAddress(picture.jpeg().bytes()));
    out.write("\">");
    if (picture.map().isPresent()) {
      writeMap(picture.label(), picture.map().get());
    }
    for (String box : List.of("red", "green")) {
      write(
          "<button type=\"button\" class=\"box %s\" aria-label=\"%s detail of %s: drag, or move by arrow keys\"></button>",
          box, box.equals("red") ? "Red" : "Green", Html.text(picture.label()));
    }
    out.write(
        "</div><div class=\"details\"><canvas class=\"red\"></canvas><canvas class=\"green\"></canvas></div>");
    write(
        "<figcaption><b>%s</b>%s</figcaption></figure>\n",
        Html.text(picture.label()), score(picture));
  }

  private void writeMap(String label, QualityMap map) throws IOException {
    write(
        "<img class=\"map\" loading=\"lazy\" decoding=\"async\" style=\"--top:%.5f;--left:%.5f\"",
        map.top(), map.left());
    write(" alt=\"Quality map of %s\" src=\"", Html.text(label));
    out.write(Html.jpegAddress(map.jpeg().bytes()));
    out.write("\">");
  }

  private String score(Picture picture) {
    if (picture.method().isEmpty() || table.metrics().isEmpty()) {
      return "";
    }
    MetricCard metric = table.metrics().get(0);
    return table
        .row(picture.method().get(), scene)
        .map(row -> Numbers.fixed(row.value(metric.id()), Numbers.decimals(table, metric.id())))
        .map(value -> " <span>%s %s</span>".formatted(Html.text(metric.name()), value))
        .orElse("");
  }

  /** Starts with the first result and the next picture after it, or what comes before it. */
  private void writeComparison(List<Picture> pictures) throws IOException {
    List<String> labels = pictures.stream().map(Picture::label).toList();
    int result =
        IntStream.range(0, pictures.size())
            .filter(i -> pictures.get(i).method().isPresent())
            .findFirst()
            .orElse(0);
    int other = result + 1 < pictures.size() ? result + 1 : Math.max(result - 1, 0);
    write("<div class=\"compare\"><p class=\"tools\">%s", choice("Left", labels, result));
    write("%s</p>\n<div class=\"stage\">", choice("Right", labels, other));
    out.write(
        """
        <img class="right" alt=""><img class="left" alt=""><input type="range" min="0" max="100" value="50" \
        aria-label="Share of the left picture"><span class="line"></span></div></div>
        """);
  }

  private static String choice(String side, List<String> labels, int selected) {
    List<String> options = new ArrayList<>();
    for (int i = 0; i < labels.size(); i++) {
      options.add(
          "<option%s>%s</option>"
              .formatted(i == selected ? " selected" : "", Html.text(labels.get(i))));
    }
    return "<label>%s <select>%s</select></label>".formatted(side, String.join("", options));
  }

  private void write(String format, Object... arguments) throws IOException {
    out.write(String.format(Locale.ROOT, format, arguments));
  }
}
