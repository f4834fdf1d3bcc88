/**
 * The experiments of the LCNDR paper (Li et al. 2022, section IV) on anybody's data, each number
 * beside the one that the paper printed.
 */
@NullMarked
package evenlight.experiment;

import org.jspecify.annotations.NullMarked;
