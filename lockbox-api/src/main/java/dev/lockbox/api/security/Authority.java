package dev.lockbox.api.security;

import dev.lockbox.api.problem.Code;
import dev.lockbox.api.problem.Problem;
import dev.lockbox.api.problem.ProblemException;
import dev.lockbox.domain.Membership;
import dev.lockbox.domain.identity.TenantId;
import jakarta.inject.Singleton;

/**
 * What a caller may do: what the token claims and the log's registry grants, whichever is less.
 * Another customer, and one that is not registered, look alike: there is nothing there.
 */
@Singleton
public final class Authority {
  private final Registry registry;

  Authority(Registry registry) {
    this.registry = registry;
  }

  /**
   * Lets a caller pass who may read of this customer: one of the roles, in the token and in the
   * registry.
   *
   * @param tenant as the path has it
   * @return the customer
   * @throws ProblemException NO_SUCH_REQUEST or NO_ROLE
   */
  public TenantId toRead(Caller caller, String tenant) {
    var members = members(caller, tenant);
    if (caller.roles().stream().noneMatch(role -> role.isHeldBy(caller.person(), members))) {
      throw new ProblemException(
          Code.NO_ROLE, "Reading takes one of the roles approver, admin, auditor.");
    }
    return caller.tenant();
  }

  /**
   * Lets a caller pass who may ask for a decision: an approver, as the token has it. Whether they
   * may decide on the request in question is for the processor to say, which records a refusal.
   *
   * @param tenant as the path has it
   * @return the customer
   * @throws ProblemException NO_SUCH_REQUEST or NOT_AN_APPROVER
   */
  public TenantId toDecide(Caller caller, String tenant) {
    members(caller, tenant);
    if (!caller.roles().contains(Role.APPROVER)) {
      throw new ProblemException(Code.NOT_AN_APPROVER, "Deciding takes the role approver.");
    }
    return caller.tenant();
  }

  /**
   * Lets a caller pass who may ask for other rules: an administrator, as the token has it. Whether
   * the registry says so too is for the processor, which records a refusal.
   *
   * @param tenant as the path has it
   * @return the customer
   * @throws ProblemException NO_SUCH_REQUEST or NOT_AN_ADMIN
   */
  public TenantId toAdminister(Caller caller, String tenant) {
    members(caller, tenant);
    if (!caller.roles().contains(Role.ADMIN)) {
      throw new ProblemException(Code.NOT_AN_ADMIN, "Changing the rules takes the role admin.");
    }
    return caller.tenant();
  }

  private Membership members(Caller caller, String tenant) {
    if (!caller.tenant().value().equals(tenant)) {
      throw new ProblemException(Problem.noSuchRequest());
    }
    return registry
        .membersOf(caller.tenant())
        .orElseThrow(() -> new ProblemException(Problem.noSuchRequest()));
  }
}
