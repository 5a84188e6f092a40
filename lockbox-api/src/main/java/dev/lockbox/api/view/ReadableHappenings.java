package dev.lockbox.api.view;

import dev.lockbox.api.problem.ProblemException;
import dev.lockbox.api.security.Authority;
import dev.lockbox.api.security.Caller;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * What happened at a customer, as a caller may read it: the one place that asks who may, whatever
 * shows it. Who reads some requests only is shown what happened to these, and nothing that is about
 * the customer itself.
 */
@Singleton
public final class ReadableHappenings {
  private final Authority authority;
  private final Happenings happenings;

  ReadableHappenings(Authority authority, Happenings happenings) {
    this.authority = authority;
    this.happenings = happenings;
  }

  /**
   * Newest first.
   *
   * @param limit at most so many
   * @throws ProblemException NO_SUCH_REQUEST where there is nothing for this caller, NO_ROLE where
   *     they read nothing, INVALID_REQUEST for a cursor of another list
   */
  public Page<StreamedJson> page(
      Caller caller, String tenant, WantedHappenings wanted, int limit, Optional<String> cursor) {
    return happenings.page(authority.toReadRequests(caller, tenant), wanted, limit, cursor);
  }
}
