package dev.lockbox.api.command;

import dev.lockbox.api.problem.Code;
import dev.lockbox.api.problem.ProblemException;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.PersonalText;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Set;

/**
 * What the body of a question says.
 *
 * @param decisionId the caller's own id of this attempt, 1 to 64 characters; the same again is the
 *     same attempt
 * @param question in the caller's words, at most 4096 bytes of UTF-8
 */
@Schema(name = "AskQuestion")
public record QuestionBody(
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String decisionId,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String question) {
  private static final Set<String> NAMES = Set.of("decisionId", "question");

  /**
   * @throws ProblemException INVALID_REQUEST
   */
  static QuestionBody parse(byte[] body) {
    var json = DecisionBody.object(body);
    DecisionBody.mayHoldOnly(json, NAMES);
    return new QuestionBody(
        DecisionBody.text(json, "decisionId")
            .orElseThrow(() -> DecisionBody.invalid("decisionId is missing")),
        DecisionBody.text(json, "question")
            .filter(text -> !text.isBlank())
            .orElseThrow(() -> DecisionBody.invalid("question is missing")));
  }

  /**
   * @throws ProblemException INVALID_REQUEST for what cannot be an id
   */
  public DecisionId id() {
    return SettingsBody.id(decisionId);
  }

  /**
   * @throws ProblemException INVALID_REASON for one that is too long or cannot be written down
   */
  public PersonalText of(PersonId person) {
    try {
      return new PersonalText(person, question);
    } catch (IllegalArgumentException notTaken) {
      throw new ProblemException(
          Code.INVALID_REASON,
          "question must be at most %s bytes of UTF-8".formatted(PersonalText.BYTES_MAX));
    }
  }
}
