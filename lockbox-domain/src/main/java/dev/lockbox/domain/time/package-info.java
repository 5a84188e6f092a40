/**
 * What time it is at a place of the log, and whether that can be trusted: worked out from the log
 * alone, so that a replay finds the same; and what times it can hold at all. Imports identity.
 */
@NullMarked
package dev.lockbox.domain.time;

import org.jspecify.annotations.NullMarked;
