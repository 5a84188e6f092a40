/**
 * A customer's own aggregate: who approves, administers and audits for it; the same decide and
 * evolve as a request. Imports domain, decision, rules and identity.
 */
@NullMarked
package dev.lockbox.domain.tenant;

import org.jspecify.annotations.NullMarked;
