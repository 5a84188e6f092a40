package dev.lockbox.api.azure;

import dev.lockbox.api.problem.Code;
import dev.lockbox.api.problem.ProblemException;
import java.util.Optional;

/** The version of the interface that is spoken here, and the only one. */
final class ApiVersion {
  static final String SPOKEN = "2018-02-28-preview";
  static final String ABOUT = "`2018-02-28-preview`; taken for that when left out.";

  private ApiVersion() {}

  /**
   * @param apiVersion as the query has it
   * @throws ProblemException INVALID_REQUEST for another one
   */
  static void mustBeSpoken(Optional<String> apiVersion) {
    if (apiVersion.filter(one -> !one.equals(SPOKEN)).isPresent()) {
      throw new ProblemException(Code.INVALID_REQUEST, "api-version must be %s".formatted(SPOKEN));
    }
  }
}
