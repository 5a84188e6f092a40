package dev.lockbox.simulator.bugs;

import static dev.lockbox.domain.decision.Decision.accept;
import static dev.lockbox.domain.decision.Decision.refuse;
import static dev.lockbox.domain.session.SessionDecider.decide;

import dev.lockbox.domain.AccessRequest;
import dev.lockbox.domain.AccessRequest.Granted;
import dev.lockbox.domain.SessionCommand;
import dev.lockbox.domain.SessionCommand.AuthoriseAction;
import dev.lockbox.domain.SessionCommand.NoteActivity;
import dev.lockbox.domain.SessionCommand.ReportAction;
import dev.lockbox.domain.SessionCommand.ReportDevice;
import dev.lockbox.domain.SessionCommand.StartSession;
import dev.lockbox.domain.SessionEvent;
import dev.lockbox.domain.SessionEvent.ActionAuthorised;
import dev.lockbox.domain.SessionEvent.ActionDenied;
import dev.lockbox.domain.SessionEvent.ActionPerformed;
import dev.lockbox.domain.SessionEvent.SessionEnded;
import dev.lockbox.domain.SessionEvent.SessionStarted;
import dev.lockbox.domain.decision.Decision.Accepted;
import dev.lockbox.domain.decision.Refusal;
import dev.lockbox.domain.gateway.Finding;
import dev.lockbox.domain.gateway.SessionEnd;
import dev.lockbox.domain.identity.SessionId;
import dev.lockbox.domain.rules.EntryRules;
import dev.lockbox.domain.rules.SessionRules;
import dev.lockbox.domain.session.Others;
import dev.lockbox.domain.session.Session;
import dev.lockbox.domain.session.Sessions;
import dev.lockbox.domain.time.Moment;
import dev.lockbox.simulator.variant.SessionRulebook;
import dev.lockbox.simulator.variant.Variant;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** What goes wrong about engineers' sessions. */
final class SessionBugs {
  private SessionBugs() {}

  static List<Bug> all() {
    return List.of(
        bug(
            "session-outlives-its-grant",
            "a session lasts as long as sessions may, however short its grant",
            telling(SessionBugs::withoutTheGrant)),
        bug(
            "second-gateway-session",
            "whoever is in at one gateway is let in at another",
            knowing(StartSession.class, SessionBugs::withoutGateways)),
        bug(
            "taken-seat-lets-in",
            "whoever is said to be on another customer's gateway is let in",
            forgettingSeats()),
        bug(
            "barred-device-lets-in",
            "who comes on a device that was found wanting is let in",
            knowing(
                StartSession.class,
                state ->
                    new Sessions(
                        state.open(),
                        state.grants(),
                        Collections.emptySortedSet(),
                        state.trail()))),
        bug(
            "barred-device-lets-others-in",
            "a device that was found wanting lets in whoever it was not found wanting with",
            alone(StartSession.class)),
        bug(
            "others-stay-on-a-barred-device",
            "a device that is found wanting ends the sessions of nobody but one",
            alone(ReportDevice.class)),
        bug(
            "barred-everywhere-lets-in",
            "who comes on a device that was found wanting for all is let in",
            barredNowhereElse()),
        bug("anybodys-grant-lets-in", "a grant lets in whoever names it", letsInByAnyGrant()),
        bug(
            "ended-grant-lets-in",
            "a grant whose time is up lets in until somebody rings",
            granting((state, start) -> Altered.later(state, Duration.ofHours(1)))),
        bug(
            "used-twice",
            "what was granted for one use lets in again",
            granting(
                (state, start) ->
                    state instanceof Granted granted ? Altered.forManyUses(granted) : state)),
        bug(
            "deeds-are-no-use",
            "what was granted for one use lets in though something was done by it",
            knowing(StartSession.class, SessionBugs::withoutDeeds)),
        bug(
            "conditions-not-kept",
            "who comes by a gateway that keeps no conditions is let in",
            granting(
                (state, start) ->
                    state instanceof Granted granted ? Altered.unconditional(granted) : state)),
        bug(
            "credentials-for-any-platform",
            "who comes in by a card for another platform, or by none, is let in",
            comingInByAnyCard()),
        bug(
            "any-argument-will-do",
            "what was asked for with one thing is done with another",
            telling(SessionBugs::withAnything)),
        bug(
            "suspect-prolongs",
            "what moves while the clock is suspect keeps a session from being idle",
            when(
                NoteActivity.class,
                at -> new Moment(at.appended(), at.effective(), false, at.frozen()))),
        bug(
            "frozen-lets-in",
            "who has a grant is let in while grants are frozen",
            when(StartSession.class, at -> at.frozen(false))),
        bug(
            "frozen-deeds-unflagged",
            "what is done while grants are frozen counts as granted",
            when(ReportAction.class, at -> at.frozen(false))),
        bug(
            "idle-stays",
            "who does nothing for ever so long stays in",
            knowing(SessionCommand.class, SessionBugs::neverIdle)),
        bug(
            "misdeeds-refused",
            "what was done outside of a grant is not taken down",
            refusesMisdeeds()),
        bug(
            "gateway-leaves-its-sessions",
            "who went through a gateway session stays in when that ends",
            without(event -> event instanceof SessionEnded end && isByGateway(end))),
        bug(
            "allowed-while-suspect",
            "a gateway may let something be done while nobody vouches for the clock",
            when(
                AuthoriseAction.class,
                at -> new Moment(at.appended(), at.effective(), false, at.frozen()))),
        bug(
            "anything-is-allowed",
            "a gateway that asks first may let anything be done in a session",
            allowsAnything()),
        bug(
            "anything-may-be-typed",
            "whatever a customer lists, anything is typed",
            typingAnything()),
        bug(
            "unlisted-channel-is-open",
            "anything is typed on a channel for which nothing is listed, whatever was set",
            typingUnlisted()),
        bug(
            "which-rule-untold",
            "nobody is told which rule allowed what was typed, or did not",
            telling(SessionBugs::withoutRules)));
  }

  private static Bug bug(String name, String description, SessionRulebook broken) {
    return new Bug(name, description, Variant.decidingOnSessions(broken));
  }

  private static SessionRulebook telling(UnaryOperator<SessionEvent> changed) {
    return mapping(event -> Stream.of(changed.apply(event)));
  }

  private static SessionRulebook without(Predicate<SessionEvent> left) {
    return mapping(event -> left.test(event) ? Stream.empty() : Stream.of(event));
  }

  private static SessionRulebook mapping(Function<SessionEvent, Stream<SessionEvent>> changed) {
    return (state, others, command, request, rules, at) ->
        decide(state, others, command, request, rules, at) instanceof Accepted<SessionEvent> yes
            ? new Accepted<>(yes.events().stream().flatMap(changed).toList())
            : decide(state, others, command, request, rules, at);
  }

  private static SessionRulebook knowing(
      Class<? extends SessionCommand> asked, UnaryOperator<Sessions> known) {
    return (state, others, command, request, rules, at) ->
        decide(
            asked.isInstance(command) ? known.apply(state) : state,
            others,
            command,
            request,
            rules,
            at);
  }

  /** Nobody knows of anybody else. */
  private static SessionRulebook alone(Class<? extends SessionCommand> asked) {
    return (state, others, command, request, rules, at) ->
        decide(
            state, asked.isInstance(command) ? Others.NOBODY : others, command, request, rules, at);
  }

  private static SessionRulebook barredNowhereElse() {
    return (state, others, command, request, rules, at) ->
        decide(state, new Others(others.sessions(), false), command, request, rules, at);
  }

  private static SessionRulebook when(
      Class<? extends SessionCommand> asked, UnaryOperator<Moment> seen) {
    return (state, others, command, request, rules, at) ->
        decide(
            state,
            others,
            command,
            request,
            rules,
            asked.isInstance(command) ? seen.apply(at) : at);
  }

  /** A grant as whoever wants in would like it. */
  private interface Wished {
    AccessRequest as(AccessRequest state, StartSession start);
  }

  private static SessionRulebook granting(Wished wished) {
    return (state, others, command, request, rules, at) ->
        command instanceof StartSession start
            ? decide(state, others, command, wished.as(request, start), rules, at)
            : decide(state, others, command, request, rules, at);
  }

  private static SessionRulebook forgettingSeats() {
    return (state, others, command, request, rules, at) ->
        decide(
            state,
            others,
            command instanceof StartSession start ? withoutSeat(start) : command,
            request,
            rules,
            at);
  }

  private static StartSession withoutSeat(StartSession start) {
    return new StartSession(
        start.engineer(),
        start.by(),
        start.session(),
        start.request(),
        start.target(),
        start.through(),
        start.connection());
  }

  private static SessionRulebook letsInByAnyGrant() {
    return granting(
        (state, start) ->
            state instanceof Granted granted
                ? Altered.askedBy(granted, start.engineer().person())
                : state);
  }

  private static SessionEvent withoutTheGrant(SessionEvent event) {
    return event instanceof SessionStarted old
        ? new SessionStarted(
            old.engineer(),
            old.at(),
            old.by(),
            old.session(),
            old.request(),
            old.target(),
            old.through(),
            old.connection(),
            old.actions(),
            old.idleAfter(),
            old.accessUntil(),
            old.at().plus(Duration.ofHours(24)))
        : event;
  }

  private static SessionEvent withAnything(SessionEvent event) {
    if (!(event instanceof ActionPerformed done)) {
      return event;
    }
    var left = new HashSet<>(done.findings());
    left.remove(Finding.ARGUMENT_NOT_GRANTED);
    return new ActionPerformed(
        done.engineer(),
        done.at(),
        done.by(),
        done.about(),
        done.session(),
        done.deed(),
        left,
        done.granted(),
        done.rules(),
        done.idleBy());
  }

  private static Sessions withoutGateways(Sessions state) {
    return open(
        state, state.open().values().stream().filter(one -> one.target().isPresent()).toList());
  }

  private static Sessions withoutDeeds(Sessions state) {
    var used = new TreeMap<>(state.grants());
    used.values().removeIf(use -> use.sessions().isEmpty());
    return new Sessions(state.open(), used, state.barred(), state.trail());
  }

  private static Sessions neverIdle(Sessions state) {
    return open(
        state,
        state.open().values().stream()
            .map(
                one ->
                    new Session(
                        one.id(),
                        one.request(),
                        one.target(),
                        one.through(),
                        one.channel(),
                        one.device(),
                        one.startedAt(),
                        one.idleAfter(),
                        one.endBy(),
                        one.accessUntil(),
                        one.endBy()))
            .toList());
  }

  private static Sessions open(Sessions state, List<Session> open) {
    SortedMap<SessionId, Session> all = new TreeMap<>();
    open.forEach(one -> all.put(one.id(), one));
    return new Sessions(all, state.grants(), state.barred(), state.trail());
  }

  private static SessionRulebook refusesMisdeeds() {
    return (state, others, command, request, rules, at) ->
        decide(state, others, command, request, rules, at) instanceof Accepted<SessionEvent> yes
                && yes.events().getFirst() instanceof ActionPerformed done
                && !done.findings().isEmpty()
            ? refuse(Refusal.NOT_GRANTED, "it was not granted")
            : decide(state, others, command, request, rules, at);
  }

  private static SessionRulebook allowsAnything() {
    return (state, others, command, request, rules, at) ->
        command instanceof AuthoriseAction ask
                && decide(state, others, command, request, rules, at)
                    instanceof Accepted<SessionEvent> yes
                && yes.events().getFirst() instanceof ActionDenied no
                && no.findings().equals(Set.of(Finding.ACTION_NOT_GRANTED))
            ? accept(allowed(ask, no, open(state, ask)))
            : decide(state, others, command, request, rules, at);
  }

  /** It is open, or nothing would be found but that. */
  private static Session open(Sessions state, AuthoriseAction ask) {
    return ask.session().flatMap(id -> Optional.ofNullable(state.open().get(id))).orElseThrow();
  }

  private static SessionEvent allowed(AuthoriseAction ask, ActionDenied no, Session session) {
    return new ActionAuthorised(
        ask.engineer(),
        no.at(),
        no.by(),
        session.request(),
        session.id(),
        ask.deed(),
        ask.deed().resource(),
        List.of(),
        no.at().plus(session.idleAfter()));
  }

  private static boolean isByGateway(SessionEnded end) {
    return end.cause() == SessionEnd.GATEWAY_ENDED;
  }

  private static SessionRulebook typingAnything() {
    return (state, others, command, request, rules, at) ->
        decide(state, others, command, request, rules.map(SessionBugs::withoutList), at);
  }

  private static SessionRules withoutList(SessionRules rules) {
    return new SessionRules(
        rules.limits(), rules.entry(), rules.targets(), List.of(), rules.endedOutOfGrant(), false);
  }

  private static SessionRulebook comingInByAnyCard() {
    return (state, others, command, request, rules, at) ->
        decide(state, others, command, request, rules.map(SessionBugs::byAnyCard), at);
  }

  private static SessionRules byAnyCard(SessionRules rules) {
    var entry = rules.entry();
    return new SessionRules(
        rules.limits(),
        new EntryRules(
            entry.channels(),
            entry.sources(),
            entry.throughGateway(),
            entry.methods(),
            entry.kinds(),
            entry.systems(),
            entry.posture(),
            entry.crypto(),
            entry.countries(),
            List.of()),
        rules.targets(),
        rules.commands(),
        rules.endedOutOfGrant(),
        rules.listedOnly());
  }

  private static SessionRulebook typingUnlisted() {
    return (state, others, command, request, rules, at) ->
        decide(state, others, command, request, rules.map(SessionBugs::whereListed), at);
  }

  private static SessionRules whereListed(SessionRules rules) {
    return new SessionRules(
        rules.limits(),
        rules.entry(),
        rules.targets(),
        rules.commands(),
        rules.endedOutOfGrant(),
        false);
  }

  private static SessionEvent withoutRules(SessionEvent event) {
    return event instanceof ActionPerformed done
        ? new ActionPerformed(
            done.engineer(),
            done.at(),
            done.by(),
            done.about(),
            done.session(),
            done.deed(),
            done.findings(),
            done.granted(),
            List.of(),
            done.idleBy())
        : event;
  }
}
