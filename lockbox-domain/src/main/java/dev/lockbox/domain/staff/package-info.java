/**
 * What the provider says of its own people: lockbox roles, and who its engineers are. Imports
 * identity and evaluation.
 */
@NullMarked
package dev.lockbox.domain.staff;

import org.jspecify.annotations.NullMarked;
