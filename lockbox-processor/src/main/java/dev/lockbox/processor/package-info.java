/**
 * The shell around the rules: commands in; what happened, and the state it left, out. Imports
 * domain, events, service, kafka-streams, Micronaut and Micrometer. Start at {@link
 * dev.lockbox.processor.LockboxTopology}.
 */
@Configuration
@Requires(property = ServiceContext.NAME, value = ProcessorService.NAME)
@NullMarked
package dev.lockbox.processor;

import dev.lockbox.service.ServiceContext;
import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
import org.jspecify.annotations.NullMarked;
