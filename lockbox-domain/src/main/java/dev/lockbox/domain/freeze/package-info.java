/**
 * What freezes a tenant's grants, and who may release them; the same decide and evolve as a
 * request. Imports domain, decision and identity.
 */
@NullMarked
package dev.lockbox.domain.freeze;

import org.jspecify.annotations.NullMarked;
