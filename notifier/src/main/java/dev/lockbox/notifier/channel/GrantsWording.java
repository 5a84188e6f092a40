package dev.lockbox.notifier.channel;

import dev.lockbox.domain.GrantsEvent;
import dev.lockbox.domain.GrantsEvent.GrantsFrozen;
import dev.lockbox.domain.GrantsEvent.GrantsReleased;
import dev.lockbox.notifier.channel.Page.Fact;
import dev.lockbox.notifier.channel.Page.Quote;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** What a letter says when all grants of a customer are frozen or released. */
final class GrantsWording {
  private GrantsWording() {}

  static Page page(GrantsEvent event, URI link, String footer) {
    return new Page(subject(event), headline(event), facts(event), link, footer, quote(event));
  }

  private static String subject(GrantsEvent event) {
    return "[%s] All access: %s".formatted(event.tenant(), happened(event));
  }

  private static String happened(GrantsEvent event) {
    return switch (event) {
      case GrantsFrozen frozen -> "frozen, a record cannot be read";
      case GrantsReleased released -> "an unreadable record is settled";
    };
  }

  private static String headline(GrantsEvent event) {
    return switch (event) {
      case GrantsFrozen frozen ->
          "A record that cannot be read may have been somebody's no: no access opens, and none can be"
              + " approved, until it is settled. If you have denied or revoked anything just now,"
              + " look whether it was taken, and say it again. A no is taken as ever.";
      case GrantsReleased released ->
          "%s settled a record that could not be read. Access that was granted opens again unless"
                  .formatted(Shown.id(released.by().actor().value()))
              + " another such record is still unsettled. Revoke what should not.";
    };
  }

  private static List<Fact> facts(GrantsEvent event) {
    return List.of(
        Fact.of("Customer", event.tenant().value()),
        Fact.of("Record", Shown.id(event.quarantine().value())),
        Fact.of("Happened at", Times.shown(event.at())));
  }

  private static Optional<Quote> quote(GrantsEvent event) {
    return switch (event) {
      case GrantsFrozen frozen -> Optional.empty();
      case GrantsReleased released -> Optional.of(Wording.quote(released.reason()));
    };
  }
}
