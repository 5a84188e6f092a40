/**
 * How often somebody may call. Saying no has a budget of its own, which nothing else can use up.
 * Imports hop, json, security, signin and problem. Start at {@link dev.lockbox.api.rate.Budget}.
 */
@NullMarked
package dev.lockbox.api.rate;

import org.jspecify.annotations.NullMarked;
