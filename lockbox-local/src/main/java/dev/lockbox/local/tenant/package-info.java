/**
 * A tenant as a file says it should be and as the log says it is, and the command that closes the
 * gap. Imports domain, events and kafka-clients.
 */
@NullMarked
package dev.lockbox.local.tenant;

import org.jspecify.annotations.NullMarked;
