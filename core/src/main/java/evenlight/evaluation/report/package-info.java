/**
 * A score table as files: CSV, JSON, Markdown, LaTeX and a page with the pictures.
 *
 * <p>Uses {@code evenlight.evaluation} and what that may use. Every file is a function of its table
 * and pictures: no dates, no chance, numbers as in the root locale.
 */
@NullMarked
package evenlight.evaluation.report;

import org.jspecify.annotations.NullMarked;
