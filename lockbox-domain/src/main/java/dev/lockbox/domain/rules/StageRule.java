package dev.lockbox.domain.rules;

import dev.lockbox.domain.identity.GroupId;
import java.util.Optional;

/**
 * Whose yes a request needs, and of how many of them.
 *
 * @param group empty for all of the tenant's approvers
 * @param quorum how many different people must say yes; 1 to {@value #QUORUM_MAX}
 */
public record StageRule(Optional<GroupId> group, int quorum) {
  public static final int QUORUM_MAX = 4;

  /** Any one of the approvers. */
  public static final StageRule ANYBODY = new StageRule(Optional.empty(), 1);

  public StageRule {
    Bounds.within("quorum", quorum, 1, QUORUM_MAX);
  }
}
