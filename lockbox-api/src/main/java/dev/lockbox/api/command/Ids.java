package dev.lockbox.api.command;

import dev.lockbox.api.problem.Code;
import dev.lockbox.api.problem.ProblemException;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.RoleId;
import java.util.Optional;

/** What the paths and queries of the provider's routes say. What cannot be an id is not there. */
final class Ids {
  private static final int LIMIT_DEFAULT = 50;
  private static final int LIMIT_MAX = 200;

  private Ids() {}

  static RoleId role(String path) {
    try {
      return new RoleId(path);
    } catch (IllegalArgumentException notAnId) {
      throw noSuchRole();
    }
  }

  static PersonId engineer(String path) {
    try {
      return new PersonId(path);
    } catch (IllegalArgumentException notAnId) {
      throw noSuchEngineer();
    }
  }

  static ProblemException noSuchRole() {
    return new ProblemException(Code.NO_SUCH_ROLE, "There is no such role.");
  }

  static ProblemException noSuchEngineer() {
    return new ProblemException(Code.NO_SUCH_ENGINEER, "Nothing is known of such an engineer.");
  }

  /** Throws INVALID_REQUEST for what is no number, or out of bounds. */
  static int limit(Optional<String> given) {
    try {
      var limit = given.map(Integer::parseInt).orElse(LIMIT_DEFAULT);
      if (limit >= 1 && limit <= LIMIT_MAX) {
        return limit;
      }
    } catch (NumberFormatException notANumber) {
      throw new ProblemException(Code.INVALID_REQUEST, "limit must be a number");
    }
    throw new ProblemException(Code.INVALID_REQUEST, "limit must be 1 to %s".formatted(LIMIT_MAX));
  }
}
