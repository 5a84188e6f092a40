package dev.lockbox.api.view;

import dev.lockbox.api.tag.Tagged;
import dev.lockbox.domain.tenant.Proposal;
import dev.lockbox.domain.tenant.Tenant;
import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a customer.
 *
 * @param version of the customer, by which events name the rules they were decided under
 * @param settings that hold
 * @param proposal that waits for a second administrator; null when none does
 */
@Introspected
@Schema(name = "TenantSettings")
public record TenantSettingsJson(
    long version, SettingsJson settings, @Nullable ProposalJson proposal) implements Tagged {
  @Override
  public OptionalLong readVersion() {
    return OptionalLong.of(version);
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
        SettingsJson.of(tenant.settings()),
        tenant.proposal().map(ProposalJson::of).orElse(null));
  }
}
