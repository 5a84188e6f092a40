package dev.lockbox.adapter.target;

import dev.lockbox.domain.identity.ActionName;
import dev.lockbox.domain.identity.EngineerId;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.ResourceName;
import java.util.Optional;

/**
 * An assignment that a target says it has.
 *
 * @param id by which it can be removed; 1 to {@value #ID_CHARS_MAX} characters
 * @param says what it lets somebody do; empty where that is nothing that can be read here
 */
public record Listed(String id, Optional<Says> says) {
  public static final int ID_CHARS_MAX = 512;

  /**
   * Whom it lets do what.
   *
   * @param request whose grant it is for; empty where it names none
   */
  public record Says(
      EngineerId engineer, Optional<RequestId> request, ActionName action, ResourceName resource) {}

  public Listed {
    if (!id.matches("[!-~]{1,%s}".formatted(ID_CHARS_MAX)) || id.matches("\\.{1,2}")) {
      throw new IllegalArgumentException(
          "an assignment's id must be printable ASCII without spaces, 1 to %s characters, had %s"
              .formatted(ID_CHARS_MAX, id.length()));
    }
  }

  /** As a target has it that was told of it. */
  public static Listed of(Assignment assignment) {
    return new Listed(
        assignment.id(),
        Optional.of(
            new Says(
                assignment.whose(),
                Optional.of(assignment.request()),
                assignment.action(),
                assignment.resource())));
  }
}
