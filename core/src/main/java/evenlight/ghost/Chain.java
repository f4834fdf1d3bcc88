package evenlight.ghost;

import evenlight.bracket.Bracket;
import evenlight.bracket.Exposure;
import evenlight.filter.Strips;
import evenlight.image.Image;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The exposures of one bracket, replaced one after another, see {@link Deghosting}. */
final class Chain {
  private final GhostLevel level;
  private final Strips strips;
  private final int height;
  private final int width;
  private final Fraction fraction;
  private final List<Exposure> exposures;
  private final float[] anywhere;
  private final SortedMap<Integer, Deghosted.Replaced> replaced = new TreeMap<>();

  Chain(Bracket bracket, GhostLevel level, Strips strips) {
    this.level = level;
    this.strips = strips;
    this.height = bracket.height();
    this.width = bracket.width();
    this.fraction = Fraction.of(height, width);
    this.exposures = new ArrayList<>(bracket.exposures());
    this.anywhere = new float[fraction.height() * fraction.width()];
  }

  /** Goes from the reference to one end. */
  void follow(int reference, int step) {
    int at = reference + step;
    if (!isInside(at)) {
      return;
    }
    Frame neighbour = frame(reference);
    Frame frame = frame(at);
    while (isInside(at)) {
      Optional<Frame> beyond =
          isInside(at + step) ? Optional.of(frame(at + step)) : Optional.empty();
      neighbour = replace(at, neighbour, frame, beyond);
      frame = beyond.orElse(frame);
      at += step;
    }
  }

  private boolean isInside(int index) {
    return index >= 0 && index < exposures.size();
  }

  private Frame frame(int index) {
    Image image = exposures.get(index).image();
    return new Frame(image, fraction.reduce(image, strips));
  }

  /** What the exposures became. */
  Deghosted result(Exposure reference) {
    return new Deghosted(
        Bracket.of(exposures),
        reference,
        List.copyOf(replaced.values()),
        new GhostMask(height, width, new SmoothPlane(fraction, anywhere)));
  }

  /** Replaces what moved in an exposure, and gives back what became of it. */
  private Frame replace(int index, Frame neighbour, Frame frame, Optional<Frame> beyond) {
    ExposureTransfer transfer = transfer(neighbour, frame);
    Foretold foretold = foretold(neighbour, frame, beyond, transfer);
    SmoothPlane mask =
        Motion.areas(
            fraction,
            new Disagreement(frame.reduced(), foretold.reduced(), transfer, strips),
            level,
            strips);
    double share = note(mask);
    if (share == 0) {
      return frame;
    }
    Exposure exposure = exposures.get(index);
    int depth = exposure.photo().bitDepth();
    Image image = Replacement.apply(frame.full(), depth, foretold.full(), mask, strips);
    exposures.set(index, exposure.withImage(image));
    replaced.put(index, new Deghosted.Replaced(exposure.name(), share));
    return frame(index);
  }

  /** The forecast from the neighbour, completed by the exposure beyond if there is one. */
  private Foretold foretold(
      Frame neighbour, Frame frame, Optional<Frame> beyond, ExposureTransfer transfer) {
    Foretold first = neighbour.foretell(transfer);
    if (beyond.isEmpty()) {
      return first;
    }
    Frame other = beyond.get();
    Foretold second = other.foretell(transfer(other, frame));
    SmoothPlane agreement =
        Agreement.of(
            fraction, neighbour.reduced(), other.reduced(), transfer(neighbour, other), strips);
    return new Foretold(
        new Completed(first.full(), second.full(), agreement),
        new Completed(first.reduced(), second.reduced(), agreement.reduced()));
  }

  private ExposureTransfer transfer(Frame from, Frame to) {
    return ExposureTransfer.between(from.reduced(), to.reduced(), strips);
  }

  /** Joins a mask to those before; the share of the picture that it covers. */
  private double note(SmoothPlane mask) {
    double sum = 0;
    float[] samples = mask.samples();
    for (int i = 0; i < samples.length; i++) {
      sum += samples[i];
      anywhere[i] = Math.max(anywhere[i], samples[i]);
    }
    return sum / samples.length;
  }

  /** An exposure at both sizes. */
  private record Frame(Image full, Image reduced) {
    Foretold foretell(ExposureTransfer transfer) {
      return new Foretold(new Transferred(full, transfer), new Transferred(reduced, transfer));
    }
  }

  /** A forecast at both sizes. */
  private record Foretold(Forecast full, Forecast reduced) {}
}
