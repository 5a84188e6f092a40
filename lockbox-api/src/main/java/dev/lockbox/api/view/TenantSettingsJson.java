package dev.lockbox.api.view;

import dev.lockbox.api.tag.Tagged;
import dev.lockbox.domain.Membership;
import dev.lockbox.domain.identity.Issuer;
import dev.lockbox.domain.identity.Member;
import dev.lockbox.domain.tenant.Proposal;
import dev.lockbox.domain.tenant.Tenant;
import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a customer.
 *
 * @param version of the customer, by which events name the rules they were decided under
 * @param plan of support that it has
 * @param members who is registered to act for it; who holds a role by an assignment stands in the
 *     settings
 * @param settings that hold
 * @param proposal that waits for a second administrator; null when none does
 * @param issuers which speak for its people, and no others; none where the log does not say, and
 *     the provider's settings do. The provider says it
 */
@Introspected
@Schema(name = "TenantSettings")
public record TenantSettingsJson(
    long version,
    String plan,
    MembersJson members,
    SettingsJson settings,
    @Nullable ProposalJson proposal,
    List<String> issuers)
    implements Tagged {
  public TenantSettingsJson {
    issuers = List.copyOf(issuers);
  }

  @Override
  public OptionalLong readVersion() {
    return OptionalLong.of(version);
  }

  /**
   * Who is registered to act for a customer, by their ids in their order.
   *
   * @param approvers who decides on requests
   * @param admins who keeps the rules
   * @param auditors who reads the record
   */
  @Introspected
  @Schema(name = "Members")
  public record MembersJson(List<String> approvers, List<String> admins, List<String> auditors) {
    static MembersJson of(Membership registered) {
      return new MembersJson(
          ids(registered.approvers()), ids(registered.admins()), ids(registered.auditors()));
    }

    private static List<String> ids(Set<Member> members) {
      return members.stream().map(one -> one.person().value()).sorted().toList();
    }
  }

  /**
   * Settings that wait for a second administrator.
   *
   * @param version by which they are confirmed
   * @param by who proposed them, and cannot confirm them
   */
  @Introspected
  @Schema(name = "Proposal")
  public record ProposalJson(long version, String by, SettingsJson settings) {
    static ProposalJson of(Proposal proposal) {
      return new ProposalJson(
          proposal.version(), proposal.by().value(), SettingsJson.of(proposal.settings()));
    }
  }

  public static TenantSettingsJson of(Tenant.Registered tenant) {
    return new TenantSettingsJson(
        tenant.version(),
        tenant.membership().plan(),
        MembersJson.of(tenant.membership()),
        SettingsJson.of(tenant.settings()),
        tenant.proposal().map(ProposalJson::of).orElse(null),
        tenant.issuers().stream().map(Issuer::url).sorted().toList());
  }
}
