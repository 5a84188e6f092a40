/** Everything that can happen in a small scope, against the real core. */
@NullMarked
package dev.lockbox.simulator.search;

import org.jspecify.annotations.NullMarked;
