package dev.lockbox.api.view;

import dev.lockbox.api.problem.Problem;
import dev.lockbox.api.problem.ProblemException;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.TenantId;

/** Request ids as they come from outside. */
public final class RequestIds {
  private RequestIds() {}

  /**
   * @throws ProblemException NO_SUCH_REQUEST for what cannot be an id
   */
  public static RequestId parse(TenantId tenant, String id) {
    try {
      return new RequestId(tenant, id);
    } catch (IllegalArgumentException notAnId) {
      throw new ProblemException(Problem.noSuchRequest());
    }
  }
}
