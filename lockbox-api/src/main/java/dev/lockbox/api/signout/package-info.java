/**
 * Who has signed out of the portal, told to every instance over a topic of its own. Each reads it
 * as a whole at its start, and takes no session before it has. Imports signin, events, service and
 * kafka-clients. Start at {@link dev.lockbox.api.signout.KafkaSignOuts}.
 */
@NullMarked
package dev.lockbox.api.signout;

import org.jspecify.annotations.NullMarked;
