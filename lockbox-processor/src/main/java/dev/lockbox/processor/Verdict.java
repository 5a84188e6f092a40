package dev.lockbox.processor;

import dev.lockbox.domain.Command;
import dev.lockbox.domain.CommandRefused;
import dev.lockbox.domain.Event;
import dev.lockbox.domain.ExclusionEvent;
import dev.lockbox.domain.GrantsEvent;
import dev.lockbox.domain.RequestEvent;
import dev.lockbox.domain.SessionEvent;
import dev.lockbox.domain.decision.Decision.Refused;
import dev.lockbox.domain.decision.Refusal;
import dev.lockbox.domain.identity.DeviceId;
import dev.lockbox.domain.session.Examined;
import dev.lockbox.domain.session.Sessions;
import dev.lockbox.events.message.ExclusionSnapshot;
import dev.lockbox.events.message.FreezeSnapshot;
import dev.lockbox.events.message.RequestSnapshot;
import dev.lockbox.events.message.RolesSnapshot;
import dev.lockbox.events.message.SessionsSnapshot;
import dev.lockbox.events.message.TenantSnapshot;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What comes of a command. Nothing has been written yet. */
sealed interface Verdict {
  /**
   * The request moved on.
   *
   * @param events what happened, in order; the last of them led to {@code after}
   * @param ended what the end of a grant brings about, and what stands before it in the record
   */
  record RequestMoved(
      RequestSnapshot after, List<RequestEvent> events, Optional<SessionsMoved> ended)
      implements Verdict {}

  /**
   * The request's history is impossible, so it grants nothing from here on.
   *
   * @param event the one that says so
   * @param ended what the end of a grant brings about, and what stands before it in the record
   */
  record RequestFaulted(RequestSnapshot after, RequestEvent event, Optional<SessionsMoved> ended)
      implements Verdict {}

  /**
   * The tenant itself changed.
   *
   * @param events what happened, in order; the last of them led to {@code after}
   */
  record TenantMoved(TenantSnapshot after, List<? extends Event> events) implements Verdict {}

  /** The tenant's grants were frozen or released; requests and the tenant stay as they are. */
  record GrantsMoved(FreezeSnapshot after, GrantsEvent event) implements Verdict {}

  /** An exclusion was reported or moved on; requests and the tenant stay as they are. */
  record ExclusionMoved(ExclusionSnapshot after, ExclusionEvent event) implements Verdict {}

  /**
   * A role or an engineer of the provider's changed.
   *
   * @param version of {@code after}
   * @param events what happened, in order; the last of them led to {@code after}
   */
  record RolesMoved(RolesSnapshot after, long version, List<? extends Event> events)
      implements Verdict {}

  /**
   * Something happened in engineers' sessions; requests and the tenant stay as they are.
   *
   * @param each what happened to whom, in order; more than one where they share a device
   */
  record Attended(List<SessionsMoved> each) implements Verdict {}

  /**
   * What happened in one engineer's sessions.
   *
   * @param events in order; the last of them led to {@code after}
   */
  record SessionsMoved(Sessions before, SessionsSnapshot after, List<SessionEvent> events) {}

  /**
   * What is known of a device for every customer changed. Nobody's verdict: no customer asked.
   *
   * @param ended what that brings about, customer by customer
   */
  record Heeded(DeviceId device, Examined known, List<SessionsMoved> ended) {}

  /**
   * Somebody was told no.
   *
   * @param version of what they asked about, which stays as it was
   */
  record SaidNo(CommandRefused event, long version) implements Verdict {}

  /** A no, on the record where a person asked, and only counted where an alarm did. */
  static Verdict refused(Command command, Refused<?> no, long version, Instant at) {
    return CommandRefused.of(command, no, at)
        .<Verdict>map(event -> new SaidNo(event, version))
        .orElseGet(() -> new AlarmRefused(no.refusal()));
  }

  /** The same attempt was accepted before. */
  record Repeated() implements Verdict {}

  /** An alarm was refused: nobody asked, so nobody is told. */
  record AlarmRefused(Refusal refusal) implements Verdict {}
}
