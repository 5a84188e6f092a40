package dev.lockbox.audit.ocsf;

import dev.lockbox.domain.Recorded;
import dev.lockbox.domain.RequestEvent.RequestFaulted;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.TenantId;

/** What it happened to: a request or a tenant, with its version after the event. */
final class Things {
  private static final int TYPE_OTHER = 99;

  private Things() {}

  /** A managed entity; for a fault, which is a finding, a resource. */
  static Fields of(Recorded recorded) {
    var event = recorded.event();
    var thing = event.about().map(Things::request).orElseGet(() -> tenant(event.tenant()));
    return event instanceof RequestFaulted
        ? new Fields().objects("resources", thing)
        : new Fields().object("entity", entity(thing, recorded.version()));
  }

  private static Fields entity(Fields thing, long version) {
    return thing.number("type_id", TYPE_OTHER).text("version", Long.toString(version));
  }

  private static Fields request(RequestId request) {
    return thing("Lockbox Request", request.value(), request.toString());
  }

  private static Fields tenant(TenantId tenant) {
    return thing("Lockbox Tenant", tenant.value(), tenant.value());
  }

  private static Fields thing(String type, String uid, String name) {
    return new Fields().text("type", type).text("uid", uid).text("name", name);
  }
}
