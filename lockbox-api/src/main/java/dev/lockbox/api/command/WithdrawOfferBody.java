package dev.lockbox.api.command;

import dev.lockbox.api.problem.ProblemException;
import dev.lockbox.domain.identity.DecisionId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Set;

/**
 * What the body says with which an offer is taken back.
 *
 * @param decisionId the caller's own id of this attempt, 1 to 64 characters; the same again is the
 *     same attempt
 * @param offer the version of the request in which the offer stands
 */
@Schema(name = "WithdrawOffer")
record WithdrawOfferBody(
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String decisionId,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) long offer) {
  private static final Set<String> NAMES = Set.of("decisionId", "offer");

  /**
   * @throws ProblemException INVALID_REQUEST
   */
  static WithdrawOfferBody parse(byte[] body) {
    var json = DecisionBody.object(body);
    DecisionBody.mayHoldOnly(json, NAMES);
    return new WithdrawOfferBody(
        DecisionBody.text(json, "decisionId")
            .orElseThrow(() -> DecisionBody.invalid("decisionId is missing")),
        DecisionBody.version(json, "offer", "the version in which the offer stands"));
  }

  /**
   * @throws ProblemException INVALID_REQUEST for what cannot be an id
   */
  DecisionId id() {
    return SettingsBody.id(decisionId);
  }
}
