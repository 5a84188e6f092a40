/**
 * The POSTs: a command to the log, then the processor's verdict, with a limit to the wait. Imports
 * view, problem, security, tag, json, domain, events and kafka-clients. Start at {@link
 * dev.lockbox.api.command.Decisions}.
 */
@NullMarked
package dev.lockbox.api.command;

import org.jspecify.annotations.NullMarked;
