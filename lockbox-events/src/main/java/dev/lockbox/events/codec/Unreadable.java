package dev.lockbox.events.codec;

import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.events.message.QuarantineCause;
import java.util.Optional;
import java.util.Set;

/** A record nobody can read, and never will: it belongs in quarantine. */
public final class Unreadable extends Exception {
  private static final long serialVersionUID = 1L;
  private final QuarantineCause cause;
  private final transient Optional<Set<TenantId>> named;
  private final transient Optional<Object> meaning;

  Unreadable(QuarantineCause cause, String detail) {
    super(detail);
    this.cause = cause;
    this.named = Optional.empty();
    this.meaning = Optional.empty();
  }

  Unreadable(QuarantineCause cause, String detail, Throwable because) {
    super(detail, because);
    this.cause = cause;
    this.named = Optional.empty();
    this.meaning = Optional.empty();
  }

  private Unreadable(Unreadable less, Optional<Set<TenantId>> named, Optional<Object> meaning) {
    super(less.getMessage(), less.getCause());
    this.cause = less.cause;
    this.named = named;
    this.meaning = meaning;
  }

  /** The same, of a record whose inside names these tenants, or nobody. */
  Unreadable naming(Set<TenantId> tenants) {
    return new Unreadable(this, Optional.of(Set.copyOf(tenants)), meaning);
  }

  /** The same, of a record that would mean this where it belongs. */
  Unreadable meaning(Object message) {
    return new Unreadable(this, named, Optional.of(message));
  }

  public QuarantineCause why() {
    return cause;
  }

  /** Whom the record names inside, none where it is nobody's; empty where that cannot be told. */
  public Optional<Set<TenantId>> named() {
    return named;
  }

  /** What the record would mean where it belongs; empty where it means nothing anywhere. */
  public Optional<Object> meaning() {
    return meaning;
  }
}
