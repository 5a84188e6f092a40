/**
 * The commands. Results go to standard output, all else to standard error; exit 0 done, 1 refused
 * or failed, 2 wrong usage, 3 nothing running. Imports everything else of local.
 */
@NullMarked
package dev.lockbox.local.cli;

import org.jspecify.annotations.NullMarked;
