package dev.lockbox.service;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.convert.format.MapFormat;
import io.micronaut.core.naming.conventions.StringConvention;
import java.net.URI;
import java.util.Map;

/**
 * Where the schema registry is, and how to reach it.
 *
 * @param url of its Confluent-compatible API
 * @param properties whatever else Confluent's client shall be told, by its own names: credentials
 *     and TLS
 */
@ConfigurationProperties("lockbox.registry")
public record RegistrySettings(
    URI url,
    @MapFormat(transformation = MapFormat.MapTransformation.FLAT, keyFormat = StringConvention.RAW)
        Map<String, String> properties) {
  public RegistrySettings {
    properties = Map.copyOf(properties);
  }

  /** Without the properties, which hold secrets. */
  @Override
  public String toString() {
    return "RegistrySettings[%s, %s properties]".formatted(url, properties.size());
  }
}
