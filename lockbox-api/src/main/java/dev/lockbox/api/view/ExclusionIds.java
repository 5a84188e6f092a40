package dev.lockbox.api.view;

import dev.lockbox.api.problem.Code;
import dev.lockbox.api.problem.ProblemException;
import dev.lockbox.domain.identity.ExclusionId;
import dev.lockbox.domain.identity.TenantId;
import java.util.Optional;

/** Reads the id of an exclusion out of a path, and says that nothing is known under it. */
public final class ExclusionIds {
  private ExclusionIds() {}

  /**
   * @throws ProblemException for what cannot be an id, as for one that nobody knows
   */
  public static ExclusionId named(TenantId tenant, String id) {
    return parse(tenant, id).orElseThrow(ExclusionIds::noSuch);
  }

  public static ProblemException noSuch() {
    return new ProblemException(Code.NO_SUCH_EXCLUSION, "No exclusion has this id.");
  }

  /** Empty for what cannot be an id. */
  public static Optional<ExclusionId> parse(TenantId tenant, String id) {
    try {
      return Optional.of(new ExclusionId(tenant, id));
    } catch (IllegalArgumentException notAnId) {
      return Optional.empty();
    }
  }
}
