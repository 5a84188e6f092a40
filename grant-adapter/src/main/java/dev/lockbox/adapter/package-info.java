/**
 * Gives and takes access at a target as grants begin and end, and finds what nobody granted.
 * Imports target, domain, events, service, kafka-clients, Micronaut and Micrometer. Start at {@link
 * dev.lockbox.adapter.Reconciliation} for what is done and why, and at {@link
 * dev.lockbox.adapter.Plant} for how it runs.
 */
@Configuration
@Requires(property = ServiceContext.NAME, value = GrantAdapterService.NAME)
@NullMarked
package dev.lockbox.adapter;

import dev.lockbox.service.ServiceContext;
import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
import org.jspecify.annotations.NullMarked;
