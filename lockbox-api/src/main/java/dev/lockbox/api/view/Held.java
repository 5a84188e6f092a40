package dev.lockbox.api.view;

import dev.lockbox.api.problem.Code;
import dev.lockbox.api.problem.ProblemException;
import dev.lockbox.domain.entitlement.Entitlements;
import dev.lockbox.domain.entitlement.Holding;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Engineers' grants, put together for an answer; a partial one would be a wrong one. */
final class Held {
  /** Grants that are looked at for one answer, and entitlements in it. */
  static final int ITEMS_MAX = 5000;

  private Held() {}

  /**
   * @param holdings of each engineer, as they are shown
   */
  static List<EntitlementJson> together(
      Map<String, List<Holding>> holdings,
      Optional<String> action,
      Optional<String> resource,
      Instant now) {
    var narrowed = new TreeMap<String, List<Holding>>();
    holdings.forEach(
        (engineer, all) ->
            narrowed.put(
                engineer,
                all.stream().flatMap(one -> one.within(action, resource).stream()).toList()));
    var pairs = narrowed.values().stream().flatMap(List::stream).mapToInt(Holding::pairs).sum();
    if (pairs > ITEMS_MAX) {
      throw tooMany("Name an engineer, an action or a resource.");
    }
    return narrowed.entrySet().stream()
        .flatMap(
            one ->
                Entitlements.at(now, one.getValue()).stream()
                    .map(held -> EntitlementJson.of(held, one.getKey())))
        .toList();
  }

  static ProblemException tooMany(String detail) {
    return new ProblemException(Code.TOO_MANY_GRANTS, detail);
  }
}
