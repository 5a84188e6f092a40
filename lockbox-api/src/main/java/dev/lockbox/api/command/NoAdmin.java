package dev.lockbox.api.command;

import io.micronaut.configuration.kafka.admin.AdminClientFactory;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Replaces;

/**
 * Nothing in the place of the framework's admin client: it would connect at every start, to make
 * topics and to ask for health, and topics are never made from here.
 */
@Factory
@Replaces(AdminClientFactory.class)
final class NoAdmin {}
