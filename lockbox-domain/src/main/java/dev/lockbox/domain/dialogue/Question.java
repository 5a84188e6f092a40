package dev.lockbox.domain.dialogue;

import dev.lockbox.domain.identity.PersonalText;
import java.time.Instant;
import java.util.Optional;

/**
 * What an approver asks the engineer before deciding.
 *
 * @param version of the request that it led to, by which the answer names it
 * @param words of the approver
 * @param answer empty while there is none
 */
public record Question(long version, Instant at, PersonalText words, Optional<Answer> answer) {
  public boolean isOpen() {
    return answer.isEmpty();
  }

  Question answered(Answer given) {
    return new Question(version, at, words, Optional.of(given));
  }
}
