package dev.lockbox.api.security;

import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.TenantId;
import java.util.Optional;
import java.util.Set;

/** What people may read, as their token and the log have it. */
public final class Readers {
  private Readers() {}

  /** What an approver of the customer's may read. */
  public static Reach approver(PersonId person, TenantId tenant, Registry registry) {
    var speaker = new Speaker("https://issuer.example", true);
    var caller = new Caller(person, tenant, Set.of(Role.APPROVER), Optional.empty(), speaker);
    return new Authority(registry).toReadRequests(caller, tenant.value());
  }
}
