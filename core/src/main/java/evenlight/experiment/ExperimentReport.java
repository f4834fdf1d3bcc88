package evenlight.experiment;

import evenlight.evaluation.report.Grid;
import evenlight.figure.Figure;
import evenlight.image.Image8;
import evenlight.image.io.Photo;
import evenlight.image.io.Photos;
import evenlight.text.Html;
import evenlight.text.Template;
import evenlight.text.TextFile;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Sections as files: for each its tables as CSV, Markdown and LaTeX and its figures as PNG and SVG,
 * and all of them on one page that needs nothing but itself.
 */
public final class ExperimentReport {
  private static final int BITS = 8;
  private static final float QUALITY = 0.85f;

  private final Path folder;

  /** A report into a folder that is there. */
  public ExperimentReport(Path folder) {
    this.folder = folder;
  }

  /** Writes the files of one section into a folder of its own. */
  public void write(Section section) throws IOException {
    Path home = Files.createDirectories(folder.resolve(section.id()));
    StringBuilder csv = new StringBuilder();
    StringBuilder latex = new StringBuilder("% Needs \\usepackage{booktabs}.\n");
    for (Grid table : section.tables()) {
      csv.append(csv.isEmpty() ? "" : "\r\n").append(table.csv());
      latex.append(table.latex("")).append('\n');
    }
    if (!section.tables().isEmpty()) {
      TextFile.write(home.resolve(section.id() + ".csv"), csv.toString());
      TextFile.write(home.resolve(section.id() + ".tex"), latex.toString());
    }
    TextFile.write(home.resolve(section.id() + ".md"), markdown(section));
    for (Figure figure : section.figures()) {
      Photos.write(new Photo(figure.image(), BITS), home.resolve(figure.name() + ".png"));
      TextFile.write(home.resolve(figure.name() + ".svg"), figure.svg(Photos::png));
    }
  }

  /** A section as Markdown, its figures by the names of their files. */
  public static String markdown(Section section) {
    StringBuilder text = new StringBuilder("# %s\n\n".formatted(section.title()));
    section.tables().forEach(table -> text.append(table.markdown()));
    for (Figure figure : section.figures()) {
      text.append("![%s](%s.png)\n\n".formatted(figure.caption(), figure.name()));
    }
    section.notes().forEach(note -> text.append("- ").append(note).append('\n'));
    return text.toString();
  }

  /** Writes the page of all sections and gives its place. */
  public Path writePage(List<Section> sections) throws IOException {
    Path page = folder.resolve("report.html");
    Template.write(
        ExperimentReport.class,
        "experiments.html",
        Map.of(
            "style", out -> out.write(Html.style()),
            "sections", out -> writeSections(sections, out)),
        page);
    return page;
  }

  private static void writeSections(List<Section> sections, Writer out) throws IOException {
    for (Section section : sections) {
      out.write("<section id=\"%s\">\n".formatted(section.id()));
      out.write("<h2>%s</h2>\n".formatted(Html.text(section.title())));
      for (Grid table : section.tables()) {
        out.write("<h3>%s</h3>\n".formatted(Html.text(table.caption())));
        out.write(table.html());
      }
      for (Figure figure : section.figures()) {
        String jpeg = Html.jpegAddress(Photos.jpeg(Image8.of(figure.image()), QUALITY));
        out.write(
            "<figure><img alt=\"%1$s\" src=\"%2$s\">".formatted(Html.text(figure.caption()), jpeg));
        out.write("<figcaption>%s</figcaption></figure>\n".formatted(Html.text(figure.caption())));
      }
      out.write("<ul class=\"notes\">\n");
      for (String note : section.notes()) {
        out.write("<li>%s</li>\n".formatted(Html.text(note)));
      }
      out.write("</ul>\n</section>\n");
    }
  }
}
