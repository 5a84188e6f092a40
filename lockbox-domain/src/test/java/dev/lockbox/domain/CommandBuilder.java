package dev.lockbox.domain;

import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.PersonalText;
import dev.lockbox.domain.identity.RequestId;
import java.util.Optional;

/** A command in as few words as a test needs; see {@link Commands}. */
public abstract class CommandBuilder<B extends CommandBuilder<B>> {
  private PersonId actor;
  private RequestId request = Cast.REQUEST;
  private Optional<DecisionId> id = Optional.empty();
  private Optional<String> reason = Optional.empty();

  CommandBuilder(PersonId actor) {
    this.actor = actor;
  }

  abstract B self();

  abstract RequestCommand build(Unsaid unsaid);

  /** As asked of a request that stands at this version; 0 where nothing was opened. */
  public RequestCommand build(long version) {
    return build(Unsaid.after(Cast.MORNING, version));
  }

  public B by(PersonId told) {
    actor = told;
    return self();
  }

  public B of(RequestId told) {
    request = told;
    return self();
  }

  /** Under this decision id; unsaid, it is one never used before. */
  public B as(String told) {
    id = Optional.of(new DecisionId(told));
    return self();
  }

  public B because(String told) {
    reason = Optional.of(told);
    return self();
  }

  RequestId request() {
    return request;
  }

  Attempt attempt(Unsaid unsaid) {
    return new Attempt(actor, id.orElse(unsaid.id()));
  }

  Optional<PersonalText> reason() {
    return reason.map(text -> new PersonalText(actor, text));
  }
}
