/**
 * The enforcement question, as OpenID's AuthZEN asks it: may this engineer do this, here, now?
 * Answered from the view, and only while that is proven to be up to date; each no is taken down.
 * Imports lease, view, command, security, problem, tag, json and domain. Start at {@link
 * dev.lockbox.api.access.DecisionPoint}.
 */
@NullMarked
package dev.lockbox.api.access;

import org.jspecify.annotations.NullMarked;
