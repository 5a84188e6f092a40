package dev.lockbox.simulator.oracle;

import dev.lockbox.domain.Asked;
import dev.lockbox.domain.Command;
import dev.lockbox.domain.DialogueCommand;
import dev.lockbox.domain.ExclusionCommand;
import dev.lockbox.domain.GrantsCommand;
import dev.lockbox.domain.GrantsCommand.FreezeGrants;
import dev.lockbox.domain.GrantsCommand.ReleaseGrants;
import dev.lockbox.domain.RequestCommand.Approve;
import dev.lockbox.domain.RequestCommand.EnforceDeadline;
import dev.lockbox.domain.RequestCommand.OpenRequest;
import dev.lockbox.domain.evaluation.Evaluation;
import dev.lockbox.domain.identity.ExclusionId;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.QuarantineId;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.rules.AccessLimits;
import dev.lockbox.domain.rules.ApproverMode;
import dev.lockbox.domain.rules.Deployment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which of a tenant's commands took effect, oldest first, and what that means. Every question is
 * answered by reading all of them again; only who governed at an opening, and so who must say yes,
 * and what the provider found are kept once they were asked.
 */
final class Story {
  private final Deployment deployment;
  private final List<Effect> effects = new ArrayList<>();
  private final List<QuarantineId> freezing = new ArrayList<>();
  private final Map<RequestId, Governance> openings = new HashMap<>();
  private final Map<RequestId, List<Panel>> panels = new HashMap<>();
  private final Map<RequestId, Evaluation.Outcome> outcomes = new HashMap<>();
  private @Nullable Governance now;

  Story(Deployment deployment) {
    this.deployment = deployment;
  }

  void add(Effect effect) {
    effects.add(effect);
    if (effect.command() instanceof FreezeGrants freeze) {
      freeze(freeze.quarantine());
    } else if (effect.command() instanceof ReleaseGrants release) {
      freezing.remove(release.quarantine());
    } else if (effect.command().about().isEmpty()) {
      now = null;
    }
  }

  /** A record froze the tenant's grants. */
  void freeze(QuarantineId record) {
    freezing.add(record);
  }

  boolean isFrozen() {
    return !freezing.isEmpty();
  }

  boolean isFrozenBy(QuarantineId record) {
    return freezing.contains(record);
  }

  /** How many events there were on this request, or (empty) on the tenant itself. */
  long version(Optional<RequestId> about) {
    var version = 0L;
    for (var effect : effects) {
      if (effect.command().about().equals(about) && !Tale.isBeside(effect.command())) {
        version += effect.events();
      }
    }
    return version;
  }

  /** Whatever took effect on it. */
  List<Effect> of(RequestId request) {
    var about = Optional.of(request);
    var of = new ArrayList<Effect>();
    for (var effect : effects) {
      if (effect.command().about().equals(about)) {
        of.add(effect);
      }
    }
    return of;
  }

  List<Effect> of(RequestId request, Class<? extends Command> kind) {
    var of = new ArrayList<Effect>();
    for (var effect : of(request)) {
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
    for (var effect : of(request)) {
      if (isEnd(effect, request)) {
        return Optional.of(effect);
      }
    }
    return Optional.empty();
  }

  /** What is turned down ends with its opening. */
  private boolean isEnd(Effect effect, RequestId request) {
    if (effect.isFault()) {
      return true;
    }
    return effect.command() instanceof OpenRequest
        ? outcome(request) == Evaluation.Outcome.REJECTED
        : !(effect.command() instanceof Approve
            || effect.command() instanceof DialogueCommand
            || isStart(effect, request));
  }

  boolean isFaulted(RequestId request) {
    for (var effect : of(request)) {
      if (effect.isFault()) {
        return true;
      }
    }
    return false;
  }

  boolean isOpen(RequestId request) {
    return opening(request).isPresent() && end(request).isEmpty();
  }

  boolean isGranted(RequestId request) {
    return grant(request).isPresent() && end(request).isEmpty();
  }

  /** When access is to begin, where that is later than it was agreed on. */
  private Optional<Instant> startsAt(RequestId request) {
    return grant(request).flatMap(grant -> Later.start(open(request), grant.at()));
  }

  /** Whether it is agreed on, and nobody has access yet. */
  boolean isScheduled(RequestId request) {
    return isGranted(request) && !hasBegun(request);
  }

  private boolean hasBegun(RequestId request) {
    return startsAt(request).isEmpty()
        || of(request, EnforceDeadline.class).stream().anyMatch(alarm -> isStart(alarm, request));
  }

  /** An alarm that took effect before the end of what was agreed on for later. */
  private boolean isStart(Effect effect, RequestId request) {
    return effect.command() instanceof EnforceDeadline
        && startsAt(request).isPresent()
        && effect.when().isBefore(accessUntil(request));
  }

  /** Whether it is time for access to begin; the time of the log itself decides. */
  boolean isTimeToBegin(RequestId request, When when) {
    return startsAt(request).filter(start -> !when.appended().isBefore(start)).isPresent();
  }

  /** Whether it waits for the customer's approvers. */
  boolean isAsked(RequestId request) {
    return isOpen(request) && !isGranted(request) && !isInside(request);
  }

  /** Whether it waits for the provider's own approvers. */
  boolean isInside(RequestId request) {
    return isOpen(request) && outcome(request) == Evaluation.Outcome.NEEDS_INTERNAL;
  }

  /** What the provider's side made of it; it has passed where nobody there looked. */
  private Evaluation.Outcome outcome(RequestId request) {
    return outcomes.computeIfAbsent(
        request,
        opened -> {
          var opening = opening(opened).orElseThrow();
          return vetting((OpenRequest) opening.command(), atOpening(opened), opening.when())
              .map(Vetting::outcome)
              .orElse(Evaluation.Outcome.PASSED);
        });
  }

  /** What the provider's side finds of such a request; empty where nobody there looks. */
  Optional<Vetting> vetting(OpenRequest open, Governance then, When when) {
    var accessFor = open.asked().accessFor().orElse(limits(then).accessFor());
    var wanted = deployment.evaluation();
    return Vetting.isMade(open, wanted)
        ? Optional.of(new Vetting(open, accessFor, wanted, when))
        : Optional.empty();
  }

  /** What began the access: the last yes that was needed, or the request itself. */
  Optional<Effect> grant(RequestId request) {
    var opening = opening(request);
    if (opening.isPresent() && outcome(request) != Evaluation.Outcome.PASSED) {
      return Optional.empty();
    }
    if (opening.isEmpty() || isWithoutCustomer(request)) {
      return opening;
    }
    var approvals = approvals(request);
    var needed = needed(request);
    return approvals.size() < needed ? Optional.empty() : Optional.of(approvals.get(needed - 1));
  }

  /** How many people must say yes. */
  int needed(RequestId request) {
    return panels(request).stream().mapToInt(Panel::quorum).sum();
  }

  List<Panel> panels(RequestId request) {
    return panels.computeIfAbsent(request, opened -> Panel.of(atOpening(opened), asked(opened)));
  }

  /** The first stage in which somebody's yes is missing. */
  int stage(RequestId request) {
    var had = approvals(request).size();
    var stage = 0;
    for (var panel : panels(request)) {
      had -= panel.quorum();
      if (had < 0) {
        return stage;
      }
      stage++;
    }
    return stage;
  }

  ApproverMode mode(RequestId request) {
    return atOpening(request).settings().approvers();
  }

  boolean isWithoutCustomer(RequestId request) {
    return isWithoutCustomer(atOpening(request), asked(request));
  }

  static boolean isWithoutCustomer(Governance governance, Asked asked) {
    return Panel.isOutside(governance.settings().enrolment(), asked.resources());
  }

  /** The same attempt, where it took effect before on what this command is about. */
  Optional<Effect> accepted(Command again) {
    for (var effect : effects) {
      if (!effect.isFault()
          && isOfOneKind(effect.command(), again)
          && effect.command().attempt().equals(again.attempt())) {
        return Optional.of(effect);
      }
    }
    return Optional.empty();
  }

  private static boolean isOfOneKind(Command one, Command other) {
    return subject(one).equals(subject(other));
  }

  /** Whose memory of attempts it is. */
  private static Object subject(Command command) {
    return switch (command) {
      case GrantsCommand grants -> "grants";
      case ExclusionCommand reported -> reported.exclusion();
      default -> command.about();
    };
  }

  /** Whatever took effect on what no approval covers. */
  List<Effect> of(ExclusionId exclusion) {
    var of = new ArrayList<Effect>();
    for (var effect : effects) {
      if (effect.command() instanceof ExclusionCommand one && one.exclusion().equals(exclusion)) {
        of.add(effect);
      }
    }
    return of;
  }

  Governance now() {
    var known = now;
    if (known == null) {
      known = Governance.after(effects);
      now = known;
    }
    return known;
  }

  private Governance atOpening(RequestId request) {
    return openings.computeIfAbsent(
        request,
        asked ->
            Governance.after(effects.subList(0, effects.indexOf(opening(asked).orElseThrow()))));
  }

  AccessLimits limits(Governance governance) {
    return governance.settings().limits().orElse(deployment.limits());
  }

  /** Who was named when the request was opened; nobody, where the customer is not asked yet. */
  Set<PersonId> named(RequestId request) {
    return outcome(request) != Evaluation.Outcome.PASSED
        ? Set.of()
        : named(atOpening(request), asked(request));
  }

  /** Whoever could say yes in any stage; all approvers, where nobody is asked. */
  static Set<PersonId> named(Governance then, Asked asked) {
    if (isWithoutCustomer(then, asked)) {
      return Panel.able(then, asked, Optional.empty());
    }
    var named = new TreeSet<PersonId>();
    Panel.of(then, asked).forEach(panel -> named.addAll(panel.named()));
    return named;
  }

  OpenRequest open(RequestId request) {
    return (OpenRequest) opening(request).orElseThrow().command();
  }

  Asked asked(RequestId request) {
    return open(request).asked();
  }

  PersonId engineer(RequestId request) {
    return asked(request).engineer();
  }

  /**
   * What a yes grants by now: what was asked for, less what approvers took away and engineers gave
   * up.
   */
  Agreed agreed(RequestId request) {
    var longest = limits(atOpening(request)).accessFor();
    var all = of(request);
    var agreed = Agreed.asAsked(asked(request), longest, all.getFirst().events());
    for (var effect : all.subList(1, all.size())) {
      agreed = agreed.after(effect);
    }
    return agreed;
  }

  Instant decideBy(RequestId request) {
    var window =
        outcome(request) == Evaluation.Outcome.NEEDS_INTERNAL
            ? deployment.evaluation().internalWindow()
            : limits(atOpening(request)).pendingWindow();
    return opening(request).orElseThrow().at().plus(window);
  }

  Instant accessUntil(RequestId request) {
    var from = startsAt(request).orElseGet(() -> grant(request).orElseThrow().at());
    return from.plus(agreed(request).terms().accessFor());
  }

  /** When access is really over: at the earlier of its time and its end; empty without a grant. */
  Optional<Instant> accessOver(RequestId request) {
    return grant(request)
        .filter(grant -> hasBegun(request))
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
