package evenlight.experiment;

import java.io.IOException;
import java.util.List;

/**
 * Fig. 4 and 5: sources and what every method makes of them, with two details enlarged, where the
 * methods' pictures differ most.
 */
record ComparisonFigure(String id, String title, Material material) implements Experiment {
  @Override
  public Section run(Laboratory laboratory) throws IOException, InterruptedException {
    Competition competition = laboratory.competition(material, id);
    return new Section(
        id,
        title,
        List.of(),
        ScenePanels.figures(this, competition, false),
        laboratory.lineUp().notes());
  }
}
