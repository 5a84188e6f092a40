/**
 * Accesses that no approval covers: who reports them, who must know, and by when; the same decide
 * and evolve as a request. Imports domain, decision, identity and time.
 */
@NullMarked
package dev.lockbox.domain.exclusion;

import org.jspecify.annotations.NullMarked;
