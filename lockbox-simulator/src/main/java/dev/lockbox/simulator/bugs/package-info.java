/** Defects that can be switched on, each of which the simulator must find. */
@NullMarked
package dev.lockbox.simulator.bugs;

import org.jspecify.annotations.NullMarked;
