/**
 * What lies in quarantine, whom it freezes, and how an operator releases them. Imports domain,
 * events, kafka-clients and the log.
 */
@NullMarked
package dev.lockbox.local.quarantine;

import org.jspecify.annotations.NullMarked;
