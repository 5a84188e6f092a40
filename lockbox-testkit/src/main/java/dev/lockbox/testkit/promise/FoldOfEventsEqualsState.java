package dev.lockbox.testkit.promise;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockbox.domain.AccessRequest;
import dev.lockbox.domain.GrantsEvent.GrantsFrozen;
import dev.lockbox.domain.GrantsEvent.GrantsReleased;
import dev.lockbox.domain.Recorded;
import dev.lockbox.domain.RequestEvent;
import dev.lockbox.domain.decision.ImpossibleHistory;
import dev.lockbox.domain.identity.QuarantineId;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.testkit.run.Logged;
import dev.lockbox.testkit.run.Run;
import dev.lockbox.testkit.run.Viewed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The state topic and the API's view say what the events add up to, and of no other request. */
final class FoldOfEventsEqualsState implements Promise {

  @Override
  public List<Broken> judge(Run run) {
    var broken = new ArrayList<Broken>();
    var folded = new HashMap<RequestId, AccessRequest>();
    new Told(run).byRequest().forEach((request, history) -> fold(history, folded, broken));
    var frozen = frozen(run);
    checkStates(run, folded, frozen, broken);
    run.views().forEach(view -> checkView(view, folded, frozen, broken));
    return broken;
  }

  /** The tenants whose grants are frozen in the end. */
  private static Set<TenantId> frozen(Run run) {
    var by = new HashMap<TenantId, Set<QuarantineId>>();
    for (var entry : run.events()) {
      switch (entry.message().event()) {
        case GrantsFrozen frozen ->
            by.computeIfAbsent(frozen.tenant(), none -> new HashSet<>()).add(frozen.quarantine());
        case GrantsReleased released ->
            by.getOrDefault(released.tenant(), new HashSet<>()).remove(released.quarantine());
        default -> {} // nothing else freezes or releases
      }
    }
    by.values().removeIf(Set::isEmpty);
    return by.keySet();
  }

  private void fold(
      List<Logged<Recorded>> history, Map<RequestId, AccessRequest> folded, List<Broken> broken) {
    for (var entry : history) {
      var event = (RequestEvent) entry.message().event();
      var before = folded.getOrDefault(event.request(), AccessRequest.UNOPENED);
      try {
        folded.put(event.request(), AccessRequest.evolve(before, event));
      } catch (ImpossibleHistory impossible) {
        broken.add(
            Broken.of(this, event.request(), entry, String.valueOf(impossible.getMessage())));
        return;
      }
    }
  }

  private void checkStates(
      Run run, Map<RequestId, AccessRequest> folded, Set<TenantId> frozen, List<Broken> broken) {
    var newest = States.newest(run);
    newest.forEach(
        (request, record) -> {
          var expected = folded.getOrDefault(request, AccessRequest.UNOPENED);
          var shown = record.message();
          if (shown.state() instanceof AccessRequest.Granted
              && shown.frozen() != frozen.contains(request.tenant())) {
            broken.add(
                Broken.of(
                    this, request, record, "frozen is shown as %s".formatted(shown.frozen())));
          }
          if (!record.message().state().equals(expected)) {
            broken.add(
                Broken.of(
                    this,
                    request,
                    record,
                    "events add up to %s, state is %s"
                        .formatted(expected, record.message().state())));
          }
        });
    folded.keySet().stream()
        .filter(request -> !newest.containsKey(request))
        .forEach(
            request ->
                broken.add(Broken.of(this, request, "lockbox.state", "there is no state of it")));
  }

  private void checkView(
      Viewed view,
      Map<RequestId, AccessRequest> folded,
      Set<TenantId> frozen,
      List<Broken> broken) {
    var isFrozen = frozen.contains(view.tenant());
    var shown = new HashMap<RequestId, JsonNode>();
    for (var item : view.items()) {
      var request = new RequestId(view.tenant(), item.path("id").asText());
      if (shown.put(request, item) != null) {
        broken.add(Broken.of(this, request, "the API", "it is listed twice"));
      }
    }
    folded.forEach(
        (request, state) -> {
          if (request.tenant().equals(view.tenant())) {
            checkShown(view, request, state, isFrozen, shown.remove(request), broken);
          }
        });
    shown
        .keySet()
        .forEach(request -> broken.add(Broken.of(this, request, "the API", "it never happened")));
  }

  private void checkShown(
      Viewed view,
      RequestId request,
      AccessRequest state,
      boolean frozen,
      @Nullable JsonNode item,
      List<Broken> broken) {
    if (item == null) {
      broken.add(Broken.of(this, request, "the API", "it is not listed"));
      return;
    }
    var expected = WireNames.of(state, frozen, view.readAt());
    if (!expected.contains(item.path("state").asText())
        || item.path("version").asLong() != state.version()) {
      broken.add(
          Broken.of(
              this,
              request,
              "the API",
              "%s at version %d was expected, was %s".formatted(expected, state.version(), item)));
    }
  }
}
