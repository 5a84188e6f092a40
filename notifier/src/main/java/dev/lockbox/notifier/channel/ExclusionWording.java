package dev.lockbox.notifier.channel;

import dev.lockbox.domain.ExclusionCategory;
import dev.lockbox.domain.ExclusionEvent;
import dev.lockbox.domain.ExclusionEvent.AcknowledgementOverdue;
import dev.lockbox.domain.ExclusionEvent.BreakGlassLapsed;
import dev.lockbox.domain.ExclusionEvent.BreakGlassProposed;
import dev.lockbox.domain.ExclusionEvent.ExclusionAcknowledged;
import dev.lockbox.domain.ExclusionEvent.ExclusionInvoked;
import dev.lockbox.domain.ExclusionReport;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.PersonalText;
import dev.lockbox.notifier.channel.Page.Fact;
import dev.lockbox.notifier.channel.Page.Quote;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a letter says of an access that no approval covers. It never calls it approved. */
final class ExclusionWording {
  private ExclusionWording() {}

  static Page page(ExclusionEvent event, URI link, String footer) {
    return new Page(subject(event), headline(event), facts(event), link, footer, quote(event));
  }

  private static String subject(ExclusionEvent event) {
    return "[%s] Access without approval %s: %s"
        .formatted(event.tenant(), event.exclusion().value(), happened(event));
  }

  private static String happened(ExclusionEvent event) {
    return switch (event) {
      case BreakGlassProposed proposed -> "break-glass waits for a second person";
      case ExclusionInvoked invoked ->
          "%s, acknowledge by %s"
              .formatted(name(invoked.report().category()), Times.shown(invoked.acknowledgeBy()));
      case ExclusionAcknowledged noted -> "acknowledged";
      case AcknowledgementOverdue overdue -> "not acknowledged in time";
      case BreakGlassLapsed lapsed -> "no glass was broken";
    };
  }

  private static String headline(ExclusionEvent event) {
    return switch (event) {
      case BreakGlassProposed proposed ->
          "%s of the provider asks to break the glass. Nobody of yours was asked, and a second person of theirs must agree."
              .formatted(shown(proposed.by().actor()));
      case ExclusionInvoked invoked -> invoked(invoked);
      case ExclusionAcknowledged noted ->
          "%s took note of it. That makes nothing right that was not."
              .formatted(shown(noted.by().actor()));
      case AcknowledgementOverdue overdue ->
          "Nobody of yours took note of it in time. It can still be acknowledged.";
      case BreakGlassLapsed lapsed ->
          "No second person of the provider agreed in time, so no glass was broken.";
    };
  }

  private static String invoked(ExclusionInvoked event) {
    var report = event.report();
    return "%s of the provider has, had or will have access to what is yours, and nobody of yours said yes: %s"
        .formatted(engineer(report), why(report.category()));
  }

  private static String why(ExclusionCategory category) {
    return switch (category) {
      case EMERGENCY -> "an emergency, in which two people of theirs broke the glass.";
      case INADVERTENT -> "nobody meant to.";
      case LEGAL -> "a law or an order left no choice.";
    };
  }

  private static String name(ExclusionCategory category) {
    return switch (category) {
      case EMERGENCY -> "emergency";
      case INADVERTENT -> "inadvertent";
      case LEGAL -> "legal";
    };
  }

  private static List<Fact> facts(ExclusionEvent event) {
    var facts = new ArrayList<Fact>();
    facts.add(Fact.of("Customer", event.tenant().value()));
    facts.add(Fact.of("Exclusion", Shown.id(event.exclusion().value())));
    report(event).ifPresent(report -> add(facts, report));
    if (event instanceof ExclusionInvoked invoked) {
      facts.add(Fact.of("Acknowledge by", Times.shown(invoked.acknowledgeBy())));
    }
    facts.add(Fact.of("Happened at", Times.shown(event.at())));
    return facts;
  }

  private static void add(List<Fact> facts, ExclusionReport report) {
    facts.add(Fact.of("Incident", Shown.id(report.incident().value())));
    facts.add(Fact.of("Engineer", engineer(report)));
    facts.add(new Fact("Resources", Wording.shown(report.resources())));
    facts.add(
        Fact.of(
            "Data",
            switch (report.exposure()) {
              case PLAINTEXT -> "could be read";
              case ENCRYPTED -> "was encrypted by you and could not be read";
              case NOT_KNOWN -> "it is not known whether it could be read";
            }));
  }

  private static Optional<ExclusionReport> report(ExclusionEvent event) {
    return switch (event) {
      case BreakGlassProposed proposed -> Optional.of(proposed.report());
      case ExclusionInvoked invoked -> Optional.of(invoked.report());
      case ExclusionAcknowledged noted -> Optional.empty();
      case AcknowledgementOverdue overdue -> Optional.empty();
      case BreakGlassLapsed lapsed -> Optional.empty();
    };
  }

  private static Optional<Quote> quote(ExclusionEvent event) {
    return words(event).map(Wording::quote);
  }

  private static Optional<PersonalText> words(ExclusionEvent event) {
    return event instanceof ExclusionAcknowledged noted
        ? noted.reason()
        : report(event).map(ExclusionReport::evidence);
  }

  /** By the pseudonym that the provider gave. */
  private static String engineer(ExclusionReport report) {
    return report.pseudonym().map(Wording::onOneLine).orElseGet(() -> shown(report.engineer()));
  }

  private static String shown(PersonId person) {
    return Shown.id(person.value());
  }
}
