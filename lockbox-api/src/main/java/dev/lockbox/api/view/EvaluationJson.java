package dev.lockbox.api.view;

import dev.lockbox.domain.evaluation.Check;
import dev.lockbox.domain.evaluation.CheckName;
import dev.lockbox.domain.evaluation.Evaluation;
import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * What the provider's own checks found before the customer was asked.
 *
 * @param outcome where the request went from there
 * @param checks every one that there is
 */
@Introspected
@Schema(name = "Evaluation")
public record EvaluationJson(Evaluation.Outcome outcome, List<CheckJson> checks) {
  /**
   * One check.
   *
   * @param required whether the request could not go on without it
   * @param expected what would satisfy it
   */
  @Introspected
  @Schema(name = "Check")
  public record CheckJson(
      CheckName name, boolean required, Check.Outcome outcome, String expected, String found) {
    static CheckJson of(Check check) {
      return new CheckJson(
          check.name(), check.isRequired(), check.outcome(), check.expected(), check.found());
    }
  }

  static EvaluationJson of(Evaluation evaluation) {
    return new EvaluationJson(
        evaluation.outcome(), evaluation.checks().stream().map(CheckJson::of).toList());
  }
}
