package dev.lockbox.simulator.oracle;

import dev.lockbox.domain.Asked;
import dev.lockbox.domain.Command;
import dev.lockbox.domain.RequestCommand.Approve;
import dev.lockbox.domain.RequestCommand.OpenRequest;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.rules.AccessLimits;
import dev.lockbox.domain.rules.ApproverMode;
import dev.lockbox.domain.rules.Enrolment;
import dev.lockbox.domain.rules.StageRule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which of a tenant's commands took effect, oldest first, and what that means. Every question is
 * answered by reading all of them again. Settings with groups or routes are not understood.
 */
final class Story {
  private final AccessLimits deployment;
  private final List<Effect> effects = new ArrayList<>();

  Story(AccessLimits deployment) {
    this.deployment = deployment;
  }

  void add(Effect effect) {
    effects.add(effect);
  }

  /** How many events there were on this request, or (empty) on the tenant itself. */
  long version(Optional<RequestId> about) {
    return of(about).stream().mapToLong(Effect::events).sum();
  }

  private List<Effect> of(Optional<RequestId> about) {
    var of = new ArrayList<Effect>();
    for (var effect : effects) {
      if (effect.command().about().equals(about)) {
        of.add(effect);
      }
    }
    return of;
  }

  private List<Effect> of(RequestId request, Class<? extends Command> kind) {
    var of = new ArrayList<Effect>();
    for (var effect : of(Optional.of(request))) {
      if (kind.isInstance(effect.command()) && !effect.isFault()) {
        of.add(effect);
      }
    }
    return of;
  }

  Optional<Effect> opening(RequestId request) {
    return of(request, OpenRequest.class).stream().findFirst();
  }

  /** Everybody who said yes, in turn. */
  List<Effect> approvals(RequestId request) {
    return of(request, Approve.class);
  }

  Optional<Effect> end(RequestId request) {
    return of(Optional.of(request)).stream().filter(Story::isEnd).findFirst();
  }

  private static boolean isEnd(Effect effect) {
    return effect.isFault()
        || !(effect.command() instanceof OpenRequest || effect.command() instanceof Approve);
  }

  boolean isFaulted(RequestId request) {
    return of(Optional.of(request)).stream().anyMatch(Effect::isFault);
  }

  boolean isOpen(RequestId request) {
    return opening(request).isPresent() && end(request).isEmpty();
  }

  boolean isGranted(RequestId request) {
    return grant(request).isPresent() && end(request).isEmpty();
  }

  /** What began the access: the last yes that was needed, or the request itself. */
  Optional<Effect> grant(RequestId request) {
    var opening = opening(request);
    if (opening.isEmpty() || isWithoutCustomer(request)) {
      return opening;
    }
    var approvals = approvals(request);
    var needed = needed(request);
    return approvals.size() < needed ? Optional.empty() : Optional.of(approvals.get(needed - 1));
  }

  /** How many people must say yes. */
  int needed(RequestId request) {
    return stages(request).stream().mapToInt(StageRule::quorum).sum();
  }

  List<StageRule> stages(RequestId request) {
    return atOpening(request).settings().stages();
  }

  ApproverMode mode(RequestId request) {
    return atOpening(request).settings().approvers();
  }

  boolean isWithoutCustomer(RequestId request) {
    return isWithoutCustomer(atOpening(request));
  }

  static boolean isWithoutCustomer(Governance governance) {
    return governance.settings().enrolment().scope() == Enrolment.Scope.NOTHING;
  }

  /** An attempt that took effect before, on the same request or on the same tenant. */
  Optional<Effect> accepted(Optional<RequestId> about, Attempt attempt) {
    return of(about).stream()
        .filter(effect -> !effect.isFault())
        .filter(effect -> effect.command().attempt().equals(Optional.of(attempt)))
        .findFirst();
  }

  Governance now() {
    return Governance.after(effects);
  }

  private Governance atOpening(RequestId request) {
    var opening = opening(request).orElseThrow();
    return Governance.after(effects.subList(0, effects.indexOf(opening)));
  }

  AccessLimits limits(Governance governance) {
    return governance.settings().limits().orElse(deployment);
  }

  /** Who was named when the request was opened. */
  Set<PersonId> named(RequestId request) {
    return others(atOpening(request), engineer(request));
  }

  /** All approvers but the engineer. */
  static Set<PersonId> others(Governance governance, PersonId engineer) {
    var named = new TreeSet<>(governance.approvers());
    named.remove(engineer);
    return named;
  }

  private Asked asked(RequestId request) {
    return ((OpenRequest) opening(request).orElseThrow().command()).asked();
  }

  PersonId engineer(RequestId request) {
    return asked(request).engineer();
  }

  /** What a yes grants by now: what was asked for, less what approvers took away. */
  Agreed agreed(RequestId request) {
    var longest = limits(atOpening(request)).accessFor();
    var agreed = Agreed.asAsked(asked(request), longest, opening(request).orElseThrow().events());
    for (var yes : approvals(request)) {
      agreed = agreed.after((Approve) yes.command(), yes.events());
    }
    return agreed;
  }

  Instant decideBy(RequestId request) {
    return opening(request).orElseThrow().at().plus(limits(atOpening(request)).pendingWindow());
  }

  Instant accessUntil(RequestId request) {
    return grant(request).orElseThrow().at().plus(agreed(request).accessFor());
  }

  /** When access is really over: at the earlier of its time and its end; empty without a grant. */
  Optional<Instant> accessOver(RequestId request) {
    return grant(request)
        .map(
            grant ->
                end(request)
                    .map(Effect::at)
                    .filter(end -> end.isBefore(accessUntil(request)))
                    .orElseGet(() -> accessUntil(request)));
  }

  List<RequestId> requests() {
    return effects.stream()
        .flatMap(effect -> effect.command().about().stream())
        .distinct()
        .toList();
  }
}
