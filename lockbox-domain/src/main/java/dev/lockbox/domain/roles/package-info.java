/**
 * The provider's lockbox roles, and who is a member of them: asked for by the engineer, said yes to
 * by their manager, for a time; the same decide and evolve as a request. Imports domain, staff,
 * evaluation, decision, time and identity.
 */
@NullMarked
package dev.lockbox.domain.roles;

import org.jspecify.annotations.NullMarked;
