/**
 * The topic table: names, partitions and retention. Imports identity and kafka-clients; nobody else
 * spells a topic.
 */
@NullMarked
package dev.lockbox.events.topic;

import org.jspecify.annotations.NullMarked;
