package dev.lockbox.domain;

import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.gateway.Connection;
import dev.lockbox.domain.gateway.Deed;
import dev.lockbox.domain.identity.DeviceId;
import dev.lockbox.domain.identity.EngineerId;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.ResourceName;
import dev.lockbox.domain.identity.SessionId;
import dev.lockbox.domain.identity.TenantId;
import java.util.Optional;

/** What can be asked and told of an engineer's sessions, and access at targets, at one customer. */
public sealed interface SessionCommand extends Command {
  EngineerId engineer();

  @Override
  default TenantId tenant() {
    return engineer().tenant();
  }

  @Override
  default Optional<RequestId> about() {
    return Optional.empty();
  }

  /** What a gateway may say. */
  sealed interface Told extends SessionCommand
      permits StartSession, NoteActivity, OfAction, EndSession, ReportDevice, TargetReport {
    /** The attempt's actor is the gateway. */
    Attempt by();

    @Override
    default Optional<Attempt> attempt() {
      return Optional.of(by());
    }
  }

  /**
   * An engineer comes in. The gateway lets them in once this was accepted, not before.
   *
   * @param request whose grant lets them in
   * @param target empty for a session on the gateway itself
   * @param through the gateway session that a session on a target goes through
   * @param seatTaken whether the engineer has their one gateway session at another customer, as the
   *     log of what gateways tell had it; no gateway says so itself, and it is not part of what is
   *     asked
   */
  record StartSession(
      EngineerId engineer,
      Attempt by,
      SessionId session,
      RequestId request,
      Optional<ResourceName> target,
      Optional<SessionId> through,
      Connection connection,
      boolean seatTaken)
      implements Told {
    public StartSession {
      mustBeTheCustomers(engineer, request);
      if (target.isEmpty() && through.isPresent()) {
        throw new IllegalArgumentException(
            "gateway session %s cannot go through another".formatted(session));
      }
      if (target.isPresent() && seatTaken) {
        throw new IllegalArgumentException(
            "session %s is on a target, which takes no seat".formatted(session));
      }
    }

    /** As a gateway asks, who knows of no other customer. */
    public StartSession(
        EngineerId engineer,
        Attempt by,
        SessionId session,
        RequestId request,
        Optional<ResourceName> target,
        Optional<SessionId> through,
        Connection connection) {
      this(engineer, by, session, request, target, through, connection, false);
    }

    /** Whether it is to be on a gateway itself, where an engineer has one seat. */
    public boolean takesSeat() {
      return target.isEmpty();
    }

    /** The same of an engineer whose seat is taken at another customer. */
    public StartSession withSeatTaken() {
      return new StartSession(engineer, by, session, request, target, through, connection, true);
    }

    @Override
    public Optional<RequestId> about() {
      return Optional.of(request);
    }
  }

  /** Something moved in a session, so it is not idle. */
  record NoteActivity(EngineerId engineer, Attempt by, SessionId session, RequestId request)
      implements Told {
    public NoteActivity {
      mustBeTheCustomers(engineer, request);
    }

    @Override
    public Optional<RequestId> about() {
      return Optional.of(request);
    }
  }

  /** Something that an engineer does at a customer, before or after it is done. */
  sealed interface OfAction extends Told permits ReportAction, AuthoriseAction {
    /** Whose grant it is under; empty where none was named. */
    Optional<RequestId> request();

    /** Which it is done in; empty where none was named. */
    Optional<SessionId> session();

    Deed deed();

    @Override
    default Optional<RequestId> about() {
      return request();
    }
  }

  /**
   * The engineer did something, or was kept from it. It happened, so it is taken down whatever
   * allowed it.
   *
   * @param request whose grant it was done under; empty where none was named
   * @param session it was done in; empty where a target's own log tells of it and knows of none
   */
  record ReportAction(
      EngineerId engineer,
      Attempt by,
      Optional<RequestId> request,
      Optional<SessionId> session,
      Deed deed)
      implements OfAction {
    public ReportAction {
      request.ifPresent(given -> mustBeTheCustomers(engineer, given));
    }
  }

  /**
   * May the engineer do this? Whoever asks lets them once it was authorised, not before, and then
   * reports what they did.
   *
   * @param session without an open one the answer is no: how engineers come in is looked at when a
   *     session begins, and nowhere else
   * @param deed what is to be done; nothing of it has happened
   */
  record AuthoriseAction(
      EngineerId engineer,
      Attempt by,
      Optional<RequestId> request,
      Optional<SessionId> session,
      Deed deed)
      implements OfAction {
    public AuthoriseAction {
      request.ifPresent(given -> mustBeTheCustomers(engineer, given));
      if (!deed.isYetToBeDone()) {
        throw new IllegalArgumentException(
            "what is asked for must not have happened, and is seen by a gateway");
      }
    }
  }

  /** The engineer left. */
  record EndSession(EngineerId engineer, Attempt by, SessionId session, RequestId request)
      implements Told {
    public EndSession {
      mustBeTheCustomers(engineer, request);
    }

    @Override
    public Optional<RequestId> about() {
      return Optional.of(request);
    }
  }

  /** A device of the engineer's was examined, and keeps to what it must, or does not. */
  record ReportDevice(EngineerId engineer, Attempt by, DeviceId device, boolean compliant)
      implements Told {}

  /** An alarm: some session of this engineer's may have lasted long enough. */
  record EnforceSessions(EngineerId engineer) implements SessionCommand {
    @Override
    public Optional<Attempt> attempt() {
      return Optional.empty();
    }
  }

  static void mustBeTheCustomers(EngineerId engineer, RequestId request) {
    if (!request.tenant().equals(engineer.tenant())) {
      throw new IllegalArgumentException(
          "request %s must be of customer %s".formatted(request, engineer.tenant()));
    }
  }
}
