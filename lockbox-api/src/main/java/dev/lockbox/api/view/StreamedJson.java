package dev.lockbox.api.view;

import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What happened at a customer.
 *
 * @param request it is about; null for what is about the customer itself
 * @param event as in a request's timeline; of what is about the customer itself no more than what
 *     it was, when, and by whom
 */
@Introspected
@Schema(name = "StreamedEvent")
public record StreamedJson(@Nullable String request, EventJson event) {}
