package evenlight.evaluation;

import java.util.OptionalDouble;

/**
 * What one method reached on all scenes by one metric.
 *
 * @param mean over the scenes that have a value; empty if none has
 * @param n how many scenes have a value
 * @param without how many scenes were scored and have none, for instance an infinite PSNR
 * @param caveats how many scenes came with a caveat
 * @param p two-sided Wilcoxon signed-rank test against the first method on the scenes that both
 *     have; empty for the first method itself and where there are no differences to rank
 */
public record Summary(OptionalDouble mean, int n, int without, int caveats, OptionalDouble p) {}
