package evenlight.dataset;

import evenlight.text.NaturalOrder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The scenes that a layout finds: each is whole or a fault, and none stops the others. */
final class Findings {
  private final List<Scene> scenes = new ArrayList<>();
  private final List<Fault> faults = new ArrayList<>();

  /** Adds a scene, or the fault that keeps it from being one. */
  void add(String name, Source source) {
    try {
      scenes.add(source.scene());
    } catch (IOException | IllegalArgumentException e) {
      faults.add(new Fault(name, String.valueOf(e.getMessage())));
    }
  }

  /** The whole scenes in natural order of their names. */
  List<Scene> scenes() {
    return sorted(scenes, Comparator.comparing(Scene::name, NaturalOrder.INSTANCE));
  }

  /** The faults in natural order of their scenes' names. */
  List<Fault> faults() {
    return sorted(faults, Comparator.comparing(Fault::scene, NaturalOrder.INSTANCE));
  }

  private static <T> List<T> sorted(List<T> items, Comparator<T> order) {
    return items.stream().sorted(order).toList();
  }

  /** Makes a scene of files. */
  interface Source {
    /**
     * The scene.
     *
     * @throws IOException if files are missing or too many; the message says which and where
     * @throws IllegalArgumentException if they are there and do not make a scene
     */
    Scene scene() throws IOException;
  }
}
