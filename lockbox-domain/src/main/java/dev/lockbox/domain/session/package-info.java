/**
 * An engineer's sessions at one customer: who may come in, when a session ends, and what was done
 * beside what was approved; the same decide and evolve as a request. Imports domain, decision,
 * gateway, identity, rules and time.
 */
@NullMarked
package dev.lockbox.domain.session;

import org.jspecify.annotations.NullMarked;
