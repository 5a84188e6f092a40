/**
 * What deciding has in common for every aggregate: the answer, its refusals, and the memory that
 * makes a repeated command harmless. Imports identity.
 */
@NullMarked
package dev.lockbox.domain.decision;

import org.jspecify.annotations.NullMarked;
