package dev.lockbox.events.message;

import dev.lockbox.domain.exclusion.Exclusion;
import dev.lockbox.domain.identity.ExclusionId;

/** An exclusion and where it stands; never an unknown one, which is the absence of a snapshot. */
public record ExclusionSnapshot(ExclusionId exclusion, Exclusion state) {
  public ExclusionSnapshot {
    if (state.stage() == Exclusion.Stage.UNKNOWN) {
      throw new IllegalArgumentException(
          "exclusion %s was never reported: there is nothing to keep".formatted(exclusion));
    }
  }
}
