package evenlight.card.report;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a batch did.
 *
 * @param version of this program
 * @param method what fused
 * @param sets all sets that were found, in order
 * @param singles photographs that belong to no set
 * @param unreadable files that are no photographs although their names say so
 * @param seconds what it took
 */
public record BatchSummary(
    String version,
    String method,
    List<SetSummary> sets,
    List<Remark> singles,
    List<Remark> unreadable,
    double seconds) {
  /** Copies the lists. */
  public BatchSummary {
    sets = List.copyOf(sets);
    singles = List.copyOf(singles);
    unreadable = List.copyOf(unreadable);
  }

  /** What became of a set. */
  public enum Status {
    /** It was fused. */
    DONE,
    /** An earlier run had fused it. */
    KEPT,
    /** It could not be fused. */
    FAILED,
    /** It was not sure enough to be fused. */
    UNSURE;

    /** As it stands in JSON and pages. */
    @JsonValue
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * One set.
   *
   * @param name of the set
   * @param files of its photographs
   * @param evs relative to the first, in stops
   * @param confidence from 0 to 1
   * @param reasons what the confidence rests on
   * @param status what became of it
   * @param output the picture, if there is one
   * @param seconds what it took
   * @param error why there is none
   * @param notes what else the user should know
   */
  public record SetSummary(
      String name,
      List<String> files,
      List<Double> evs,
      double confidence,
      List<String> reasons,
      Status status,
      @Nullable String output,
      double seconds,
      @Nullable String error,
      List<String> notes) {
    /** Copies the lists. */
    public SetSummary {
      files = List.copyOf(files);
      evs = List.copyOf(evs);
      reasons = List.copyOf(reasons);
      notes = List.copyOf(notes);
    }
  }

  /**
   * A file and something about it.
   *
   * @param file where it lies
   * @param reason in one line
   */
  public record Remark(String file, String reason) {}

  /** How many sets have a status. */
  public long count(Status status) {
    return sets.stream().filter(set -> set.status() == status).count();
  }

  /** Whether nothing failed. */
  public boolean allWell() {
    return count(Status.FAILED) == 0 && unreadable.isEmpty();
  }

  /** What came out, in one line. */
  public String line() {
    StringBuilder line = new StringBuilder("%d of %d sets fused".formatted(fused(), sets.size()));
    append(line, count(Status.KEPT), "by an earlier run");
    append(line, count(Status.FAILED), "failed");
    append(line, count(Status.UNSURE), "too unsure");
    append(line, singles.size(), singles.size() == 1 ? "single photograph" : "single photographs");
    append(line, unreadable.size(), "unreadable");
    return line.toString();
  }

  private long fused() {
    return count(Status.DONE) + count(Status.KEPT);
  }

  private static void append(StringBuilder line, long count, String what) {
    if (count > 0) {
      line.append(", ").append(count).append(' ').append(what);
    }
  }
}
