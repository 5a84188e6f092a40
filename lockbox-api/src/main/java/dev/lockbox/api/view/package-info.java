/**
 * What a reader sees, folded from the same events as everything else, and the GETs. Ready when
 * caught up. Imports domain, events, problem, security, Kafka Streams and Micronaut HTTP.
 */
@NullMarked
package dev.lockbox.api.view;

import org.jspecify.annotations.NullMarked;
