package dev.lockbox.simulator.oracle;

import dev.lockbox.domain.Asked;
import dev.lockbox.domain.ClosingDue;
import dev.lockbox.domain.Command;
import dev.lockbox.domain.DialogueCommand;
import dev.lockbox.domain.DialogueCommand.AnswerQuestion;
import dev.lockbox.domain.DialogueCommand.AskQuestion;
import dev.lockbox.domain.EvaluationCommand.ApproveInternally;
import dev.lockbox.domain.ExclusionCommand;
import dev.lockbox.domain.GrantsCommand;
import dev.lockbox.domain.GrantsCommand.FreezeGrants;
import dev.lockbox.domain.GrantsCommand.ReleaseGrants;
import dev.lockbox.domain.RequestCommand.Approve;
import dev.lockbox.domain.RequestCommand.BeginReview;
import dev.lockbox.domain.RequestCommand.EnforceDeadline;
import dev.lockbox.domain.RequestCommand.OpenRequest;
import dev.lockbox.domain.RequestCommand.StartPractice;
import dev.lockbox.domain.RolesCommand;
import dev.lockbox.domain.SessionCommand;
import dev.lockbox.domain.SessionEvent;
import dev.lockbox.domain.evaluation.Before;
import dev.lockbox.domain.evaluation.Previous;
import dev.lockbox.domain.identity.DeviceId;
import dev.lockbox.domain.identity.ExclusionId;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.QuarantineId;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.rules.AccessLimits;
import dev.lockbox.domain.rules.ApproverMode;
import dev.lockbox.domain.rules.Conditions;
import dev.lockbox.domain.rules.Deployment;
import dev.lockbox.domain.rules.Settings;
import dev.lockbox.domain.rules.Terms;
import dev.lockbox.domain.signature.Octets;
import dev.lockbox.simulator.record.Plans;
import dev.lockbox.simulator.record.Provided;
import dev.lockbox.simulator.record.Signed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which of a tenant's commands took effect, oldest first, and what that means. Every question is
 * answered by reading all of them again; only what was settled at an opening, and who must say yes,
 * is kept.
 */
final class Story {
  private final Deployment deployment;
  private final Plans plans;
  private final List<Effect> effects = new ArrayList<>();
  private final List<QuarantineId> freezing = new ArrayList<>();
  private final Map<RequestId, Settled> settled = new HashMap<>();
  private final Map<RequestId, ClosingDue> closings = new HashMap<>();
  private final Map<RequestId, Instant> reminders = new HashMap<>();
  private final Map<RequestId, Standstill> standstills = new HashMap<>();
  private final Seats seats = new Seats();
  private final Map<PersonId, Visits> visits = new HashMap<>();
  private final Keys keys = new Keys();
  private Devices devices = new Devices();
  private List<Signed> signed = List.of();
  private Set<RequestId> spoilt = Set.of();
  private @Nullable Governance now;

  /**
   * What was settled when a request was opened, and once more when it was passed on from inside the
   * provider.
   *
   * @param by what settled it
   * @param then who governed by then
   */
  private record Settled(
      Effect by,
      Governance then,
      Course course,
      Duration accessFor,
      Conditions demanded,
      Set<PersonId> named,
      List<Panel> inside,
      List<Panel> panels) {}

  Story(Provided provided) {
    this.deployment = provided.deployment();
    this.plans = provided.plans();
  }

  void add(Effect effect) {
    if (!effect.isFault()) {
      attend(effect);
      stand(effect);
      close(effect);
      settle(effect);
      keys.take(effect, now().signatures().keysWait());
    }
    effects.add(effect);
    if (effect.command() instanceof FreezeGrants freeze) {
      freeze(freeze.quarantine());
    } else if (effect.command() instanceof ReleaseGrants release) {
      freezing.remove(release.quarantine());
    } else if (effect.command().about().isEmpty()) {
      now = null;
    }
  }

  private void attend(Effect effect) {
    new Attending(this)
        .events(effect.command(), effect.content(), effect.when())
        .forEach(event -> visits(event.engineer().person()).take(event));
    if (effect.command() instanceof RolesCommand asked) {
      new Hired(this, effect.when()).of(asked, effect.content()).forEach(seats::take);
    }
  }

  /** The provider's roles, and who is a member; of any other tenant, nothing and nobody. */
  Seats seats() {
    return seats;
  }

  private void stand(Effect effect) {
    if (effect.command() instanceof AskQuestion || effect.command() instanceof AnswerQuestion) {
      var said = (DialogueCommand) effect.command();
      standstills.put(said.request(), standstill(said, effect.when()));
    }
  }

  /** How long before their yes anybody must have reviewed it, as it was settled; empty: not. */
  Optional<Duration> dwell(RequestId request) {
    return course(request) == Course.ASKED
        ? settled(request).then().settings().policy().review().dwell()
        : Optional.empty();
  }

  /** How the time for deciding would stand if this took effect now. */
  Standstill standstill(DialogueCommand said, When when) {
    var request = said.request();
    var standstill = standstill(request);
    var most = now().settings().policy().dialogue().pauseMax();
    return switch (said) {
      case AskQuestion ask ->
          standstill.asked(
              when.appended(), windowEnd(request).plus(most), !when.suspect() && !isFrozen());
      case AnswerQuestion answer when new Talk(this).isLastOpen(answer) ->
          standstill.answered(when.appended());
      default -> standstill;
    };
  }

  /** Whether the time for deciding stands still. */
  boolean isPaused(RequestId request) {
    return standstill(request).since().isPresent();
  }

  private Standstill standstill(RequestId request) {
    return standstills.getOrDefault(request, Standstill.none(windowEnd(request)));
  }

  /** What was told of devices for every tenant by now. */
  void examined(Devices all) {
    devices = all;
  }

  /**
   * Whether a device was found wanting with anybody, and is not mended with them; or for every
   * tenant.
   */
  boolean isBarred(DeviceId device) {
    return devices.isBarred(device) || isBarredHere(device);
  }

  private boolean isBarredHere(DeviceId device) {
    return visits.values().stream().anyMatch(theirs -> theirs.isBarred(device));
  }

  /** Somebody's session ended, whatever nobody asked of this tenant. */
  void take(SessionEvent event) {
    visits(event.engineer().person()).take(event);
  }

  /** All who were ever in or told of, in the order of their ids. */
  List<PersonId> attended() {
    return visits.keySet().stream().sorted().toList();
  }

  /** All who were ever in or told of, but this one, in the order of their ids. */
  List<PersonId> othersThan(PersonId engineer) {
    return visits.keySet().stream().filter(one -> !one.equals(engineer)).sorted().toList();
  }

  /** Where an engineer is in by now. */
  Visits visits(PersonId engineer) {
    return visits.computeIfAbsent(engineer, none -> new Visits());
  }

  private void settle(Effect effect) {
    if (effect.command() instanceof OpenRequest open) {
      var opening = opening(open, effect.when());
      settled.put(
          open.request(),
          new Settled(
              effect,
              now(),
              opening.course(),
              opening.accessFor(),
              opening.demanded(),
              opening.named(),
              opening.inside(),
              opening.passing().panels()));
    } else if (effect.command() instanceof StartPractice start) {
      var practising = practising(start, effect.when());
      settled.put(
          start.request(),
          new Settled(
              effect,
              now(),
              practising.course(),
              practising.accessFor(),
              practising.demanded(),
              practising.named(),
              List.of(),
              practising.panels()));
    } else if (effect.command() instanceof ApproveInternally yes
        && new Inside(this, effect.when()).isLast(yes)) {
      var before = settled(yes.request());
      var passing = passing(yes.request(), yes.by().actor(), effect.when());
      settled.put(
          yes.request(),
          new Settled(
              effect,
              now(),
              passing.course(),
              before.accessFor(),
              passing.demanded(),
              passing.named(),
              before.inside(),
              passing.panels()));
    }
  }

  private void close(Effect effect) {
    look(effect);
    if (new Shutting(this).isRequiredBy(effect.command())) {
      var rules = now().settings().policy().closing();
      closings.put(
          effect.command().about().orElseThrow(),
          new ClosingDue(rules.points(), effect.at().plus(rules.within())));
    }
  }

  /** When they are reminded who have not read by then what was done; once, whatever comes. */
  private void look(Effect effect) {
    if (new LookedBack(this).isRequiredBy(effect.command())) {
      var after = now().settings().policy().reading().remindAfter().orElseThrow();
      reminders.put(effect.command().about().orElseThrow(), effect.at().plus(after));
    } else if (effect.command() instanceof EnforceDeadline alarm
        && end(alarm.request()).isPresent()
        && !new Shutting(this).isDue(alarm.request(), effect.when())) {
      reminders.remove(alarm.request());
    }
  }

  /** When somebody is to be reminded of what was done; empty where nobody is any more. */
  Optional<Instant> remindAt(RequestId request) {
    return Optional.ofNullable(reminders.get(request));
  }

  /** Who had to close when access ended, and by when; empty where nobody had to. */
  Optional<ClosingDue> closing(RequestId request) {
    return Optional.ofNullable(closings.get(request));
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
      if (effect.command().about().equals(about) && isOfARequest(effect)) {
        of.add(effect);
      }
    }
    return of;
  }

  /** Whoever finds a request spoilt, whatever they asked. */
  private static boolean isOfARequest(Effect effect) {
    return effect.isFault() || !Tale.isBeside(effect.command());
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

  /** In earnest, or for practice. */
  Optional<Effect> opening(RequestId request) {
    return of(request, OpenRequest.class).stream()
        .findFirst()
        .or(() -> of(request, StartPractice.class).stream().findFirst());
  }

  /** Whether it is for practice, as far as anybody can read that. */
  boolean isPractice(RequestId request) {
    return !isSpoilt(request) && !isFaulted(request) && isOfPractice(request);
  }

  private boolean isOfPractice(RequestId request) {
    return !of(request, StartPractice.class).isEmpty();
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

  /** What is turned down, or denied by a rule, ends with what led to that. */
  private boolean isEnd(Effect effect, RequestId request) {
    if (effect.isFault()) {
      return true;
    }
    return switch (effect.command()) {
      case OpenRequest open -> isSettledBy(effect, request);
      case ApproveInternally yes -> isSettledBy(effect, request);
      case StartPractice start -> false;
      case Approve yes -> isOfPractice(request) && lastYes(request).equals(Optional.of(effect));
      case DialogueCommand said -> false;
      case BeginReview begin -> false;
      default -> !isStart(effect, request);
    };
  }

  private boolean isSettledBy(Effect effect, RequestId request) {
    return effect.equals(settled(request).by()) && course(request).isOver();
  }

  /** The keys of the tenant's people, by now. */
  Keys keys() {
    return keys;
  }

  /** All that anybody ever signed; what stands on no log yet is no harm. */
  void signed(List<Signed> all) {
    signed = all;
  }

  /** Whoever made this signature noted what it was of; empty where nobody ever made it. */
  List<Signed> signed(Octets signature) {
    return signed.stream().filter(one -> one.signature().equals(signature)).toList();
  }

  /** What is kept of these was spoilt by now, whether anybody has found it or not. */
  void spoilt(Set<RequestId> requests) {
    spoilt = requests;
  }

  boolean isSpoilt(RequestId request) {
    return spoilt.contains(request);
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

  /** Whether access is agreed on, has begun, and was ended by nothing. */
  boolean hasAccess(RequestId request) {
    return isGranted(request) && hasBegun(request);
  }

  /** Whether there is access at this time, however late its alarm is. */
  boolean isLive(RequestId request, When when) {
    return hasAccess(request) && when.isBefore(accessUntil(request));
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
    return isOpen(request) && course(request) == Course.INSIDE;
  }

  private Course course(RequestId request) {
    return settled(request).course();
  }

  private Settled settled(RequestId request) {
    return Objects.requireNonNull(settled.get(request), "only of what was opened");
  }

  /** What would become of such a request now. */
  Opening opening(OpenRequest open, When when) {
    return new Opening(informed(open), now(), when, isFrozen(), deployment);
  }

  /** What would become of such a request for practice now. */
  Practising practising(StartPractice start, When when) {
    return new Practising(
        start, now(), limits(now()), longest(now().settings(), deployment), when, isFrozen());
  }

  /** With what is true of the request that it says it follows, whatever it claims of that. */
  private OpenRequest informed(OpenRequest open) {
    var previous = open.details().previous().map(Previous::request);
    return open.knowing(open.facts().after(previous.flatMap(this::before)));
  }

  /** What became of it so far; empty where nobody asked in earnest, or nobody can read it. */
  private Optional<Before> before(RequestId request) {
    if (of(request, OpenRequest.class).isEmpty() || isSpoilt(request)) {
      return Optional.empty();
    }
    var asked = asked(request);
    var granted = accessOver(request).map(over -> agreed(request).terms());
    return Optional.of(
        new Before(
            asked.engineer(),
            granted.isPresent(),
            Set.copyOf(granted.map(Terms::actions).orElse(asked.actions())),
            Set.copyOf(granted.map(Terms::resources).orElse(asked.resources()))));
  }

  /** What would become now of what waits inside the provider, were this the last yes there. */
  PassingOn passing(RequestId request, PersonId last, When when) {
    var insiders = insiders(request);
    insiders.add(last);
    return new PassingOn(
        open(request),
        settled(request).accessFor(),
        insiders,
        now(),
        limits(now()),
        longest(now().settings(), deployment),
        when,
        isFrozen());
  }

  /** Who must say yes to it inside the provider, as it was settled at its opening. */
  List<Panel> insidePanels(RequestId request) {
    return settled(request).inside();
  }

  List<Effect> insideYesses(RequestId request) {
    return of(request, ApproveInternally.class);
  }

  /** Who said yes inside the provider. */
  Set<PersonId> insiders(RequestId request) {
    var insiders = new TreeSet<PersonId>();
    for (var yes : insideYesses(request)) {
      insiders.add(yes.command().attempt().orElseThrow().actor());
    }
    return insiders;
  }

  /**
   * What began the access: the last yes that was needed, or what brought it to the customer.
   * Nothing does in practice.
   */
  Optional<Effect> grant(RequestId request) {
    if (of(request, OpenRequest.class).isEmpty()) {
      return Optional.empty();
    }
    return switch (course(request)) {
      case TURNED_DOWN, INSIDE, DENIED_BY_RULE -> Optional.empty();
      case GRANTED_BY_RULE, WITHOUT_CUSTOMER -> Optional.of(settled(request).by());
      case ASKED -> lastYes(request);
    };
  }

  private Optional<Effect> lastYes(RequestId request) {
    var approvals = approvals(request);
    var needed = needed(request);
    return approvals.size() < needed ? Optional.empty() : Optional.of(approvals.get(needed - 1));
  }

  /** How many people must say yes. */
  int needed(RequestId request) {
    return panels(request).stream().mapToInt(Panel::quorum).sum();
  }

  List<Panel> panels(RequestId request) {
    return settled(request).panels();
  }

  /** The first stage in which somebody's yes is missing. */
  int stage(RequestId request) {
    return Panel.reached(panels(request), approvals(request).size());
  }

  ApproverMode mode(RequestId request) {
    return settled(request).then().settings().approvers();
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
      case SessionCommand told -> told.engineer();
      case RolesCommand.OfRole ofRole -> ofRole.role();
      case RolesCommand.OfEngineer theirs -> List.of("member", theirs.engineer());
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

  /** Whether a tenant of such a plan is offered the lockbox. */
  boolean isOffered(String plan) {
    return plans.include(plan);
  }

  Governance now() {
    var known = now;
    if (known == null) {
      known = Governance.after(effects, plans);
      now = known;
    }
    return known;
  }

  AccessLimits limits(Governance governance) {
    return governance.settings().limits().orElse(deployment.limits());
  }

  /** How long access may be asked for: whoever sets how long it lasts sets that too. */
  static Duration longest(Settings settings, Deployment deployment) {
    return settings.limits().isPresent()
        ? settings.policy().cap().accessMax().orElse(settings.limits().get().accessFor())
        : deployment.cap().accessMax().orElse(deployment.limits().accessFor());
  }

  /** Who was named when the request was opened; nobody, where the customer is not asked yet. */
  Set<PersonId> named(RequestId request) {
    return settled(request).named();
  }

  /** As it was asked for; of practice, as if it were in earnest. */
  OpenRequest open(RequestId request) {
    var opening = opening(request).orElseThrow().command();
    return opening instanceof StartPractice start
        ? Practising.asInEarnest(start)
        : (OpenRequest) opening;
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
    var known = settled(request);
    var all = of(request);
    var asked = all.indexOf(known.by());
    var events = all.subList(0, asked + 1).stream().mapToInt(Effect::events).sum();
    var agreed = Agreed.asAsked(asked(request), known.accessFor(), known.demanded(), events);
    for (var effect : all.subList(asked + 1, all.size())) {
      agreed = agreed.after(effect);
    }
    return agreed;
  }

  /** Whether no more was asked for than one use, or the customer demands that it is no more. */
  boolean isForOneUse(RequestId request) {
    return open(request).details().isSingleUse()
        || agreed(request).terms().conditions().isSingleUse();
  }

  Instant decideBy(RequestId request) {
    return standstill(request).due();
  }

  /** Until when it can be decided while nobody asks anything. */
  private Instant windowEnd(RequestId request) {
    var window =
        course(request) == Course.INSIDE
            ? deployment.evaluation().internalWindow()
            : limits(settled(request).then()).pendingWindow();
    return settled(request).by().at().plus(window);
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
        .filter(Story::isOfARequest)
        .flatMap(effect -> effect.command().about().stream())
        .distinct()
        .toList();
  }
}
