package evenlight.cli;

import evenlight.bracket.BracketSize;
import evenlight.fusion.FusionMethod;
import evenlight.fusion.Workspace;
import java.util.List;

/**
 * What a bracket takes of memory on its way from files to a picture, in bytes, as far as that can
 * be known before any file is decoded: rather more than less.
 *
 * @param size of the bracket
 * @param workspace of the method
 * @param prepared whether steps between reading and fusing may change the exposures, which are then
 *     there twice for a time
 */
record MemoryNeed(BracketSize size, Workspace workspace, boolean prepared) {
  /** Java's own, with compiled code, outside of the heap. */
  private static final long JAVA = 130_000_000;

  /**
   * The youngest generation, which the launcher sets to 64 MiB, and what else lives in the heap.
   */
  private static final long HEAP = 95_000_000;

  /** What fusing needs after some steps. */
  static MemoryNeed of(BracketSize size, FusionMethod method, List<BracketStep> steps) {
    Workspace most = method.workspace(size);
    for (BracketStep step : steps) {
      Workspace own = step.workspace(size);
      most =
          new Workspace(
              Math.max(most.heap(), size.bytes() + own.heap()),
              Math.max(most.outside(), own.outside()),
              Math.max(most.libraries(), own.libraries()));
    }
    return new MemoryNeed(size, most, !steps.isEmpty());
  }

  /**
   * The most that is in the heap at a time.
   *
   * @param decodes how many files are decoded at a time
   */
  long heap(int decodes) {
    long reading = size.bytes() + Math.min(decodes, size.exposures()) * size.pictureBytes();
    long steps = prepared ? 2 * size.bytes() + BracketStep.LUMINANCE_BYTES * size.pixels() : 0;
    long fusing = size.bytes() + workspace.heap();
    return HEAP + Math.max(reading, Math.max(steps, fusing));
  }

  /** What a process needs outside of the heap, however many brackets it fuses at a time. */
  long shared() {
    return JAVA + workspace.libraries();
  }

  /** What a process needs outside of the heap that fuses this bracket alone. */
  long outside() {
    return shared() + workspace.outside();
  }

  /** What a process needs that fuses this bracket alone. */
  long total(int decodes) {
    return heap(decodes) + outside();
  }
}
