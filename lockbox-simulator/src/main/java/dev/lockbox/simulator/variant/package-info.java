/**
 * The rules and the shell as they are, or with one defect that was switched on. Imports the domain.
 */
@NullMarked
package dev.lockbox.simulator.variant;

import org.jspecify.annotations.NullMarked;
