/**
 * Tells people: who is told of an event, and each of them once. Imports channel, domain, events,
 * service, kafka-clients, Micronaut and Micrometer. Start at {@link
 * dev.lockbox.notifier.WhoToTell}, and at {@link dev.lockbox.notifier.PostRoom} for how it runs.
 */
@Configuration
@Requires(property = ServiceContext.NAME, value = NotifierService.NAME)
@NullMarked
package dev.lockbox.notifier;

import dev.lockbox.service.ServiceContext;
import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
import org.jspecify.annotations.NullMarked;
