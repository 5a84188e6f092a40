package dev.lockbox.domain.evaluation;

import dev.lockbox.domain.identity.Code;
import dev.lockbox.domain.identity.Country;
import dev.lockbox.domain.identity.PersonalText;
import java.util.Optional;

/**
 * What the JIT service states of the engineer, beside their id.
 *
 * @param country where they are
 * @param escalationLevel how often the problem was passed on; 0 to {@value #ESCALATION_MAX}
 * @param pseudonym what the customer is shown instead of the id
 */
public record Requester(
    Optional<Identity> identity,
    Optional<Country> country,
    Optional<Code> team,
    Optional<Integer> escalationLevel,
    Optional<PersonalText> pseudonym) {
  public static final int ESCALATION_MAX = 9;

  public static final Requester UNSAID =
      new Requester(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  public Requester {
    escalationLevel.ifPresent(level -> Limits.within("escalationLevel", level, 0, ESCALATION_MAX));
  }
}
