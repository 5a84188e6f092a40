package dev.lockbox.simulator.oracle;

import dev.lockbox.domain.Event;
import dev.lockbox.domain.RequestCommand.OpenRequest;
import dev.lockbox.domain.RequestEvent.ApprovalsRequired;
import dev.lockbox.domain.RequestEvent.GrantedWithoutCustomer;
import dev.lockbox.domain.RequestEvent.RequestOpened;
import dev.lockbox.domain.ReviewEvent.ReviewRequired;
import dev.lockbox.domain.RulesEvent.ConditionsRequired;
import dev.lockbox.domain.RulesEvent.DeniedByRule;
import dev.lockbox.domain.RulesEvent.GrantedByRule;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.rules.AccessLimits;
import dev.lockbox.domain.rules.AutoRule;
import dev.lockbox.domain.rules.Conditions;
import dev.lockbox.domain.rules.SignatureRules;
import dev.lockbox.domain.rules.Stage;
import dev.lockbox.simulator.oracle.Preset.Wanted;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What becomes of a request where nothing on the provider's side stands in its way: by the rules of
 * its tenant at that time.
 */
class PassingOn {
  private final OpenRequest open;
  private final Duration accessFor;
  private final Set<PersonId> insiders;
  private final Governance now;
  private final AccessLimits limits;
  private final Duration longest;
  private final When when;
  private final boolean isFrozen;
  private final Preset preset;

  /**
   * @param accessFor what a yes would grant, as it was settled when it was asked for
   * @param insiders who said yes inside the provider, and says none for the customer
   * @param limits of the tenant by now
   * @param longest that may be asked for by now
   */
  PassingOn(
      OpenRequest open,
      Duration accessFor,
      Set<PersonId> insiders,
      Governance now,
      AccessLimits limits,
      Duration longest,
      When when,
      boolean isFrozen) {
    this.open = open;
    this.accessFor = accessFor;
    this.insiders = insiders;
    this.now = now;
    this.limits = limits;
    this.longest = longest;
    this.when = when;
    this.isFrozen = isFrozen;
    this.preset = new Preset(now);
  }

  Course course() {
    if (preset.denying(wanted()).isPresent()) {
      return Course.DENIED_BY_RULE;
    }
    if (Panel.isOutside(now.settings().enrolment(), open.asked().resources())
        && new Railings(now.settings(), open).areNone()) {
      return Course.WITHOUT_CUSTOMER;
    }
    return approving().isPresent() ? Course.GRANTED_BY_RULE : Course.ASKED;
  }

  /** Whether it grants nothing, whoever says yes. */
  boolean isPractice() {
    return false;
  }

  /** Where somebody could say yes unsigned, and never for whoever ever changed the rules. */
  private Optional<AutoRule> approving() {
    return isGrantingTime()
            && mayBegin()
            && now.signatures().mode() != SignatureRules.Mode.REQUIRED
            && now.changedBy(open.asked().engineer()).isEmpty()
        ? preset.approving(wanted())
        : Optional.empty();
  }

  private boolean isGrantingTime() {
    return !when.suspect() && !isFrozen;
  }

  private Wanted wanted() {
    var asked = open.asked();
    return new Wanted(
        asked.actions(), asked.resources(), accessFor, open.details().reasonCode(), begins());
  }

  /** When access is to begin that is granted now: the rules of that time hold. */
  private Instant begins() {
    return Later.begins(open, when.appended());
  }

  private Optional<Instant> start() {
    return Later.start(open, when.appended());
  }

  /** What is demanded of any grant of it. */
  Conditions demanded() {
    return preset.demanded(wanted());
  }

  boolean isDenied() {
    return preset.isDenied(open.asked().actions(), open.asked().resources());
  }

  boolean mayBegin() {
    return preset.mayBegin(begins());
  }

  boolean isTooLong() {
    return accessFor.compareTo(longest) > 0;
  }

  boolean isTicketMissing() {
    return now.settings().isTicketRequired() && open.asked().ticket().isEmpty();
  }

  /** Whether the tenant knows reasons, and this is asked for none of them. */
  boolean isReasonMissing() {
    var known = now.settings().policy().reasonCodes().known();
    return !known.isEmpty() && open.details().reasonCode().filter(known::contains).isEmpty();
  }

  /** Whether it names more than the tenant lets, or something that holds what may be asked for. */
  boolean isTooWide() {
    var width = now.settings().policy().width();
    var named = open.asked().resources();
    return width.resourcesAtMost().map(most -> named.size() > most).orElse(false)
        || width.widest().stream().anyMatch(one -> Preset.isAnyAbove(named, one));
  }

  boolean isTooFar() {
    return Later.isTooFar(open, when);
  }

  boolean isNoWayIn() {
    return Preset.isNoWayIn(demanded());
  }

  /** Each stage by itself has people enough. */
  boolean canBeApproved() {
    return panels().stream().allMatch(Panel::canBePassed)
        && dwell().map(one -> one.compareTo(limits.pendingWindow()) < 0).orElse(true);
  }

  /** Whether such a thing may be asked for, whatever comes of it. */
  boolean isInBounds() {
    return !isDenied()
        && accessFor.isPositive()
        && !isTooLong()
        && !isTicketMissing()
        && !isReasonMissing()
        && !isTooWide()
        && !isTooFar();
  }

  /** Whether it takes effect, where nothing else stands in the way. */
  boolean isTaken() {
    return isInBounds()
        && !isNoWayIn()
        && switch (course()) {
          case TURNED_DOWN, INSIDE -> throw new IllegalStateException("it was passed on");
          case DENIED_BY_RULE -> true;
          case WITHOUT_CUSTOMER -> mayBegin() && isGrantingTime();
          case GRANTED_BY_RULE, ASKED -> canBeApproved();
        };
  }

  List<Panel> panels() {
    return Panel.of(now, open.asked()).stream().map(panel -> panel.without(insiders)).toList();
  }

  /** Who may say no to it: whoever could say yes in any stage; all approvers, where nobody need. */
  Set<PersonId> named() {
    if (course() != Course.ASKED) {
      return Panel.able(now, open.asked(), Optional.empty());
    }
    var named = new TreeSet<PersonId>();
    panels().forEach(panel -> named.addAll(panel.named()));
    return named;
  }

  /** How many events it makes. */
  int events() {
    return switch (course()) {
      case TURNED_DOWN, INSIDE -> throw new IllegalStateException("it was passed on");
      case DENIED_BY_RULE -> 1;
      case GRANTED_BY_RULE, WITHOUT_CUSTOMER -> start().isPresent() ? 2 : 1;
      case ASKED ->
          1 + (isAnyOne() ? 0 : 1) + (isUnconditional() ? 0 : 1) + (dwell().isPresent() ? 1 : 0);
    };
  }

  private boolean isAnyOne() {
    return Panel.isAnyOne(now, open.asked());
  }

  /** How long before their yes anybody must have reviewed it; empty: nobody need. */
  private Optional<Duration> dwell() {
    return now.settings().policy().review().dwell();
  }

  private boolean isUnconditional() {
    return demanded().equals(Conditions.NONE);
  }

  /** Whether the event at this place is the one that stands there. */
  boolean isToldBy(Event event, int place) {
    return switch (course()) {
      case TURNED_DOWN, INSIDE -> false;
      case DENIED_BY_RULE -> event instanceof DeniedByRule denied && isDenial(denied);
      case GRANTED_BY_RULE ->
          place == 0 ? event instanceof GrantedByRule granted && isGrant(granted) : isPutOff(event);
      case WITHOUT_CUSTOMER ->
          place == 0
              ? event instanceof GrantedWithoutCustomer granted && isGrant(granted)
              : isPutOff(event);
      case ASKED -> isAsking(event, place);
    };
  }

  private boolean isDenial(DeniedByRule denied) {
    return denied.asked().equals(open.asked())
        && denied.accessFor().equals(accessFor)
        && denied.approvers().equals(named())
        && preset.denying(wanted()).filter(rule -> rule.id().equals(denied.rule())).isPresent();
  }

  private boolean isPutOff(Event event) {
    return start().filter(from -> Later.isPutOff(event, from, accessFor)).isPresent();
  }

  private boolean isGrant(GrantedByRule granted) {
    return granted.asked().equals(open.asked())
        && granted.approvers().equals(named())
        && approving().filter(rule -> rule.id().equals(granted.rule())).isPresent()
        && granted.conditions().equals(demanded())
        && granted.accessUntil().equals(granted.at().plus(accessFor));
  }

  private boolean isGrant(GrantedWithoutCustomer granted) {
    return granted.asked().equals(open.asked())
        && granted.approvers().equals(named())
        && granted.conditions().equals(demanded())
        && granted.accessUntil().equals(granted.at().plus(accessFor));
  }

  private boolean isAsking(Event event, int place) {
    if (place == 0) {
      return event instanceof RequestOpened opened && isOpening(opened);
    }
    if (place == 1 && !isAnyOne()) {
      return event instanceof ApprovalsRequired required && isRequired(required);
    }
    var isLast = place == events() - 1;
    return isLast && dwell().isPresent()
        ? event instanceof ReviewRequired required && dwell().get().equals(required.dwell())
        : event instanceof ConditionsRequired demanding
            && demanding.conditions().equals(demanded())
            && demanding.rules().equals(preset.demanding(wanted()));
  }

  private boolean isOpening(RequestOpened opened) {
    return opened.asked().equals(open.asked())
        && opened.approvers().equals(named())
        && opened.accessFor().equals(accessFor)
        && opened.decideBy().equals(opened.at().plus(limits.pendingWindow()))
        && opened.isPractice() == isPractice();
  }

  private boolean isRequired(ApprovalsRequired required) {
    return required.mode() == now.settings().approvers()
        && required
            .stages()
            .equals(
                panels().stream()
                    .map(panel -> new Stage(panel.group(), panel.named(), panel.quorum()))
                    .toList());
  }
}
