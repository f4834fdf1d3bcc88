package evenlight.card.report;

import evenlight.card.report.BatchSummary.Remark;
import evenlight.card.report.BatchSummary.SetSummary;
import evenlight.card.report.BatchSummary.Status;
import evenlight.filter.AreaReduction;
import evenlight.image.Image8;
import evenlight.image.io.IoConsumer;
import evenlight.image.io.PhotoPreview;
import evenlight.image.io.Photos;
import evenlight.text.Html;
import evenlight.text.Template;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * A batch as a page that opens from disk: for every set its photographs and the result, small, with
 * exposures, confidence, time and what went wrong.
 *
 * <p>The page holds everything that it shows and is forbidden to ask for more. One set at a time is
 * read and written.
 */
public final class BatchPage {
  private static final float QUALITY = 0.82f;
  private static final int LARGE = 320;
  private static final int MEDIUM = 224;
  private static final int SMALL = 144;

  /** With more pictures than these the page is made of smaller ones. */
  private static final int MOST_LARGE = 400;

  private static final int MOST_MEDIUM = 2000;

  private final BatchSummary batch;
  private final int longSide;

  private BatchPage(BatchSummary batch) {
    this.batch = batch;
    int pictures = batch.sets().stream().mapToInt(set -> set.files().size() + 1).sum();
    this.longSide = pictures <= MOST_LARGE ? LARGE : pictures <= MOST_MEDIUM ? MEDIUM : SMALL;
  }

  /**
   * Writes the page, replacing a file that is there. A picture that cannot be read is there with
   * the reason.
   *
   * @throws IOException if the page cannot be written
   */
  public static void write(BatchSummary batch, Path file) throws IOException {
    Template.write(BatchPage.class, "batch.html", new BatchPage(batch).places(), file);
  }

  private Map<String, IoConsumer<Writer>> places() {
    return Map.of(
        "style",
        out -> out.write(Html.style() + Template.resource(BatchPage.class, "batch.css")),
        "summary",
        out -> out.write(Html.text(batch.line())),
        "about",
        out ->
            write(
                out,
                "Method %s, Evenlight %s, %.1f s.",
                Html.text(batch.method()),
                Html.text(batch.version()),
                batch.seconds()),
        "trouble",
        this::writeTrouble,
        "sets",
        this::writeSets,
        "singles",
        out -> writeRemarks(out, "Single photographs", batch.singles()),
        "unreadable",
        out -> writeRemarks(out, "Files that could not be read", batch.unreadable()));
  }

  private void writeTrouble(Writer out) throws IOException {
    if (batch.count(Status.FAILED) == 0) {
      return;
    }
    out.write("<ul class=\"error\">\n");
    for (int i = 0; i < batch.sets().size(); i++) {
      SetSummary set = batch.sets().get(i);
      if (set.status() == Status.FAILED) {
        write(
            out,
            "<li><a href=\"#set-%d\">%s</a>: %s</li>\n",
            i + 1,
            Html.text(set.name()),
            Html.text(Objects.requireNonNullElse(set.error(), "")));
      }
    }
    out.write("</ul>\n");
  }

  private void writeSets(Writer out) throws IOException {
    for (int i = 0; i < batch.sets().size(); i++) {
      SetSummary set = batch.sets().get(i);
      write(
          out,
          "<article id=\"set-%d\" class=\"%s\">\n<h3>%s <span class=\"status\">%s</span></h3>\n",
          i + 1,
          set.status().id(),
          Html.text(set.name()),
          label(set.status()));
      writeFacts(out, set);
      writePictures(out, set);
      out.write("</article>\n");
    }
  }

  private static void writeFacts(Writer out, SetSummary set) throws IOException {
    write(out, "<p class=\"notes\">Confidence %.2f", set.confidence());
    for (String reason : set.reasons()) {
      write(out, " · %s", Html.text(reason));
    }
    if (set.status() == Status.DONE) {
      write(out, " · %.1f s", set.seconds());
    }
    for (String note : set.notes()) {
      write(out, " · %s", Html.text(note));
    }
    out.write("</p>\n");
    if (set.error() != null) {
      write(out, "<p class=\"error\">%s</p>\n", Html.text(set.error()));
    }
  }

  private void writePictures(Writer out, SetSummary set) throws IOException {
    out.write("<div class=\"strip\">\n");
    for (int i = 0; i < set.files().size(); i++) {
      Path file = Path.of(set.files().get(i));
      String caption = "%s, %+.1f EV".formatted(file.getFileName(), set.evs().get(i));
      writeFigure(out, "source", file, caption);
    }
    if (set.output() != null) {
      Path file = Path.of(set.output());
      writeFigure(out, "result", file, String.valueOf(file.getFileName()));
    }
    out.write("</div>\n");
  }

  private void writeFigure(Writer out, String role, Path file, String caption) throws IOException {
    write(out, "<figure class=\"%s\">", role);
    try {
      Image8 small = AreaReduction.toLongSide(PhotoPreview.read(file, longSide), longSide);
      write(
          out,
          "<img width=\"%d\" height=\"%d\" loading=\"lazy\" alt=\"%s\" src=\"",
          small.width(),
          small.height(),
          Html.text(caption));
      out.write(Html.jpegAddress(Photos.jpeg(small, QUALITY)));
      out.write("\">");
    } catch (IOException e) {
      write(out, "<p class=\"error\">%s</p>", Html.text(String.valueOf(e.getMessage())));
    }
    write(out, "<figcaption>%s</figcaption></figure>\n", Html.text(caption));
  }

  private static void writeRemarks(Writer out, String title, List<Remark> remarks)
      throws IOException {
    if (remarks.isEmpty()) {
      return;
    }
    write(out, "<section>\n<h2>%s</h2>\n<ul class=\"notes\">\n", title);
    for (Remark remark : remarks) {
      write(out, "<li>%s: %s</li>\n", Html.text(remark.file()), Html.text(remark.reason()));
    }
    out.write("</ul>\n</section>\n");
  }

  private static String label(Status status) {
    return switch (status) {
      case DONE -> "fused";
      case KEPT -> "fused by an earlier run";
      case FAILED -> "failed";
      case UNSURE -> "not fused: too unsure";
    };
  }

  private static void write(Writer out, String format, Object... arguments) throws IOException {
    out.write(String.format(Locale.ROOT, format, arguments));
  }
}
