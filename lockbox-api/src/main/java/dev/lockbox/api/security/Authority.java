package dev.lockbox.api.security;

import dev.lockbox.api.problem.Code;
import dev.lockbox.api.problem.Problem;
import dev.lockbox.api.problem.ProblemException;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.domain.tenant.Tenant.Registered;
import jakarta.inject.Singleton;
import java.util.function.Predicate;

/**
 * What a caller may do: what the token claims and the log's registry grants, whichever is less.
 * Another customer, and one that is not registered, look alike: there is nothing there.
 */
@Singleton
public final class Authority {
  private static final String READERS =
      "Reading takes one of the roles approver, admin, auditor, reader, owner, security_admin";

  private final Registry registry;

  Authority(Registry registry) {
    this.registry = registry;
  }

  /**
   * Lets a caller pass who may read everything of this customer's: one of the roles that read, for
   * the whole customer, in the token and in the log.
   *
   * @param tenant as the path has it
   * @return the customer
   * @throws ProblemException NO_SUCH_REQUEST or NO_ROLE
   */
  public TenantId toRead(Caller caller, String tenant) {
    var customer = customer(caller, tenant);
    if (!readsEverything(caller, customer)) {
      throw new ProblemException(Code.NO_ROLE, READERS + ", for the whole customer.");
    }
    return caller.tenant();
  }

  /** Whether {@link #toRead} would let them pass, of their own customer. */
  public boolean readsEverything(Caller caller) {
    return registry
        .find(caller.tenant())
        .filter(caller.speaker()::speaksFor)
        .filter(own -> readsEverything(caller, own))
        .isPresent();
  }

  static boolean readsEverything(Caller caller, Registered customer) {
    return caller.roles().stream()
        .anyMatch(
            role -> role.readsRequests() && role.isHeldEverywhereBy(caller.person(), customer));
  }

  /**
   * Lets a caller pass who may read some of this customer's requests.
   *
   * @param tenant as the path has it
   * @return which of them
   * @throws ProblemException NO_SUCH_REQUEST or NO_ROLE
   */
  public Reach toReadRequests(Caller caller, String tenant) {
    var customer = customer(caller, tenant);
    mustHold(
        caller,
        role -> role.readsRequests() && role.isHeldBy(caller.person(), customer),
        READERS + ".");
    return new Reach(caller, customer);
  }

  /**
   * Lets a caller pass who may read this customer's rules: everybody who has a role.
   *
   * @param tenant as the path has it
   * @return the customer
   * @throws ProblemException NO_SUCH_REQUEST or NO_ROLE
   */
  public TenantId toReadRules(Caller caller, String tenant) {
    var customer = customer(caller, tenant);
    mustHold(
        caller,
        role -> role.isHeldBy(caller.person(), customer),
        "Reading of the rules takes a role of the customer's.");
    return caller.tenant();
  }

  private static void mustHold(Caller caller, Predicate<Role> sufficient, String detail) {
    if (caller.roles().stream().noneMatch(sufficient)) {
      throw new ProblemException(Code.NO_ROLE, detail);
    }
  }

  /**
   * Lets a caller pass who may ask for a decision: an approver or an owner, as the token has it.
   * Whether they may decide on the request in question is for the processor to say, which records a
   * refusal.
   *
   * @param tenant as the path has it
   * @return the customer
   * @throws ProblemException NO_SUCH_REQUEST or NOT_AN_APPROVER
   */
  public TenantId toDecide(Caller caller, String tenant) {
    customer(caller, tenant);
    if (!decides(caller)) {
      throw new ProblemException(
          Code.NOT_AN_APPROVER, "Deciding takes one of the roles approver, owner.");
    }
    return caller.tenant();
  }

  /** Whether {@link #toDecide} would let them pass, of their own customer. */
  public boolean decides(Caller caller) {
    return caller.roles().stream().anyMatch(Role::approves);
  }

  /**
   * Lets a caller pass who may ask for other rules, or for other holders of roles: as the token has
   * it. Whether the log says so too is for the processor, which records a refusal.
   *
   * @param tenant as the path has it
   * @return the customer
   * @throws ProblemException NO_SUCH_REQUEST or NOT_AN_ADMIN
   */
  public TenantId toAdminister(Caller caller, String tenant) {
    customer(caller, tenant);
    if (!changesRules(caller)) {
      throw new ProblemException(
          Code.NOT_AN_ADMIN,
          "Changing the rules takes one of the roles admin, owner, security_admin, policy_editor.");
    }
    return caller.tenant();
  }

  /** Whether they may ask for other rules. */
  public boolean changesRules(Caller caller) {
    return caller.roles().stream().anyMatch(Role::changesRules);
  }

  /**
   * Lets a caller pass who may have a key to sign with, or take one away: whoever decides or
   * administers, as the token has it. Whether the log says so too is for the processor.
   *
   * @param tenant as the path has it
   * @return the customer
   * @throws ProblemException NO_SUCH_REQUEST or NOT_OF_THE_CUSTOMER
   */
  public TenantId toHaveKeys(Caller caller, String tenant) {
    customer(caller, tenant);
    if (!hasKeys(caller)) {
      throw new ProblemException(
          Code.NOT_OF_THE_CUSTOMER, "Keys are of those who approve or administer.");
    }
    return caller.tenant();
  }

  /** Whether {@link #toHaveKeys} would let them pass, of their own customer. */
  public boolean hasKeys(Caller caller) {
    return decides(caller) || changesRules(caller);
  }

  /**
   * Lets a caller pass who may start practice: whoever decides, or administers all of the customer,
   * as the token has it. Whether the log says so too is for the processor, which records a refusal.
   *
   * @param tenant as the path has it
   * @return the customer
   * @throws ProblemException NO_SUCH_REQUEST or NOT_OF_THE_CUSTOMER
   */
  public TenantId toPractise(Caller caller, String tenant) {
    customer(caller, tenant);
    if (!practises(caller)) {
      throw new ProblemException(
          Code.NOT_OF_THE_CUSTOMER, "Practice takes one of the roles approver, owner, admin.");
    }
    return caller.tenant();
  }

  /** Whether {@link #toPractise} would let them pass, of their own customer. */
  public boolean practises(Caller caller) {
    return decides(caller) || caller.roles().stream().anyMatch(Role::assigns);
  }

  /**
   * Lets a caller pass who may say that they read what was done: whoever decides, administers all
   * of the customer or audits, as the token has it. Whether the log says so too is for the
   * processor, which records a refusal.
   *
   * @param tenant as the path has it
   * @return the customer
   * @throws ProblemException NO_SUCH_REQUEST or NOT_OF_THE_CUSTOMER
   */
  public TenantId toSayTheyRead(Caller caller, String tenant) {
    customer(caller, tenant);
    if (!saysTheyRead(caller)) {
      throw new ProblemException(
          Code.NOT_OF_THE_CUSTOMER,
          "Saying that one has read takes one of the roles approver, admin, auditor, owner.");
    }
    return caller.tenant();
  }

  /** Whether {@link #toSayTheyRead} would let them pass, of their own customer. */
  public boolean saysTheyRead(Caller caller) {
    return practises(caller) || caller.roles().contains(Role.AUDITOR);
  }

  private Registered customer(Caller caller, String tenant) {
    if (!caller.tenant().value().equals(tenant)) {
      throw new ProblemException(Problem.noSuchRequest());
    }
    var customer =
        registry
            .find(caller.tenant())
            .orElseThrow(() -> new ProblemException(Problem.noSuchRequest()));
    // Once more, for what goes on after the door: whoever follows is asked again and again.
    if (!caller.speaker().speaksFor(customer)) {
      throw new ProblemException(BearerFilter.unauthenticated());
    }
    return customer;
  }
}
