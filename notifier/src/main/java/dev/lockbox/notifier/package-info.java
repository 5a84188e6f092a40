/**
 * Tells people: who is told of an event, and each of them once. Imports channel, domain, events,
 * kafka-clients and the frame. Start at {@link dev.lockbox.notifier.WhoToTell}.
 */
@NullMarked
package dev.lockbox.notifier;

import org.jspecify.annotations.NullMarked;
