package dev.lockbox.audit.ocsf;

import dev.lockbox.domain.AccessEvent.ClosingFailed;
import dev.lockbox.domain.Event;
import dev.lockbox.domain.ExclusionEvent.AcknowledgementOverdue;
import dev.lockbox.domain.ExclusionEvent.ExclusionInvoked;
import dev.lockbox.domain.ReadingEvent.RecordUnread;
import dev.lockbox.domain.Recorded;
import dev.lockbox.domain.RequestEvent.RequestFaulted;
import dev.lockbox.domain.RolesEvent;
import dev.lockbox.domain.SessionEvent;
import dev.lockbox.domain.TargetEvent.AccessNotProvisioned;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.TenantId;
import java.util.Optional;

/**
 * What it happened to: a request, a tenant, a role or an engineer, with its version after the
 * event.
 */
final class Things {
  private static final int TYPE_OTHER = 99;

  private Things() {}

  /** A managed entity; for what is a finding, a resource; of a session, what it is on. */
  static Fields of(Recorded recorded) {
    var event = recorded.event();
    var own =
        event instanceof SessionEvent session
            ? SessionRecords.things(session)
            : Optional.<Fields>empty();
    if (own.isPresent()) {
      return own.get();
    }
    var thing =
        event instanceof RolesEvent roles
            ? ofRoles(roles)
            : event.about().map(Things::request).orElseGet(() -> tenant(event.tenant()));
    return isFinding(event)
        ? new Fields().objects("resources", thing)
        : new Fields().object("entity", entity(thing, recorded.version()));
  }

  private static boolean isFinding(Event event) {
    return event instanceof RequestFaulted
        || event instanceof ClosingFailed
        || event instanceof RecordUnread
        || event instanceof ExclusionInvoked
        || event instanceof AcknowledgementOverdue
        || event instanceof AccessNotProvisioned;
  }

  private static Fields entity(Fields thing, long version) {
    return thing.number("type_id", TYPE_OTHER).text("version", Long.toString(version));
  }

  private static Fields request(RequestId request) {
    return thing("Lockbox Request", request.value(), request.toString());
  }

  private static Fields ofRoles(RolesEvent event) {
    return switch (event) {
      case RolesEvent.OfRole role ->
          thing(
              "Lockbox Role",
              role.role().value(),
              "%s/role/%s".formatted(event.tenant(), role.role()));
      case RolesEvent.OfEngineer theirs ->
          thing(
              "Lockbox Engineer",
              theirs.engineer().value(),
              "%s/engineer/%s".formatted(event.tenant(), theirs.engineer()));
    };
  }

  private static Fields tenant(TenantId tenant) {
    return thing("Lockbox Tenant", tenant.value(), tenant.value());
  }

  private static Fields thing(String type, String uid, String name) {
    return new Fields().text("type", type).text("uid", uid).text("name", name);
  }
}
