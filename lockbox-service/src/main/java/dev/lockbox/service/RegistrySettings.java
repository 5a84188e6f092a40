package dev.lockbox.service;

import io.micronaut.context.annotation.ConfigurationProperties;
import java.net.URI;

/**
 * Where the schema registry is.
 *
 * @param url of its Confluent-compatible API
 */
@ConfigurationProperties("lockbox.registry")
public record RegistrySettings(URI url) {}
