package dev.lockbox.api.azure;

import dev.lockbox.api.problem.Problem;
import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * A problem as Azure's interface tells it.
 *
 * @param error what went wrong
 */
@Introspected
@Schema(name = "AzureError")
record ErrorJson(Body error) {
  /**
   * @param code the problem's
   * @param message the problem's detail
   */
  @Introspected
  @Schema(name = "AzureErrorBody")
  record Body(String code, String message) {}

  static ErrorJson of(Problem problem) {
    return new ErrorJson(new Body(problem.code().name(), problem.detail()));
  }
}
