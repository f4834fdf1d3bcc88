package evenlight.experiment;

import evenlight.figure.Figure;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Fig. 4 and 5: sources and what every method makes of them, with two details enlarged, where the
 * methods' pictures differ most.
 */
final class ComparisonFigure implements Experiment {
  private static final int SCENES = 2;
  private static final int COLUMNS = 5;

  private final String id;
  private final String title;
  private final Material material;

  ComparisonFigure(String id, String title, Material material) {
    this.id = id;
    this.title = title;
    this.material = material;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public String title() {
    return title;
  }

  @Override
  public Section run(Laboratory laboratory) throws IOException, InterruptedException {
    Competition competition = laboratory.competition(material, id);
    List<Figure> figures = new ArrayList<>();
    for (String scene : competition.someScenes(SCENES)) {
      figures.add(
          new Figure(
              id + "-" + scene,
              "%s: %s".formatted(title, scene),
              COLUMNS,
              ScenePanels.of(competition, scene, picture -> Optional.empty())));
    }
    return new Section(id, title, List.of(), figures, laboratory.lineUp().notes());
  }
}
