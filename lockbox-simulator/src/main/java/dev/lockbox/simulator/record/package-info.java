/**
 * What lies on the topics, apart from the core's own events. Imports the domain's commands and
 * identities.
 */
@NullMarked
package dev.lockbox.simulator.record;

import org.jspecify.annotations.NullMarked;
