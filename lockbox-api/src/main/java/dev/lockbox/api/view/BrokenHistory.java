package dev.lockbox.api.view;

import dev.lockbox.domain.identity.TenantId;

/**
 * The events of a tenant do not follow one another: a broken promise, never a user's mistake. The
 * view stops; it never skips.
 */
public final class BrokenHistory extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BrokenHistory(TenantId tenant, String what, long expected, long found) {
    super("%s %s was expected of customer %s, was %s".formatted(what, expected, tenant, found));
  }

  BrokenHistory(String where, Exception unreadable) {
    super("the event at %s cannot be read".formatted(where), unreadable);
  }
}
