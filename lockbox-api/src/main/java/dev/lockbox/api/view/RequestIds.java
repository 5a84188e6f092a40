package dev.lockbox.api.view;

import dev.lockbox.api.problem.Problem;
import dev.lockbox.api.problem.ProblemException;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.TenantId;
import java.util.Optional;

/** Ids of requests and of their tenants as they come from outside. */
public final class RequestIds {
  private RequestIds() {}

  /** Empty for what cannot be the id of a tenant. */
  public static Optional<TenantId> tenant(String id) {
    try {
      return Optional.of(new TenantId(id));
    } catch (IllegalArgumentException notAnId) {
      return Optional.empty();
    }
  }

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
