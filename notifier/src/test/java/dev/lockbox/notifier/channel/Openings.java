package dev.lockbox.notifier.channel;

import dev.lockbox.domain.AccessRequest;
import dev.lockbox.domain.Opening;
import dev.lockbox.domain.RequestEvent.RequestOpened;

/** What is settled by an opening that a test made by hand. */
final class Openings {
  private Openings() {}

  static Opening of(RequestOpened event) {
    return AccessRequest.evolve(AccessRequest.UNOPENED, event).opened().orElseThrow();
  }
}
