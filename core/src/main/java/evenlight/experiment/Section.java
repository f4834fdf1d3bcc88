package evenlight.experiment;

import evenlight.evaluation.report.Grid;
import evenlight.figure.Figure;
import java.util.List;

/**
 * What came of an experiment.
 *
 * @param id of the experiment
 * @param title what it shows
 * @param tables its numbers
 * @param figures its pictures
 * @param notes what is to be known of them, in sentences
 */
public record Section(
    String id, String title, List<Grid> tables, List<Figure> figures, List<String> notes) {
  /** Keeps what was handed over from changing. */
  public Section {
    tables = List.copyOf(tables);
    figures = List.copyOf(figures);
    notes = List.copyOf(notes);
  }
}
