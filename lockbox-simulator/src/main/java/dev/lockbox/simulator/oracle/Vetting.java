package dev.lockbox.simulator.oracle;

import dev.lockbox.domain.EvaluationEvent.RequestEvaluated;
import dev.lockbox.domain.Event;
import dev.lockbox.domain.RequestCommand.OpenRequest;
import dev.lockbox.domain.Unadmitted;
import dev.lockbox.domain.evaluation.Before;
import dev.lockbox.domain.evaluation.Check;
import dev.lockbox.domain.evaluation.CheckName;
import dev.lockbox.domain.evaluation.Details;
import dev.lockbox.domain.evaluation.Evaluation;
import dev.lockbox.domain.evaluation.EvaluationRules;
import dev.lockbox.domain.evaluation.Facts;
import dev.lockbox.domain.evaluation.HeldRole;
import dev.lockbox.domain.evaluation.Identity;
import dev.lockbox.domain.evaluation.InternalRoute;
import dev.lockbox.domain.evaluation.InternalStage;
import dev.lockbox.domain.identity.GroupId;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.PersonalText;
import dev.lockbox.domain.identity.ResourceName;
import dev.lockbox.domain.rules.Settings;
import dev.lockbox.domain.rules.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the provider's side finds of a request before its customer is asked: check by check, from
 * the table in docs/configuration.md.
 */
final class Vetting {
  private final OpenRequest open;
  private final Details said;
  private final Facts known;
  private final Duration accessFor;
  private final EvaluationRules wanted;
  private final Railings railings;
  private final When when;

  /**
   * @param accessFor what a yes would grant
   */
  Vetting(OpenRequest open, Duration accessFor, EvaluationRules wanted, Settings now, When when) {
    this.open = open;
    this.said = open.details();
    this.known = open.facts();
    this.accessFor = accessFor;
    this.wanted = wanted;
    this.railings = new Railings(now, open);
    this.when = when;
  }

  /** Where nothing is said, known or wanted beyond what is asked for, nobody looks. */
  static boolean isMade(OpenRequest open, EvaluationRules wanted, Settings now) {
    return !open.details().equals(Details.NONE)
        || !open.facts().equals(Facts.NONE)
        || !wanted.equals(EvaluationRules.NONE)
        || !now.policy().guardRails().given().isEmpty();
  }

  Evaluation.Outcome outcome() {
    for (var name : CheckName.values()) {
      if (isRequired(name) && found(name) != Check.Outcome.SATISFIED) {
        return Evaluation.Outcome.REJECTED;
      }
    }
    return inside().isEmpty() ? Evaluation.Outcome.PASSED : Evaluation.Outcome.NEEDS_INTERNAL;
  }

  /**
   * That enough people can say yes where some must is wanted by itself, and that what is named as
   * the previous request is that.
   */
  private boolean isRequired(CheckName name) {
    return name == CheckName.INTERNAL_APPROVERS
        || name == CheckName.PREVIOUS
        || name == CheckName.ADMISSION
        || wanted.required().contains(name);
  }

  private Check.Outcome found(CheckName name) {
    return isSatisfied(name)
        .map(yes -> yes ? Check.Outcome.SATISFIED : Check.Outcome.UNSATISFIED)
        .orElse(Check.Outcome.NOT_KNOWN);
  }

  /** Empty where what it takes was not said, or is not known. */
  private Optional<Boolean> isSatisfied(CheckName name) {
    var criteria = wanted.criteria();
    return switch (name) {
      case ELIGIBILITY -> known.eligibleUntil().map(when::isBefore);
      case ROLE -> some(known.roles()).map(roles -> role().isPresent());
      case ROLE_PREREQUISITE -> role().map(this::isComplete);
      case PERMISSION_LEVEL -> role().filter(one -> said.level().isPresent()).map(this::isHigh);
      case MAX_DURATION -> role().map(this::isLong);
      case RESOURCE_SCOPE -> role().map(one -> isWithin(one.scopes()));
      case WORK_SCOPE -> some(known.workScopes()).map(this::isWithin);
      case JUSTIFICATION ->
          Optional.of(chars(open.asked().justification()) >= criteria.justificationCharsMin());
      case REASON_CODE -> said.reasonCode().map(code -> isListed(criteria.reasonCodes(), code));
      case IDENTITY -> said.requester().identity().map(this::isSafe);
      case TICKET ->
          said.reasonCode().filter(criteria.reasonsWithoutTicket()::contains).isPresent()
              ? Optional.of(true)
              : said.ticket()
                  .filter(ticket -> open.asked().ticket().isPresent())
                  .map(ticket -> criteria.openStatuses().contains(ticket.status()));
      case TICKET_TENANT -> said.ticket().map(ticket -> ticket.tenant().equals(open.tenant()));
      case LOCATION ->
          said.requester().country().map(country -> isListed(criteria.countries(), country));
      case PURPOSE ->
          Optional.of(true)
              .filter(yes -> said.purpose().isPresent() && said.dataAccess().isPresent());
      case ALTERNATIVES ->
          said.alternativesTried().map(words -> chars(words) >= criteria.alternativesCharsMin());
      case INTERNAL_APPROVERS ->
          Optional.of(true).filter(yes -> inside().stream().allMatch(Panel::canBePassed));
      case PREVIOUS ->
          said.previous().isEmpty() ? Optional.of(true) : known.previous().map(this::isFollowed);
      case ADMISSION -> Optional.of(true); // of what is refused, see below
      case GUARD_RAIL -> Optional.of(railings.areAllEnrolled());
    };
  }

  private boolean isFollowed(Before before) {
    var asked = open.asked();
    var isTheirs = before.engineer().equals(asked.engineer());
    return switch (said.previous().orElseThrow().kind()) {
      case AGAIN -> isTheirs;
      case HAND_OVER -> !isTheirs;
      case EXTENSION ->
          isTheirs
              && before.wasGranted()
              && asked.actions().stream().allMatch(before.actions()::contains)
              && asked.resources().stream().allMatch(before.resources()::contains);
    };
  }

  private static <T, C extends Collection<T>> Optional<C> some(C facts) {
    return facts.isEmpty() ? Optional.empty() : Optional.of(facts);
  }

  private static <T> boolean isListed(Collection<T> list, T one) {
    return list.isEmpty() || list.contains(one);
  }

  private static long chars(PersonalText words) {
    return words.text().codePoints().count();
  }

  /**
   * Held now, with all the actions; of several the one that serves best in all else, and of those
   * the last by name.
   */
  private Optional<HeldRole> role() {
    return held()
        .filter(one -> one.actions().containsAll(open.asked().actions()))
        .max(
            Comparator.comparingLong(this::served)
                .thenComparing((HeldRole one) -> one.role().value()));
  }

  private Stream<HeldRole> held() {
    return known.roles().stream().filter(one -> when.isBefore(one.until()));
  }

  private long served(HeldRole one) {
    var isHigh = said.level().isPresent() && isHigh(one);
    return Stream.of(isComplete(one), isHigh, isLong(one), isWithin(one.scopes()))
        .filter(yes -> yes)
        .count();
  }

  private boolean isComplete(HeldRole one) {
    var ids = held().map(HeldRole::role).collect(Collectors.toSet());
    return ids.containsAll(one.prerequisites());
  }

  private boolean isHigh(HeldRole one) {
    return one.level().ordinal() >= said.level().orElseThrow().ordinal();
  }

  private boolean isLong(HeldRole one) {
    return accessFor.compareTo(one.accessFor()) <= 0;
  }

  private boolean isWithin(Collection<ResourceName> scopes) {
    return open.asked().resources().stream()
        .allMatch(
            resource ->
                scopes.stream().anyMatch(one -> Panel.isBelow(one.value(), resource.value())));
  }

  private boolean isSafe(Identity identity) {
    var isIsolated = identity.kind() == Identity.Kind.ISOLATED;
    var isStrong =
        identity.methods().stream().anyMatch(wanted.criteria().strongMethods()::contains);
    return wanted.criteria().isIdentityBoth() ? isIsolated && isStrong : isIsolated || isStrong;
  }

  /** Whose yes it needs inside the provider, by every route that leads it, each once. */
  List<Panel> inside() {
    return wanted.internal().stream()
        .filter(this::leads)
        .flatMap(route -> route.stages().stream())
        .distinct()
        .map(stage -> new Panel(Optional.of(stage.approvers()), stage.quorum(), people(stage)))
        .toList();
  }

  /** What is left unsaid leads like anything. */
  private boolean leads(InternalRoute route) {
    var asker = said.requester();
    return isAny(route.purpose().stream().toList(), said.purpose())
        && route
            .levelAtLeast()
            .flatMap(least -> said.level().map(level -> level.ordinal() >= least.ordinal()))
            .orElse(true)
        && asker.escalationLevel().orElse(0) >= route.escalationAtLeast()
        && isAny(route.reasonCodes(), said.reasonCode())
        && isAny(route.teams(), asker.team())
        && open.asked().actions().stream().anyMatch(one -> one.value().startsWith(route.actions()))
        && open.asked().resources().stream()
            .anyMatch(one -> Panel.meet(route.resources(), one.value()));
  }

  private static <T> boolean isAny(Collection<T> list, Optional<T> one) {
    return one.map(word -> isListed(list, word)).orElse(true);
  }

  private Set<PersonId> people(InternalStage stage) {
    return able(open, stage.approvers(), when);
  }

  /** Who is one of these by then, as far as was known at opening; never the engineer. */
  static Set<PersonId> able(OpenRequest open, GroupId approvers, When when) {
    var known = open.facts();
    var people =
        approvers.equals(InternalStage.MANAGER)
            ? new TreeSet<>(known.manager().stream().toList())
            : still(known.internalApprovers().getOrDefault(approvers, Map.of()), when);
    people.remove(open.asked().engineer());
    return people;
  }

  private static TreeSet<PersonId> still(Map<PersonId, Instant> people, When when) {
    var still = new TreeSet<PersonId>();
    for (var one : people.entrySet()) {
      if (when.isBefore(one.getValue())) {
        still.add(one.getKey());
      }
    }
    return still;
  }

  /** With everything that went into it. */
  boolean isToldBy(Event event) {
    var isInside = outcome() == Evaluation.Outcome.NEEDS_INTERNAL;
    return event instanceof RequestEvaluated told
        && told.asked().equals(open.asked())
        && told.accessFor().equals(accessFor)
        && told.evaluation().details().equals(said)
        && told.evaluation().facts().equals(known)
        && told.evaluation().outcome() == outcome()
        && isOfEveryCheck(told.evaluation().checks(), Check.Outcome.SATISFIED)
        && told.internalStages().equals(isInside ? stages() : List.of())
        && told.decideBy().equals(isInside ? told.at().plus(wanted.internalWindow()) : told.at());
  }

  /** With everything that went into it, though it was refused for these reasons. */
  boolean isToldBy(Unadmitted told, List<String> why) {
    var found = told.evaluation();
    return told.asked().equals(open.asked())
        && found.details().equals(said)
        && found.facts().equals(known)
        && isOfEveryCheck(found.checks(), Check.Outcome.UNSATISFIED)
        && found.checks().stream()
            .filter(one -> one.name() == CheckName.ADMISSION)
            .allMatch(one -> one.found().equals(String.join(", ", why)));
  }

  private List<Stage> stages() {
    return inside().stream()
        .map(panel -> new Stage(panel.group(), panel.named(), panel.quorum()))
        .toList();
  }

  private boolean isOfEveryCheck(List<Check> told, Check.Outcome admission) {
    return told.size() == CheckName.values().length
        && told.stream()
            .allMatch(
                one ->
                    one == told.get(one.name().ordinal())
                        && one.isRequired() == isRequired(one.name())
                        && one.outcome()
                            == (one.name() == CheckName.ADMISSION ? admission : found(one.name())));
  }
}
