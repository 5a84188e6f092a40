package dev.lockbox.notifier;

import io.micronaut.configuration.kafka.admin.AdminClientFactory;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Replaces;

/** Nothing in the place of the framework's admin client, which would connect at every start. */
@Factory
@Replaces(AdminClientFactory.class)
final class NoAdmin {}
