package dev.lockbox.api.portal;

import dev.lockbox.api.security.Authority;
import dev.lockbox.api.security.Caller;
import dev.lockbox.api.view.Chronicle;
import dev.lockbox.api.view.InternalRequests;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Where a page hears of what happens after it was made. To be asked before the page is, so that
 * nothing falls between. Throws {@link dev.lockbox.api.problem.ProblemException} for who may read
 * no requests.
 */
@Singleton
final class News {
  private final Authority authority;
  private final InternalRequests inside;
  private final Chronicle chronicle;

  News(Authority authority, InternalRequests inside, Chronicle chronicle) {
    this.authority = authority;
    this.inside = inside;
    this.chronicle = chronicle;
  }

  /** Of all requests; a path. */
  String ofAll(Caller caller, String tenant) {
    var readable = authority.toReadRequests(caller, tenant).tenant();
    return new Paths(readable.value()).news(chronicle.last(readable));
  }

  /** Of all that happens; a path. */
  String ofEverything(Caller caller, String tenant) {
    return ofAll(caller, tenant) + "&about=everything";
  }

  /** Of sessions; a path. */
  String ofSessions(Caller caller, String tenant) {
    return ofAll(caller, tenant) + "&about=sessions";
  }

  /** Of access that no approval covers; a path. */
  String ofExclusions(Caller caller, String tenant) {
    return ofAll(caller, tenant) + "&about=exclusions";
  }

  /** Of the customer's rules and keys; a path, empty for who may read them and not follow. */
  Optional<String> ofRules(Caller caller, String tenant) {
    return authority.readsEverything(caller)
        ? Optional.of(ofAll(caller, tenant) + "&about=rules")
        : Optional.empty();
  }

  /** Of one request; a path. */
  String of(Caller caller, String tenant, String id) {
    return ofAll(caller, tenant) + "&request=" + Paths.encoded(id);
  }

  /** Of all of a customer's requests that the provider's own people may read; a path. */
  String ofAllInside(Caller caller, String tenant) {
    var customer = inside.customer(caller, tenant);
    return Paths.newsInside(customer.value(), chronicle.last(customer));
  }

  /** Of one of them; a path. */
  String ofInside(Caller caller, String tenant, String id) {
    return ofAllInside(caller, tenant) + "&request=" + Paths.encoded(id);
  }
}
