package dev.lockbox.notifier.channel;

import dev.lockbox.domain.TargetEvent;
import dev.lockbox.domain.TargetEvent.AccessNotProvisioned;
import dev.lockbox.domain.TargetEvent.AccessProvisioned;
import dev.lockbox.domain.TargetEvent.UngrantedAccessDetected;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.notifier.channel.Page.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a letter says of access at targets. */
final class TargetWording {
  private TargetWording() {}

  /**
   * @param engineer as they are shown
   * @throws IllegalArgumentException for an event that nobody is told of
   */
  static Page page(TargetEvent event, String engineer, Portal portal, String footer) {
    return switch (event) {
      case AccessProvisioned there -> throw Wording.untold(there);
      case AccessNotProvisioned missing -> page(missing, engineer, portal, footer);
      case UngrantedAccessDetected found -> page(found, engineer, portal, footer);
    };
  }

  private static Page page(
      AccessNotProvisioned event, String engineer, Portal portal, String footer) {
    return new Page(
        SessionWording.subject(event.request(), "access is not set up yet"),
        "Access of %s was granted, and a target has not let all of it be set up. That is tried again while the grant lasts."
            .formatted(engineer),
        facts(event, engineer),
        portal.page(event.request()),
        footer,
        Optional.empty());
  }

  private static Page page(
      UngrantedAccessDetected event, String engineer, Portal portal, String footer) {
    var facts = facts(event, engineer);
    facts.add(Fact.of("Could", Shown.id(event.action().value())));
    facts.add(Fact.of("On", Shown.id(event.resource().value())));
    facts.add(new Fact("Because", event.findings().stream().map(Enum::name).sorted().toList()));
    return new Page(
        event
            .about()
            .map(request -> SessionWording.subject(request, "access that was not granted"))
            .orElseGet(() -> "[%s] Access that was not granted".formatted(event.tenant())),
        "%s could do something at a target that nobody granted, or that no grant allows any more. It is being taken away."
            .formatted(engineer),
        facts,
        event.about().map(portal::page).orElseGet(() -> portal.page(event.tenant())),
        footer,
        Optional.empty());
  }

  private static List<Fact> facts(TargetEvent event, String engineer) {
    var facts = new ArrayList<Fact>();
    facts.add(Fact.of("Customer", event.tenant().value()));
    event.about().map(RequestId::value).ifPresent(id -> facts.add(Fact.of("Request", id)));
    facts.add(Fact.of("Engineer", engineer));
    facts.add(Fact.of("Found by", Shown.id(event.by().actor().value())));
    facts.add(Fact.of("Happened at", Times.shown(event.at())));
    return facts;
  }
}
