package dev.lockbox.domain.evaluation;

import dev.lockbox.domain.identity.Code;
import dev.lockbox.domain.identity.ResourceName;

/**
 * A resource that is asked for and that a guard rail wants behind the lockbox.
 *
 * @param rail its id
 * @param isEnrolled whether it is behind the lockbox by itself
 */
public record Railed(Code rail, ResourceName resource, boolean isEnrolled) {
  /** Which one for what. */
  @Override
  public String toString() {
    return "%s by %s".formatted(resource, rail);
  }
}
