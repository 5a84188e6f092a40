package dev.lockbox.domain.evaluation;

import dev.lockbox.domain.evaluation.Check.Outcome;
import dev.lockbox.domain.identity.GroupId;
import dev.lockbox.domain.identity.RoleId;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All of the provider's checks of one request. Each is made whatever the others found, so that the
 * record is complete.
 */
public final class Checks {
  private static final int NAMES_SHOWN_MAX = 8;
  private static final String NOTHING = "nothing";

  private final Sought sought;
  private final Details details;
  private final Facts facts;
  private final EvaluationRules rules;
  private final Instant at;
  private final Optional<HeldRole> role;

  private Checks(Sought sought, Details details, Facts facts, EvaluationRules rules, Instant at) {
    this.sought = sought;
    this.details = details;
    this.facts = facts;
    this.rules = rules;
    this.at = at;
    this.role = workedUnder();
  }

  /**
   * @param at the effective time, by which whatever ends has ended
   */
  public static Evaluation evaluate(
      Sought sought, Details details, Facts facts, EvaluationRules rules, Instant at) {
    var all = new Checks(sought, details, facts, rules, at);
    var made = Arrays.stream(CheckName.values()).map(all::check).toList();
    return new Evaluation(details, facts, made, all.outcome(made));
  }

  private Evaluation.Outcome outcome(List<Check> made) {
    if (made.stream().anyMatch(Check::isInTheWay)) {
      return Evaluation.Outcome.REJECTED;
    }
    return rules.stagesFor(sought, details).isEmpty()
        ? Evaluation.Outcome.PASSED
        : Evaluation.Outcome.NEEDS_INTERNAL;
  }

  private Check check(CheckName name) {
    return switch (name) {
      case ELIGIBILITY -> eligibility();
      case ROLE -> role();
      case ROLE_PREREQUISITE -> prerequisites();
      case PERMISSION_LEVEL -> level();
      case MAX_DURATION -> duration();
      case RESOURCE_SCOPE -> resourceScope();
      case WORK_SCOPE -> workScope();
      case JUSTIFICATION -> justification();
      case REASON_CODE -> reasonCode();
      case IDENTITY -> identity();
      case TICKET -> ticket();
      case TICKET_TENANT -> ticketTenant();
      case LOCATION -> location();
      case PURPOSE -> purpose();
      case ALTERNATIVES -> alternatives();
      case INTERNAL_APPROVERS -> internalApprovers();
      case PREVIOUS -> previous();
      case ADMISSION -> new Check(name, true, Outcome.SATISFIED, Evaluation.NOT_REFUSED, NOTHING);
      case GUARD_RAIL -> guardRail();
    };
  }

  private Check eligibility() {
    var until = facts.eligibleUntil();
    return made(
        CheckName.ELIGIBILITY,
        until.map(at::isBefore),
        "eligible after " + at,
        until.map(end -> "until " + end));
  }

  private Check role() {
    return made(
        CheckName.ROLE,
        known(facts.roles(), role.isPresent()),
        "one role with all of " + shown(sought.actions()),
        Optional.of(
            role.map(one -> one.role().value())
                .orElseGet(() -> "none of " + shown(ids(facts.roles())))));
  }

  private Check prerequisites() {
    return made(
        CheckName.ROLE_PREREQUISITE,
        role.map(one -> held().containsAll(one.prerequisites())),
        role.map(one -> "also held: " + shown(one.prerequisites())).orElse("a role"),
        role.map(one -> shown(held())));
  }

  private Check level() {
    var both = role.flatMap(one -> details.level().map(one.level()::reaches));
    return made(
        CheckName.PERMISSION_LEVEL,
        both,
        role.map(one -> "at most " + one.level()).orElse("a level, and a role"),
        details.level());
  }

  private Check duration() {
    return made(
        CheckName.MAX_DURATION,
        role.map(one -> sought.accessFor().compareTo(one.accessFor()) <= 0),
        role.map(one -> "at most " + one.accessFor()).orElse("a role"),
        Optional.of(sought.accessFor()));
  }

  private Check resourceScope() {
    return made(
        CheckName.RESOURCE_SCOPE,
        role.map(one -> one.reaches(sought.resources())),
        role.map(one -> "within " + shown(one.scopes())).orElse("a role"),
        Optional.of(shown(sought.resources())));
  }

  private Check workScope() {
    var scopes = facts.workScopes();
    return made(
        CheckName.WORK_SCOPE,
        known(scopes, sought.resources().stream().allMatch(one -> Scopes.hold(scopes, one))),
        scopes.isEmpty() ? "a work scope" : "within " + shown(scopes),
        Optional.of(shown(sought.resources())));
  }

  private Check justification() {
    var min = rules.criteria().justificationCharsMin();
    return made(
        CheckName.JUSTIFICATION,
        Optional.of(sought.justificationChars() >= min),
        "at least %s characters".formatted(min),
        Optional.of("%s characters".formatted(sought.justificationChars())));
  }

  private Check reasonCode() {
    var codes = rules.criteria().reasonCodes();
    return made(
        CheckName.REASON_CODE,
        details.reasonCode().map(code -> codes.isEmpty() || codes.contains(code)),
        codes.isEmpty() ? "any code" : "one of " + shown(codes),
        details.reasonCode());
  }

  private Check identity() {
    var criteria = rules.criteria();
    var identity = details.requester().identity();
    var isStrong =
        identity.map(one -> !Collections.disjoint(one.methods(), criteria.strongMethods()));
    return made(
        CheckName.IDENTITY,
        identity.map(
            one ->
                suffices(
                    one.kind() == Identity.Kind.ISOLATED,
                    isStrong.orElse(false),
                    criteria.isIdentityBoth())),
        "an isolated identity %s one of %s"
            .formatted(criteria.isIdentityBoth() ? "and" : "or", shown(criteria.strongMethods())),
        identity.map(one -> "%s, %s".formatted(one.kind(), shown(one.methods()))));
  }

  private static boolean suffices(boolean isIsolated, boolean isStrong, boolean isBothNeeded) {
    return isBothNeeded ? isIsolated && isStrong : isIsolated || isStrong;
  }

  private Check ticket() {
    var criteria = rules.criteria();
    var isNoneNeeded =
        details.reasonCode().filter(criteria.reasonsWithoutTicket()::contains).isPresent();
    var status = details.ticket().map(TicketSnapshot::status);
    var isOpen = status.filter(one -> sought.hasTicket()).map(criteria.openStatuses()::contains);
    return made(
        CheckName.TICKET,
        isNoneNeeded ? Optional.of(true) : isOpen,
        "a ticket that is one of %s%s"
            .formatted(
                shown(criteria.openStatuses()), isNoneNeeded ? ", not needed for this reason" : ""),
        status);
  }

  private Check ticketTenant() {
    var tenant = details.ticket().map(TicketSnapshot::tenant);
    return made(
        CheckName.TICKET_TENANT,
        tenant.map(sought.tenant()::equals),
        "a ticket of " + sought.tenant(),
        tenant);
  }

  private Check location() {
    var countries = rules.criteria().countries();
    var country = details.requester().country();
    return made(
        CheckName.LOCATION,
        country.map(one -> countries.isEmpty() || countries.contains(one)),
        countries.isEmpty() ? "any country" : "one of " + shown(countries),
        country);
  }

  private Check purpose() {
    return made(
        CheckName.PURPOSE,
        details.purpose().flatMap(one -> details.dataAccess()).map(one -> true),
        "a purpose, and how near it comes to the customer's data",
        Optional.of(
            Stream.of(details.purpose(), details.dataAccess())
                .flatMap(Optional::stream)
                .map(Object::toString)
                .collect(Collectors.joining(", "))));
  }

  private Check alternatives() {
    var min = rules.criteria().alternativesCharsMin();
    var chars = details.alternativesTried().map(tried -> chars(tried.text()));
    return made(
        CheckName.ALTERNATIVES,
        chars.map(many -> many >= min),
        "at least %s characters".formatted(min),
        chars.map("%s characters"::formatted));
  }

  /** Required by itself: a request that nobody could pass on is not kept waiting. */
  private Check internalApprovers() {
    var stages = rules.stagesFor(sought, details);
    var missing =
        stages.stream()
            .filter(stage -> stage.people(facts, sought.engineer(), at).size() < stage.quorum())
            .toList();
    return new Check(
        CheckName.INTERNAL_APPROVERS,
        true,
        missing.isEmpty() ? Outcome.SATISFIED : Outcome.NOT_KNOWN,
        cut(stages.isEmpty() ? "nobody" : "enough of each of " + shown(kinds(stages))),
        cut(missing.isEmpty() ? "enough" : "too few of " + shown(kinds(missing))));
  }

  /**
   * Required by itself: what a request says of itself is true, or it is turned down. Nothing of the
   * previous one is taken over.
   */
  private Check previous() {
    var named = details.previous().map(Previous::kind);
    if (named.isEmpty()) {
      return new Check(
          CheckName.PREVIOUS, true, Outcome.SATISFIED, "nothing, as none is named", NOTHING);
    }
    var kind = named.get();
    var before = facts.previous();
    var outcome =
        before
            .map(one -> one.mayBeFollowed(kind, sought) ? Outcome.SATISFIED : Outcome.UNSATISFIED)
            .orElse(Outcome.NOT_KNOWN);
    return new Check(
        CheckName.PREVIOUS,
        true,
        outcome,
        cut(wanted(kind)),
        cut(before.map(this::told).orElse(NOTHING)));
  }

  /** Required where the deployment wants that; the customer is asked in any case. */
  private Check guardRail() {
    var outside = sought.railed().stream().filter(one -> !one.isEnrolled()).toList();
    return made(
        CheckName.GUARD_RAIL,
        Optional.of(outside.isEmpty()),
        sought.railed().isEmpty()
            ? "nothing, as no guard rail is about it"
            : "behind the lockbox: " + shown(sought.railed()),
        outside.isEmpty() ? Optional.empty() : Optional.of("not enrolled: " + shown(outside)));
  }

  private String wanted(Previous.Kind kind) {
    return switch (kind) {
      case AGAIN -> "a request of the same engineer";
      case HAND_OVER -> "a request of another engineer";
      case EXTENSION ->
          "a grant of the same engineer, with all of %s on all of %s"
              .formatted(shown(sought.actions()), shown(sought.resources()));
    };
  }

  private String told(Before before) {
    return "%s, with %s on %s"
        .formatted(
            before.toldTo(sought.engineer()), shown(before.actions()), shown(before.resources()));
  }

  private static List<GroupId> kinds(List<InternalStage> stages) {
    return stages.stream().map(InternalStage::approvers).toList();
  }

  /**
   * The one role that the request is judged by: of those held now with all the actions, the one
   * that meets most of what else is asked of a role.
   */
  private Optional<HeldRole> workedUnder() {
    return facts.roles().stream()
        .filter(one -> one.isHeldAt(at) && one.actions().containsAll(sought.actions()))
        .max(Comparator.comparingInt(this::met).thenComparing(HeldRole::role));
  }

  private int met(HeldRole one) {
    var met = 0;
    met += held().containsAll(one.prerequisites()) ? 1 : 0;
    met += details.level().filter(one.level()::reaches).isPresent() ? 1 : 0;
    met += sought.accessFor().compareTo(one.accessFor()) <= 0 ? 1 : 0;
    met += one.reaches(sought.resources()) ? 1 : 0;
    return met;
  }

  private Set<RoleId> held() {
    return facts.roles().stream()
        .filter(one -> one.isHeldAt(at))
        .map(HeldRole::role)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static List<RoleId> ids(List<HeldRole> roles) {
    return roles.stream().map(HeldRole::role).toList();
  }

  private static Optional<Boolean> known(Collection<?> facts, boolean isSatisfied) {
    return facts.isEmpty() ? Optional.empty() : Optional.of(isSatisfied);
  }

  private static int chars(String text) {
    return text.codePointCount(0, text.length());
  }

  private Check made(
      CheckName name, Optional<Boolean> isSatisfied, String expected, Optional<?> found) {
    return new Check(
        name,
        rules.required().contains(name),
        isSatisfied
            .map(yes -> yes ? Outcome.SATISFIED : Outcome.UNSATISFIED)
            .orElse(Outcome.NOT_KNOWN),
        cut(expected),
        cut(found.map(Object::toString).filter(text -> !text.isBlank()).orElse(NOTHING)));
  }

  /** Sorted, and not too many. */
  private static String shown(Collection<?> names) {
    if (names.isEmpty()) {
      return NOTHING;
    }
    var some =
        names.stream()
            .map(Object::toString)
            .sorted()
            .limit(NAMES_SHOWN_MAX)
            .collect(Collectors.joining(", "));
    return names.size() > NAMES_SHOWN_MAX
        ? "%s and %s more".formatted(some, names.size() - NAMES_SHOWN_MAX)
        : some;
  }

  private static String cut(String text) {
    return text.length() <= Check.TEXT_CHARS_MAX
        ? text
        : text.substring(0, Check.TEXT_CHARS_MAX - 1) + "…";
  }
}
