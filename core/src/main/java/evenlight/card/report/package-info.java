/**
 * What became of the sets of a card, as values and as a contact sheet.
 *
 * <p>Uses {@code evenlight.card} and what that may use.
 */
@NullMarked
package evenlight.card.report;

import org.jspecify.annotations.NullMarked;
