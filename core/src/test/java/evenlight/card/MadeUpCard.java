package evenlight.card;

import evenlight.image.Image8;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;

/** Shots of made-up cameras, the views that they show, and which of them are sets. */
final class MadeUpCard {
  private static final int SIDE = 64;

  private final List<Shot> shots = new ArrayList<>();
  private final Map<Path, Integer> views = new HashMap<>();
  private final Map<Path, Double> light = new HashMap<>();
  private final Set<Set<String>> sets = new LinkedHashSet<>();
  private LocalDateTime clock = LocalDateTime.of(2024, 5, 1, 9, 0);
  private String camera = "Maker One 4711";
  private String folder = "card/100MAKER";
  private int height = 400;
  private int orientation = 1;
  private int looks;

  /** Goes on with another camera. */
  MadeUpCard camera(String name) {
    camera = name;
    return this;
  }

  MadeUpCard folder(String name) {
    folder = name;
    return this;
  }

  MadeUpCard height(int rows) {
    height = rows;
    return this;
  }

  MadeUpCard orientation(int tag) {
    orientation = tag;
    return this;
  }

  /** Lets time pass. */
  MadeUpCard pause(double seconds) {
    clock = clock.plus(Duration.ofMillis(Math.round(seconds * 1000)));
    return this;
  }

  /** Takes a shot whose tags and picture agree; the clock moves on by the exposure. */
  Shot shoot(String name, int view, double ev) {
    return shoot(name, view, OptionalDouble.of(ev), ev, true);
  }

  /** Takes a shot of which EXIF says nothing. */
  Shot shootUntold(String name, int view, double ev) {
    return shoot(name, view, OptionalDouble.empty(), ev, false);
  }

  /** Takes a shot whose tags say one exposure while its picture is as bright as by another. */
  Shot shootLying(String name, int view, double told, double ev) {
    return shoot(name, view, OptionalDouble.of(told), ev, true);
  }

  private Shot shoot(String name, int view, OptionalDouble told, double ev, boolean exif) {
    double seconds = told.isPresent() ? Math.pow(2, told.getAsDouble()) / 60 : 0;
    Shot shot =
        new Shot(
            Path.of(folder, name),
            exif ? camera : "",
            exif ? Optional.of(clock) : Optional.empty(),
            exif ? OptionalDouble.of(seconds) : OptionalDouble.empty(),
            told,
            height,
            600,
            orientation);
    shots.add(shot);
    views.put(shot.file(), view);
    light.put(shot.file(), ev);
    pause(seconds);
    return shot;
  }

  /** Takes a bracket with a short break after each shot. */
  MadeUpCard bracket(String prefix, int number, int view, double... evs) {
    Set<String> names = new LinkedHashSet<>();
    for (int i = 0; i < evs.length; i++) {
      String name = "%s%04d.JPG".formatted(prefix, number + i);
      names.add(shoot(name, view, evs[i]).file().toString());
      pause(0.3);
    }
    sets.add(names);
    return this;
  }

  /** Notes that shots are a set. */
  MadeUpCard isSet(Shot... members) {
    Set<String> names = new LinkedHashSet<>();
    for (Shot shot : members) {
      names.add(shot.file().toString());
    }
    sets.add(names);
    return this;
  }

  List<Shot> shots() {
    return shots;
  }

  Set<Set<String>> sets() {
    return sets;
  }

  int looks() {
    return looks;
  }

  /** What was found, in files. */
  static Set<Set<String>> setsOf(FoundCard found) {
    Set<Set<String>> sets = new LinkedHashSet<>();
    for (FoundSet set : found.sets()) {
      Set<String> names = new LinkedHashSet<>();
      set.shots().forEach(shot -> names.add(shot.file().toString()));
      sets.add(names);
    }
    return sets;
  }

  FoundCard find(Grouping grouping) {
    return new SetFinder(grouping, this::look).find(shots);
  }

  FoundCard find() {
    return find(Grouping.by(Grouping.Rule.AUTO));
  }

  private Look look(Shot shot) {
    looks++;
    Random random = new Random(views.getOrDefault(shot.file(), 0));
    double gain = Math.pow(2, light.getOrDefault(shot.file(), 0.0));
    byte[] grey = new byte[SIDE * SIDE];
    for (int i = 0; i < grey.length; i++) {
      double linear = gain * 0.25 * random.nextDouble();
      grey[i] = (byte) Math.min(Math.round(255 * Math.pow(linear, 1 / 2.2)), 255);
    }
    return Look.of(Image8.of(SIDE, SIDE, new byte[][] {grey}));
  }
}
