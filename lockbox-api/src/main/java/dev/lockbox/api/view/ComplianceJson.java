package dev.lockbox.api.view;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.lockbox.api.tag.Tagged;
import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How part of the customer's subscriptions stand to the guard rails.
 *
 * @param version of the customer, whose rules these are
 * @param items in the order of their names
 * @param next the last name of this page, behind which the rest is; null on the last page
 */
@Introspected
@Schema(name = "CompliancePage")
public record ComplianceJson(long version, List<SubscriptionJson> items, @Nullable String next)
    implements Tagged {
  public ComplianceJson {
    items = List.copyOf(items);
  }

  /** Whether something of this page breaks a rail; for people's pages. */
  @JsonIgnore
  public boolean isBroken() {
    return items.stream().anyMatch(one -> !one.breaks().isEmpty());
  }

  /**
   * A subscription that is enrolled, or of which something was asked for.
   *
   * @param subscription the first two words of a resource's name, or what is enrolled
   * @param tags that were said with requests for anything of it, in their order; at most 256
   * @param tagsComplete false where more were said: then a rail by tags counts as broken
   * @param seen whether anything of it was asked for
   * @param enrolled whether all of it is behind the lockbox
   * @param breaks which rails want some of it enrolled that is not
   */
  @Introspected
  @Schema(name = "SubscriptionCompliance")
  public record SubscriptionJson(
      String subscription,
      List<String> tags,
      boolean tagsComplete,
      boolean seen,
      boolean enrolled,
      List<BrokenRailJson> breaks) {
    public SubscriptionJson {
      tags = List.copyOf(tags);
      breaks = List.copyOf(breaks);
    }
  }

  /**
   * A guard rail that is broken.
   *
   * @param rail its id
   * @param provider whether it is the provider's, for all customers; else the customer's own
   */
  @Introspected
  @Schema(name = "BrokenRail")
  public record BrokenRailJson(String rail, boolean provider) {}
}
