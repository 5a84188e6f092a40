package dev.lockbox.local.people;

import dev.lockbox.domain.identity.Member;
import dev.lockbox.domain.identity.TenantId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Somebody in the demo.
 *
 * @param tenant whom they act for
 * @param role what their token says they are
 */
public record Person(String id, Optional<TenantId> tenant, Role role) {

  /** What people are in the demo; the names are those the API reads in a token. */
  public enum Role {
    APPROVER("approver"),
    ADMIN("admin"),
    AUDITOR("auditor"),
    ENGINEER("engineer"),
    GATEWAY("gateway");

    private final String claim;

    Role(String claim) {
      this.claim = claim;
    }
  }

  /** What a token says of them beyond their name. */
  public Map<String, Object> claims() {
    var claims = new HashMap<String, Object>();
    claims.put("roles", List.of(role.claim));
    tenant.ifPresent(one -> claims.put("tenant", one.value()));
    return claims;
  }

  /** As the tenant's registry names them. */
  Member member() {
    return Member.of(
        id, "%s@%s.example".formatted(id, tenant.map(TenantId::value).orElse("provider")));
  }
}
