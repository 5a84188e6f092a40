/**
 * What the provider says of its own people: lockbox roles, and who its engineers are. Imports
 * identity, evaluation and time.
 */
@NullMarked
package dev.lockbox.domain.staff;

import org.jspecify.annotations.NullMarked;
