package dev.lockbox.domain;

import dev.lockbox.domain.decision.Provenance;
import dev.lockbox.domain.identity.PersonId;
import java.time.Instant;
import java.util.Optional;

/**
 * An event in as few words as a test needs, and the command that brought it; see {@link Events}.
 */
public abstract class EventBuilder<B extends EventBuilder<B>> {
  private CommandBuilder<?> cause;
  private Optional<Instant> at = Optional.empty();

  EventBuilder(CommandBuilder<?> cause) {
    this.cause = cause;
  }

  abstract B self();

  abstract RequestEvent build(RequestCommand command, Instant at);

  RequestEvent build(Unsaid unsaid) {
    var when = at.orElse(unsaid.at());
    return build(cause.build(unsaid), when);
  }

  /** As it happened to a request that stood at this version before; 0 where nothing was opened. */
  public RequestEvent build(long version, Instant when) {
    return build(Unsaid.after(Cast.MORNING, version).at(when));
  }

  public B at(Instant told) {
    at = Optional.of(told);
    return self();
  }

  public B by(PersonId told) {
    cause.by(told);
    return self();
  }

  /** By the attempt under this decision id. */
  public B as(String told) {
    cause.as(told);
    return self();
  }

  public B because(String told) {
    cause.because(told);
    return self();
  }

  /** Brought about by another command than the usual one. */
  public B through(CommandBuilder<?> told) {
    cause = told;
    return self();
  }

  static Provenance provenance(RequestCommand command) {
    return new Provenance(command.attempt().orElseThrow(), command.content());
  }
}
