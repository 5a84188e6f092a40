package dev.lockbox.local.gateway;

import dev.lockbox.local.client.ApiRefused;
import dev.lockbox.local.client.Said;
import dev.lockbox.verifier.lease.GrantId;
import dev.lockbox.verifier.lease.Leases;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Hears what ends access at a customer, and ends what is held at once. It opens nothing: while
 * nothing is heard, what is held lapses as it would.
 */
public final class Hearing {
  private final Leases leases;
  private final GrantId grant;
  private final Renewal.Api api;
  private final Consumer<String> told;
  private Optional<String> last = Optional.empty();

  /**
   * @param told hears, in a word or two, why what was held was ended
   */
  public Hearing(Leases leases, GrantId grant, Renewal.Api api, Consumer<String> told) {
    this.leases = leases;
    this.grant = grant;
    this.api = api;
    this.told = told;
  }

  /** Hears until the stream ends or breaks; to be called again then. It goes on where it was. */
  public void hear() throws InterruptedException {
    var customer = URLEncoder.encode(grant.tenant(), StandardCharsets.UTF_8);
    try {
      api.now().hear("/v1/tenants/%s/revocations/stream".formatted(customer), last, this::heard);
    } catch (UncheckedIOException | ApiRefused silent) {
      return; // what is held lapses, and the lease's own renewal tells why
    }
  }

  private void heard(Said said) {
    switch (said.name()) {
      case "revocation" -> {
        if (isOurs(said)) {
          end(said.data().path("type").asText());
        }
        last = said.id();
      }
      case "alive" -> last = Optional.of(said.data().path("sequence").asText());
      case "gap" -> end("something was missed");
      default -> end("something that is not understood");
    }
  }

  /** Of all that ends, a session of its own is none of ours. */
  private boolean isOurs(Said said) {
    var request = said.data().path("request");
    return !said.data().path("session").isTextual()
        && (!request.isTextual() || request.asText().equals(grant.request()));
  }

  private void end(String why) {
    leases.end(grant);
    told.accept(why);
  }
}
