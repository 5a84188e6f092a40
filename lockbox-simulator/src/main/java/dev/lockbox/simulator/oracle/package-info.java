/**
 * Judges a run by its committed log alone, and knows the rules from their description only: it
 * never asks the core. Imports log, record and the domain's events, commands and identities.
 */
@NullMarked
package dev.lockbox.simulator.oracle;

import org.jspecify.annotations.NullMarked;
