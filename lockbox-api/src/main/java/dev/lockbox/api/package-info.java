/**
 * The door: decisions over HTTP, and the view of what happened. Imports domain, events, service,
 * kafka-clients, kafka-streams and Micronaut HTTP. Start at {@link dev.lockbox.api.ApiService}.
 */
@Configuration
@Requires(property = ServiceContext.NAME, value = ApiService.NAME)
@NullMarked
package dev.lockbox.api;

import dev.lockbox.service.ServiceContext;
import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
import org.jspecify.annotations.NullMarked;
