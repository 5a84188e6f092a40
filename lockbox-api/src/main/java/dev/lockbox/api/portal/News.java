package dev.lockbox.api.portal;

import dev.lockbox.api.security.Authority;
import dev.lockbox.api.security.Caller;
import dev.lockbox.api.view.Chronicle;
import jakarta.inject.Singleton;

/**
 * Where a page hears of what happens after it was made. To be asked before the page is, so that
 * nothing falls between. Throws {@link dev.lockbox.api.problem.ProblemException} for who may read
 * no requests.
 */
@Singleton
final class News {
  private final Authority authority;
  private final Chronicle chronicle;

  News(Authority authority, Chronicle chronicle) {
    this.authority = authority;
    this.chronicle = chronicle;
  }

  /** Of all requests; a path. */
  String ofAll(Caller caller, String tenant) {
    var readable = authority.toReadRequests(caller, tenant).tenant();
    return new Paths(readable.value()).news(chronicle.last(readable));
  }

  /** Of one request; a path. */
  String of(Caller caller, String tenant, String id) {
    return ofAll(caller, tenant) + "&request=" + Paths.encoded(id);
  }
}
