package dev.lockbox.events.message;

import dev.lockbox.domain.identity.TenantId;

/** What the provider says of its own people: a role or an engineer as it stands. */
public sealed interface RolesSnapshot permits RoleSnapshot, EngineerSnapshot {
  /** What it is called on the topic: {@code role/…} or {@code engineer/…}. */
  String key();

  /** The provider's own. */
  TenantId tenant();
}
