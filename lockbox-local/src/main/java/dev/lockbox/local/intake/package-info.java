/**
 * What an upstream JIT service does, done from the command line: a request read from a file and
 * published. Imports domain, events and kafka-clients.
 */
@NullMarked
package dev.lockbox.local.intake;

import org.jspecify.annotations.NullMarked;
