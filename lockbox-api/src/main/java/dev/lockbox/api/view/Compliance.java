package dev.lockbox.api.view;

import dev.lockbox.api.view.ComplianceJson.BrokenRailJson;
import dev.lockbox.api.view.ComplianceJson.SubscriptionJson;
import dev.lockbox.domain.identity.Code;
import dev.lockbox.domain.identity.ResourceName;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.domain.rules.Enrolment;
import dev.lockbox.domain.rules.GuardRail;
import dev.lockbox.domain.rules.GuardRails;
import dev.lockbox.domain.tenant.Tenant.Registered;
import dev.lockbox.service.GuardRailSettings;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * How subscriptions stand to the guard rails now, by what was said of them so far. What a page
 * costs grows with what it holds and with what is enrolled, and not with what was ever asked for.
 */
@Singleton
public final class Compliance {
  private static final int PAGE = 100;

  private final ViewStores stores;
  private final GuardRails everybodys;

  Compliance(ViewStores stores, GuardRailSettings everybodys) {
    this.stores = stores;
    this.everybodys =
        new GuardRails(
            everybodys.each(rail -> GuardRail.of(rail.id(), rail.tags(), rail.resources())));
  }

  /**
   * A customer's, in the order of their names.
   *
   * @param after behind this name; empty from the first on
   */
  public ComplianceJson page(TenantId tenant, Registered standing, String after) {
    var found = new TreeMap<String, Seen>();
    var isMore = false;
    var range = Keys.subscriptionsAfter(tenant, after);
    try (var scan = stores.of(ViewStores.SUBSCRIPTIONS, tenant).range(range.from(), range.to())) {
      while (scan.hasNext() && found.size() < PAGE) {
        var seen = Seen.fromBytes(scan.next().value);
        found.put(Seen.key(seen.name()), seen);
      }
      isMore = scan.hasNext();
    }
    return page(standing, after, found, isMore);
  }

  /** What is enrolled and was never asked for stands among the others. */
  private ComplianceJson page(
      Registered standing, String after, TreeMap<String, Seen> found, boolean isMore) {
    var enrolment = standing.settings().enrolment();
    var all = new TreeMap<String, SubscriptionJson>();
    enrolment.subscriptions().stream()
        .filter(name -> Seen.key(name).compareTo(after) > 0)
        .filter(name -> !isMore || Seen.key(name).compareTo(found.lastKey()) < 0)
        .forEach(name -> all.put(Seen.key(name), told(Seen.of(name), false, standing)));
    found.forEach((key, seen) -> all.put(key, told(seen, true, standing)));
    var items = all.values().stream().limit(PAGE).toList();
    return new ComplianceJson(
        standing.version(),
        items,
        isMore || all.size() > PAGE
            ? Seen.key(new ResourceName(items.getLast().subscription()))
            : null);
  }

  private SubscriptionJson told(Seen seen, boolean wasAskedFor, Registered standing) {
    var settings = standing.settings();
    return new SubscriptionJson(
        seen.name().value(),
        seen.tags().stream().map(Code::value).toList(),
        !seen.areMore(),
        wasAskedFor,
        settings.enrolment().coversAll(seen.name()),
        Stream.concat(
                broken(everybodys, true, seen, settings.enrolment()),
                broken(settings.policy().guardRails(), false, seen, settings.enrolment()))
            .toList());
  }

  private static Stream<BrokenRailJson> broken(
      GuardRails rails, boolean areProviders, Seen seen, Enrolment enrolment) {
    return rails.given().stream()
        .filter(rail -> isBroken(rail, seen, enrolment))
        .map(rail -> new BrokenRailJson(rail.id().value(), areProviders));
  }

  /** Where not all tags are known, each that a rail asks for may have been said. */
  private static boolean isBroken(GuardRail rail, Seen seen, Enrolment enrolment) {
    var said = seen.areMore() ? rail.tags() : Set.copyOf(seen.tags());
    return rail.isBrokenBy(seen.name(), said, enrolment);
  }
}
