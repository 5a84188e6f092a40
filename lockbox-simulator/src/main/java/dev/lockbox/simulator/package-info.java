/**
 * The simulator: random histories of commands, crashes, duplicates, clock jumps, zombies and
 * rebalances, each made from one seed. Start at {@link dev.lockbox.simulator.Simulation}.
 */
@NullMarked
package dev.lockbox.simulator;

import org.jspecify.annotations.NullMarked;
