package dev.lockbox.notifier.channel;

import dev.lockbox.domain.SessionEvent;
import dev.lockbox.domain.SessionEvent.ActionAuthorised;
import dev.lockbox.domain.SessionEvent.ActionDenied;
import dev.lockbox.domain.SessionEvent.ActionPerformed;
import dev.lockbox.domain.SessionEvent.DevicePostureChanged;
import dev.lockbox.domain.SessionEvent.SessionActive;
import dev.lockbox.domain.SessionEvent.SessionEnded;
import dev.lockbox.domain.SessionEvent.SessionStarted;
import dev.lockbox.domain.SessionEvent.UseSummarised;
import dev.lockbox.domain.TargetEvent;
import dev.lockbox.domain.gateway.Usage;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.notifier.channel.Page.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a letter says of an engineer's sessions. */
final class SessionWording {
  private SessionWording() {}

  /**
   * @param engineer as they are shown
   * @throws IllegalArgumentException for an event that nobody is told of
   */
  static Page page(SessionEvent event, String engineer, Portal portal, String footer) {
    return switch (event) {
      case UseSummarised summarised -> page(summarised, engineer, portal, footer);
      case SessionEnded ended -> page(ended, engineer, portal, footer);
      case SessionStarted started -> throw Wording.untold(started);
      case SessionActive active -> throw Wording.untold(active);
      case ActionAuthorised authorised -> throw Wording.untold(authorised);
      case ActionPerformed performed -> throw Wording.untold(performed);
      case ActionDenied denied -> throw Wording.untold(denied);
      case DevicePostureChanged changed -> throw Wording.untold(changed);
      case TargetEvent found -> TargetWording.page(found, engineer, portal, footer);
    };
  }

  private static Page page(UseSummarised event, String engineer, Portal portal, String footer) {
    var usage = event.usage();
    var facts = facts(event, event.request(), engineer);
    facts.add(Fact.of("Sessions", Long.toString(usage.sessions())));
    facts.add(Fact.of("Time in sessions", Times.shown(usage.inSessions())));
    facts.add(list("Performed", performed(usage)));
    facts.add(list("Granted, never performed", shown(event.unusedActions())));
    facts.add(list("Granted, never touched", shown(event.unusedResources())));
    facts.add(Fact.of("Outside of the grant", Long.toString(usage.flagged())));
    facts.add(Fact.of("Kept from happening", Long.toString(usage.prevented())));
    facts.add(Fact.of("Bytes read", Long.toString(usage.bytesRead())));
    return new Page(
        subject(event.request(), "what was done with it"),
        "%s performed %s of %s granted actions, and did something outside of the grant %s times."
            .formatted(
                engineer,
                usage.performed().size(),
                usage.performed().size() + event.unusedActions().size(),
                usage.flagged()),
        facts,
        portal.page(event.request()),
        footer,
        Optional.empty());
  }

  private static Page page(SessionEnded event, String engineer, Portal portal, String footer) {
    var facts = facts(event, event.request(), engineer);
    facts.add(Fact.of("Session", Shown.id(event.session().value())));
    return new Page(
        subject(event.request(), "a session was ended"),
        "%s did something outside of the grant, and the session was ended.".formatted(engineer),
        facts,
        portal.page(event.request()),
        footer,
        Optional.empty());
  }

  static String subject(RequestId request, String happened) {
    return "[%s] Access request %s: %s".formatted(request.tenant(), request.value(), happened);
  }

  private static List<Fact> facts(SessionEvent event, RequestId request, String engineer) {
    var facts = new ArrayList<Fact>();
    facts.add(Fact.of("Customer", event.tenant().value()));
    facts.add(Fact.of("Request", request.value()));
    facts.add(Fact.of("Engineer", engineer));
    facts.add(Fact.of("Happened at", Times.shown(event.at())));
    return facts;
  }

  private static List<String> performed(Usage usage) {
    return usage.performed().entrySet().stream()
        .map(one -> "%s, %s times".formatted(Shown.id(one.getKey().value()), one.getValue()))
        .toList();
  }

  private static Fact list(String label, List<String> values) {
    return values.isEmpty() ? Fact.of(label, "none") : new Fact(label, values);
  }

  private static List<String> shown(List<?> ids) {
    return ids.stream().map(id -> Shown.id(id.toString())).toList();
  }
}
