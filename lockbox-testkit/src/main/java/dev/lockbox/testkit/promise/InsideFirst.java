package dev.lockbox.testkit.promise;

import dev.lockbox.domain.EvaluationEvent;
import dev.lockbox.domain.EvaluationEvent.InternalApprovalDenied;
import dev.lockbox.domain.EvaluationEvent.InternalApprovalExpired;
import dev.lockbox.domain.EvaluationEvent.InternalApprovalGiven;
import dev.lockbox.domain.EvaluationEvent.InternalApprovalGranted;
import dev.lockbox.domain.EvaluationEvent.RequestEvaluated;
import dev.lockbox.domain.Recorded;
import dev.lockbox.domain.RequestEvent;
import dev.lockbox.domain.WithoutCustomer;
import dev.lockbox.domain.decision.Provenance;
import dev.lockbox.domain.evaluation.DataAccess;
import dev.lockbox.domain.evaluation.Purpose;
import dev.lockbox.domain.identity.Code;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.testkit.run.Logged;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Whether the provider's own people said yes to a request before anything came of it. */
final class InsideFirst {
  private final Breaking breaking;
  private final Map<RequestId, RequestEvaluated> evaluated = new HashMap<>();

  /** Who said yes, by the stage it counts for; and all of them. */
  private final Map<RequestId, Map<Integer, Set<PersonId>>> yeses = new HashMap<>();

  /** Is told of what breaks the promise. */
  @FunctionalInterface
  interface Breaking {
    void broken(Logged<Recorded> entry, RequestEvent event, String why);
  }

  InsideFirst(Breaking breaking) {
    this.breaking = breaking;
  }

  /**
   * @param approvers of the customer at this place
   */
  void read(Logged<Recorded> entry, EvaluationEvent event, Set<PersonId> approvers) {
    switch (event) {
      case RequestEvaluated first -> evaluated.put(first.request(), first);
      case InternalApprovalGiven given -> yes(entry, given, given.by(), given.stage(), approvers);
      case InternalApprovalGranted granted ->
          yes(entry, granted, granted.by(), granted.stage(), approvers);
      case InternalApprovalDenied denied -> yeses.remove(denied.request());
      case InternalApprovalExpired expired -> yeses.remove(expired.request());
    }
  }

  private void yes(
      Logged<Recorded> entry,
      EvaluationEvent event,
      Provenance by,
      int stage,
      Set<PersonId> approvers) {
    var who = by.actor();
    var first = evaluated.get(event.request());
    if (first == null || stage >= first.internalStages().size()) {
      breaking.broken(entry, event, "approved inside and never evaluated so");
      return;
    }
    if (hasYesOf(event.request(), who)) {
      breaking.broken(entry, event, "%s counted twice inside".formatted(who));
    }
    if (who.mayBe(first.asked().engineer())) {
      breaking.broken(entry, event, "%s approved their own request inside".formatted(who));
    }
    if (!first.internalStages().get(stage).approvers().contains(who)) {
      breaking.broken(entry, event, "%s was not named inside".formatted(who));
    }
    if (who.mayBeOneOf(approvers)) {
      breaking.broken(entry, event, "%s is an approver of the customer".formatted(who));
    }
    yeses
        .computeIfAbsent(event.request(), none -> new HashMap<>())
        .computeIfAbsent(stage, none -> new HashSet<>())
        .add(who);
  }

  boolean hasYesOf(RequestId request, PersonId who) {
    return yeses.getOrDefault(request, Map.of()).values().stream().anyMatch(who::mayBeOneOf);
  }

  /** The customer is asked, or access is granted: every stage must have been passed by now. */
  void passed(Logged<Recorded> entry, RequestEvent event) {
    var stages =
        Optional.ofNullable(evaluated.get(event.request()))
            .map(RequestEvaluated::internalStages)
            .orElse(List.of());
    var had = yeses.getOrDefault(event.request(), Map.of());
    for (var stage = 0; stage < stages.size(); stage++) {
      if (had.getOrDefault(stage, Set.of()).size() < stages.get(stage).quorum()) {
        breaking.broken(entry, event, "stage %d inside was not passed".formatted(stage));
      }
    }
  }

  /** By which rules find the request, as it said. */
  Set<Code> tags(RequestId request) {
    return Optional.ofNullable(evaluated.get(request))
        .map(first -> first.evaluation().details().tags())
        .orElse(Set.of());
  }

  /** Whether the request said of itself what this cause is about. */
  boolean said(RequestId request, WithoutCustomer cause) {
    var details =
        Optional.ofNullable(evaluated.get(request)).map(first -> first.evaluation().details());
    var near = details.flatMap(one -> one.dataAccess());
    var isOther = near.filter(one -> one != DataAccess.CUSTOMER_DATA).isPresent();
    return switch (cause) {
      case NOT_ENROLLED -> false;
      case NO_CUSTOMER_DATA -> isOther;
      case SERVICE_UPDATE ->
          isOther
              && details.flatMap(one -> one.purpose()).equals(Optional.of(Purpose.SERVICE_UPDATE));
    };
  }
}
