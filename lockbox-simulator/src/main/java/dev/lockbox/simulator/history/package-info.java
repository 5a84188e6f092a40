/**
 * One history: made from a seed, run step by step, judged after every commit, and shrunk when it
 * fails.
 */
@NullMarked
package dev.lockbox.simulator.history;

import org.jspecify.annotations.NullMarked;
