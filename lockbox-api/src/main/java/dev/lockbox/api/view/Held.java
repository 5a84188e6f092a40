package dev.lockbox.api.view;

import dev.lockbox.api.problem.Code;
import dev.lockbox.api.problem.ProblemException;
import dev.lockbox.domain.entitlement.Entitlements;
import dev.lockbox.domain.entitlement.Holding;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The grants of one engineer, put together for an answer; a partial one would be a wrong one. */
final class Held {
  /** Grants of a customer that are looked at for one answer, and entitlements in it. */
  static final int ITEMS_MAX = 5000;

  private Held() {}

  /**
   * @param engineer as they are shown
   */
  static List<EntitlementJson> together(
      List<Holding> holdings,
      String engineer,
      Optional<String> action,
      Optional<String> resource,
      Instant now) {
    var narrowed = holdings.stream().flatMap(one -> one.within(action, resource).stream()).toList();
    if (narrowed.stream().mapToInt(Holding::pairs).sum() > ITEMS_MAX) {
      throw tooMany("Name an action or a resource.");
    }
    return Entitlements.at(now, narrowed).stream()
        .map(one -> EntitlementJson.of(one, engineer))
        .toList();
  }

  static ProblemException tooMany(String detail) {
    return new ProblemException(Code.TOO_MANY_GRANTS, detail);
  }
}
