package dev.lockbox.api.access;

import dev.lockbox.service.Require;
import io.micronaut.context.annotation.ConfigurationProperties;
import java.net.URI;
import java.util.Optional;

/**
 * How gateways reach the access API.
 *
 * @param url as whom it names itself to them: scheme, host and port, with nothing behind; empty for
 *     whatever a gateway calls it by
 */
@ConfigurationProperties("lockbox.api.access")
record AccessSettings(Optional<String> url) {
  AccessSettings {
    url.map(URI::create)
        .ifPresent(
            given ->
                Require.that(
                    given.getHost() != null
                        && given.getRawPath().isEmpty()
                        && given.getRawQuery() == null
                        && given.getRawFragment() == null,
                    "lockbox.api.access.url must be a scheme, a host and maybe a port, was %s",
                    given));
  }
}
