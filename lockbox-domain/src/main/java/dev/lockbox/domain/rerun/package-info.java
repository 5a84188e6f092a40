/**
 * What would have come of past requests under other rules. Decides nothing: it asks the same
 * deciders. Imports the rest of the domain, and nothing else.
 */
@NullMarked
package dev.lockbox.domain.rerun;

import org.jspecify.annotations.NullMarked;
