package dev.lockbox.domain;

import dev.lockbox.domain.decision.Provenance;
import dev.lockbox.domain.identity.RequestId;
import java.time.Instant;
import java.util.Optional;

/** What the customer's people made of what was done. None of it changes what was granted. */
public sealed interface ReadingEvent extends RequestEvent {
  /** The attempt that was accepted; empty for what time brings. */
  Optional<Provenance> attempted();

  /**
   * Access ends with the event that follows, or that after it, and somebody of the customer's is to
   * read what was done.
   *
   * @param attempted which ends it; empty when its time is up
   * @param remindAt from this instant on they are reminded, where nobody has
   */
  record ReadingRequired(
      RequestId request, Instant at, Optional<Provenance> attempted, Instant remindAt)
      implements ReadingEvent {}

  /** Somebody of the customer's said that they read what was done. */
  record RecordRead(RequestId request, Instant at, Provenance by) implements ReadingEvent {
    @Override
    public Optional<Provenance> attempted() {
      return Optional.of(by);
    }
  }

  /** Nobody has said so in time. They still may; nobody is reminded again. */
  record RecordUnread(RequestId request, Instant at) implements ReadingEvent {
    @Override
    public Optional<Provenance> attempted() {
      return Optional.empty();
    }
  }
}
