package dev.lockbox.domain.session;

import static dev.lockbox.domain.decision.Decision.refuse;
import static dev.lockbox.domain.decision.Refusal.CHANNEL_NOT_ALLOWED;
import static dev.lockbox.domain.decision.Refusal.COUNTRY_NOT_ALLOWED;
import static dev.lockbox.domain.decision.Refusal.CREDENTIAL_NOT_ALLOWED;
import static dev.lockbox.domain.decision.Refusal.CRYPTO_NOT_ALLOWED;
import static dev.lockbox.domain.decision.Refusal.DEVICE_NOT_ALLOWED;
import static dev.lockbox.domain.decision.Refusal.GATEWAY_NEEDED;
import static dev.lockbox.domain.decision.Refusal.MFA_REQUIRED;
import static dev.lockbox.domain.decision.Refusal.NOT_GRANTED;
import static dev.lockbox.domain.decision.Refusal.OBLIGATION_NOT_KEPT;
import static dev.lockbox.domain.decision.Refusal.SESSION_EXISTS;
import static dev.lockbox.domain.decision.Refusal.SESSION_LIMIT;
import static dev.lockbox.domain.decision.Refusal.SOURCE_NOT_ALLOWED;
import static dev.lockbox.domain.decision.Refusal.TARGET_NOT_ALLOWED;

import dev.lockbox.domain.AccessRequest.Granted;
import dev.lockbox.domain.SessionCommand.StartSession;
import dev.lockbox.domain.SessionEvent;
import dev.lockbox.domain.SessionEvent.SessionStarted;
import dev.lockbox.domain.decision.Decision;
import dev.lockbox.domain.decision.Provenance;
import dev.lockbox.domain.decision.Refusal;
import dev.lockbox.domain.gateway.Device;
import dev.lockbox.domain.identity.DeviceId;
import dev.lockbox.domain.identity.ResourceName;
import dev.lockbox.domain.rules.SessionRules;
import dev.lockbox.domain.rules.SessionRules.Obstacle;
import dev.lockbox.domain.time.Moment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;

/** Says whether an engineer may come in under a grant. */
final class Entry {
  private Entry() {}

  /**
   * @param state with the sessions whose time is up still in it: they count no more
   * @param grant that is the engineer's, and opens things just now
   */
  static Decision<SessionEvent> decide(
      Sessions state,
      Others others,
      StartSession start,
      Granted grant,
      SessionRules rules,
      Moment at) {
    var ended = Ending.ofOverdue(state, start.engineer(), at);
    var now = state;
    for (var event : ended) {
      now = Sessions.evolve(now, event);
    }
    var open = now;
    return obstacle(start, grant, rules)
        .or(() -> notKept(start, grant))
        .or(() -> notOnThisDevice(open, others, start))
        .or(() -> notThere(start, grant, rules))
        .or(() -> usedUp(open, start, grant))
        .or(() -> tooMany(open, start, rules))
        .or(() -> noGateway(open, start, rules))
        .orElseGet(
            () -> {
              var events = new ArrayList<>(ended);
              events.add(started(start, grant, rules, at.appended()));
              return new Decision.Accepted<>(events);
            });
  }

  private static Optional<Decision<SessionEvent>> obstacle(
      StartSession start, Granted grant, SessionRules rules) {
    var connection = start.connection();
    return rules
        .obstacleTo(connection, start.target())
        .map(found -> keptOut(start, found, "customer " + start.tenant()))
        .or(
            () ->
                grant
                    .terms()
                    .conditions()
                    .obstacleTo(connection)
                    .map(found -> keptOut(start, found, "the grant of " + start.request())));
  }

  /** What a gateway does not tell that it keeps it does not keep. */
  private static Optional<Decision<SessionEvent>> notKept(StartSession start, Granted grant) {
    return grant
        .terms()
        .conditions()
        .notKeptBy(start.connection().keeps())
        .map(
            missing ->
                refuse(
                    OBLIGATION_NOT_KEPT,
                    "the grant of %s asks for %s, which gateway %s does not say it keeps"
                        .formatted(start.request(), missing, start.connection().source())));
  }

  private static Decision<SessionEvent> keptOut(StartSession start, Obstacle found, String by) {
    return refuse(
        refusal(found),
        "%s does not let %s in by this %s".formatted(by, start.engineer().person(), nameOf(found)));
  }

  private static Refusal refusal(Obstacle found) {
    return switch (found) {
      case CHANNEL -> CHANNEL_NOT_ALLOWED;
      case SOURCE -> SOURCE_NOT_ALLOWED;
      case METHOD -> MFA_REQUIRED;
      case CREDENTIAL -> CREDENTIAL_NOT_ALLOWED;
      case DEVICE -> DEVICE_NOT_ALLOWED;
      case CRYPTO -> CRYPTO_NOT_ALLOWED;
      case COUNTRY -> COUNTRY_NOT_ALLOWED;
    };
  }

  private static String nameOf(Obstacle found) {
    return switch (found) {
      case CHANNEL -> "channel";
      case SOURCE -> "gateway";
      case METHOD -> "way of authenticating";
      case CREDENTIAL -> "credential";
      case DEVICE -> "device";
      case CRYPTO -> "encryption";
      case COUNTRY -> "country";
    };
  }

  private static Optional<Decision<SessionEvent>> notOnThisDevice(
      Sessions state, Others others, StartSession start) {
    Optional<DeviceId> device = start.connection().device().map(Device::id);
    return device
        .filter(one -> state.isBarred(one) || others.isBarred(one))
        .map(
            barred ->
                refuse(
                    DEVICE_NOT_ALLOWED,
                    "device %s of %s does not keep to what it must%s"
                        .formatted(
                            barred,
                            start.engineer().person(),
                            others.isBarredEverywhere() ? ", for every customer" : "")));
  }

  private static Optional<Decision<SessionEvent>> notThere(
      StartSession start, Granted grant, SessionRules rules) {
    return start
        .target()
        .filter(target -> !mayBeOn(target, start, grant, rules))
        .map(
            target ->
                refuse(
                    TARGET_NOT_ALLOWED,
                    "request %s grants %s no session on %s"
                        .formatted(start.request(), start.engineer().person(), target)));
  }

  private static boolean mayBeOn(
      ResourceName target, StartSession start, Granted grant, SessionRules rules) {
    return Grant.covering(grant, target).isPresent()
        && rules.admits(start.engineer().person(), target);
  }

  /**
   * What was granted for one use is used by its first session and by those that go through it, or
   * by the first thing done outside of a session.
   */
  private static Optional<Decision<SessionEvent>> usedUp(
      Sessions open, StartSession start, Granted grant) {
    var isSameUse =
        start
            .through()
            .flatMap(id -> Optional.ofNullable(open.open().get(id)))
            .filter(gateway -> gateway.request().equals(start.request()))
            .isPresent();
    return grant.isForOneUse() && open.isUsed(start.request()) && !isSameUse
        ? Optional.of(
            refuse(
                NOT_GRANTED,
                "request %s was granted for one use, and it has had one"
                    .formatted(start.request())))
        : Optional.empty();
  }

  private static Optional<Decision<SessionEvent>> tooMany(
      Sessions open, StartSession start, SessionRules rules) {
    if (open.knows(start.session(), start.request())) {
      return Optional.of(
          refuse(SESSION_EXISTS, "session %s was started before".formatted(start.session())));
    }
    if (start.seatTaken()) {
      return Optional.of(
          refuse(
              SESSION_LIMIT,
              "%s may have one session at once on a gateway, and has one"
                  .formatted(start.engineer().person())));
    }
    var beside =
        open.open().values().stream().filter(one -> one.target().equals(start.target())).count();
    var most = start.target().map(rules::sessionsMax).orElse(1);
    var isFull =
        open.open().size() >= Sessions.OPEN_MAX
            || open.useOf(start.request()).sessions().size() >= GrantUse.SESSIONS_MAX
            || open.grants().size() >= Sessions.GRANTS_MAX
                && !open.grants().containsKey(start.request());
    return beside < most && !isFull
        ? Optional.empty()
        : Optional.of(
            refuse(
                SESSION_LIMIT,
                "%s may have %s sessions at once on %s, and has %s"
                    .formatted(
                        start.engineer().person(),
                        most,
                        start.target().map(ResourceName::value).orElse("a gateway"),
                        beside)));
  }

  private static Optional<Decision<SessionEvent>> noGateway(
      Sessions open, StartSession start, SessionRules rules) {
    var isNeeded = start.target().isPresent() && rules.entry().throughGateway();
    var isThere =
        start
            .through()
            .flatMap(id -> Optional.ofNullable(open.open().get(id)))
            .filter(Session::isGateways)
            .isPresent();
    return isThere || !isNeeded && start.through().isEmpty()
        ? Optional.empty()
        : Optional.of(
            refuse(
                GATEWAY_NEEDED,
                "session %s must go through an open gateway session".formatted(start.session())));
  }

  /** Counted from the append time: how long it may last is never taken from a later one. */
  private static SessionStarted started(
      StartSession start, Granted grant, SessionRules rules, Instant at) {
    var latest = at.plus(rules.limits().longest());
    var until = grant.accessUntil();
    return new SessionStarted(
        start.engineer(),
        at,
        new Provenance(start.by(), start.content()),
        start.session(),
        start.request(),
        start.target(),
        start.through(),
        start.connection(),
        grant.terms().actions(),
        rules.idleAfter(start.target()),
        until,
        latest.isBefore(until) ? latest : until);
  }
}
