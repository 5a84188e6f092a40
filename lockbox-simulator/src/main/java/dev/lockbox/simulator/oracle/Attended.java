package dev.lockbox.simulator.oracle;

import dev.lockbox.domain.SessionCommand;
import dev.lockbox.domain.SessionCommand.AuthoriseAction;
import dev.lockbox.domain.SessionCommand.EndSession;
import dev.lockbox.domain.SessionCommand.EnforceSessions;
import dev.lockbox.domain.SessionCommand.NoteActivity;
import dev.lockbox.domain.SessionCommand.ReportAction;
import dev.lockbox.domain.SessionCommand.ReportDevice;
import dev.lockbox.domain.SessionCommand.StartSession;
import dev.lockbox.domain.SessionEvent;
import dev.lockbox.domain.SessionEvent.ActionAuthorised;
import dev.lockbox.domain.SessionEvent.ActionDenied;
import dev.lockbox.domain.SessionEvent.ActionPerformed;
import dev.lockbox.domain.SessionEvent.DevicePostureChanged;
import dev.lockbox.domain.SessionEvent.SessionActive;
import dev.lockbox.domain.SessionEvent.SessionEnded;
import dev.lockbox.domain.SessionEvent.SessionStarted;
import dev.lockbox.domain.SessionEvent.UseSummarised;
import dev.lockbox.domain.TargetEvent.AccessNotProvisioned;
import dev.lockbox.domain.TargetEvent.AccessProvisioned;
import dev.lockbox.domain.TargetEvent.UngrantedAccessDetected;
import dev.lockbox.domain.TargetReport;
import dev.lockbox.domain.TargetReport.ReportNotProvisioned;
import dev.lockbox.domain.TargetReport.ReportProvisioned;
import dev.lockbox.domain.TargetReport.ReportUngranted;
import dev.lockbox.domain.decision.Fingerprint;
import dev.lockbox.domain.decision.Provenance;
import dev.lockbox.domain.gateway.SessionEnd;
import dev.lockbox.domain.identity.DeviceId;
import dev.lockbox.domain.identity.EngineerId;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.ResourceName;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.domain.rules.TargetRule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What is told of engineers' sessions, to the last word; from docs/sessions.md. */
final class Attended {
  private final Story story;
  private final When when;

  Attended(Story story, When when) {
    this.story = story;
    this.when = when;
  }

  /** Of what takes effect. */
  List<SessionEvent> of(SessionCommand asked, Fingerprint content) {
    var by = asked.attempt().map(attempt -> new Provenance(attempt, content));
    var who = asked.engineer();
    return switch (asked) {
      case EnforceSessions alarm -> overdue(who);
      case StartSession start -> {
        var events = new ArrayList<>(overdue(who));
        events.add(began(start, by.orElseThrow()));
        yield events;
      }
      case NoteActivity active -> List.of(active(active, by.orElseThrow()));
      case EndSession end ->
          ending(
              who,
              by,
              visit ->
                  visit.began().session().equals(end.session())
                      ? Optional.of(SessionEnd.SIGNED_OUT)
                      : Optional.empty());
      case ReportAction report -> done(report, by.orElseThrow());
      case AuthoriseAction ask -> List.of(asked(ask, by.orElseThrow()));
      case ReportDevice report -> examined(report, by.orElseThrow());
      case TargetReport report -> List.of(atTarget(report, by.orElseThrow()));
    };
  }

  /** Of those whose time is up. */
  List<SessionEvent> overdue(EngineerId who) {
    return ending(
        who,
        Optional.empty(),
        visit -> visit.isOver(when) ? Optional.of(visit.end()) : Optional.empty());
  }

  /** Nobody is left in under it; and what was made of it is told, where anything was. */
  List<SessionEvent> endOfGrant(RequestId request) {
    var who = new EngineerId(request.tenant(), story.engineer(request));
    var visits = story.visits(who.person());
    var events =
        new ArrayList<>(
            ending(
                who,
                Optional.empty(),
                visit ->
                    visit.began().request().equals(request)
                        ? Optional.of(SessionEnd.GRANT_ENDED)
                        : Optional.empty()));
    visits.after(events).of(request).ifPresent(use -> events.add(summary(who, request, use)));
    return events;
  }

  private UseSummarised summary(EngineerId who, RequestId request, Use use) {
    var granted = story.agreed(request).terms();
    var usage = use.counted();
    return new UseSummarised(
        who,
        when.appended(),
        request,
        usage,
        granted.actions().stream().filter(one -> !usage.performed().containsKey(one)).toList(),
        granted.resources().stream().filter(one -> !usage.resources().contains(one)).toList());
  }

  /** In the order of their ids; whoever went through one that ends is out too. */
  private List<SessionEvent> ending(
      EngineerId who, Optional<Provenance> by, Function<Visit, Optional<SessionEnd>> why) {
    var visits = story.visits(who.person());
    var events = new ArrayList<SessionEvent>();
    for (var visit : visits.open()) {
      var gateway = visit.began().through().flatMap(visits::open);
      why.apply(visit)
          .or(() -> gateway.flatMap(why).map(ended -> SessionEnd.GATEWAY_ENDED))
          .ifPresent(
              cause ->
                  events.add(
                      new SessionEnded(
                          who,
                          when.appended(),
                          by,
                          visit.began().session(),
                          visit.began().request(),
                          cause)));
    }
    return events;
  }

  private SessionStarted began(StartSession start, Provenance by) {
    var rules = story.now().settings().policy().sessions();
    var request = start.request();
    var until = story.accessUntil(request);
    var longest = when.appended().plus(rules.limits().longest());
    return new SessionStarted(
        start.engineer(),
        when.appended(),
        by,
        start.session(),
        request,
        start.target(),
        start.through(),
        start.connection(),
        story.agreed(request).terms().actions(),
        idleAfter(start.target()),
        until,
        longest.isBefore(until) ? longest : until);
  }

  private Duration idleAfter(Optional<ResourceName> target) {
    var rules = story.now().settings().policy().sessions();
    return target
        .flatMap(name -> Doorway.ruleFor(rules, name))
        .flatMap(TargetRule::idleAfter)
        .orElse(rules.limits().idleAfter());
  }

  private SessionActive active(NoteActivity active, Provenance by) {
    var visit =
        story.visits(active.engineer().person()).open(active.session()).orElseThrow().began();
    return new SessionActive(
        active.engineer(),
        when.appended(),
        by,
        active.session(),
        active.request(),
        when.appended().plus(visit.idleAfter()));
  }

  private SessionEvent asked(AuthoriseAction ask, Provenance by) {
    var deeds = new Deeds(story, ask, when);
    var findings = deeds.findings();
    if (!findings.isEmpty()) {
      return new ActionDenied(
          ask.engineer(),
          when.appended(),
          by,
          ask.request(),
          ask.session(),
          ask.deed().kept(),
          findings,
          deeds.named());
    }
    var visit = deeds.session().orElseThrow();
    return new ActionAuthorised(
        ask.engineer(),
        when.appended(),
        by,
        ask.request().orElseThrow(),
        visit.began().session(),
        ask.deed(),
        deeds
            .granted()
            .flatMap(terms -> Doorway.covering(terms, ask.deed().resource()))
            .orElseThrow(),
        deeds.named(),
        when.appended().plus(visit.began().idleAfter()));
  }

  private List<SessionEvent> done(ReportAction report, Provenance by) {
    var deeds = new Deeds(story, report, when);
    var findings = deeds.findings();
    if (report.deed().prevented()) {
      return List.of(
          new ActionDenied(
              report.engineer(),
              when.appended(),
              by,
              report.request(),
              report.session(),
              report.deed(),
              findings,
              deeds.named()));
    }
    var events = new ArrayList<SessionEvent>();
    var counts = findings.isEmpty() && !when.suspect() && !story.isFrozen();
    events.add(
        new ActionPerformed(
            report.engineer(),
            when.appended(),
            by,
            report.request(),
            report.session(),
            report.deed(),
            findings,
            deeds.granted().flatMap(terms -> Doorway.covering(terms, report.deed().resource())),
            deeds.named(),
            deeds
                .session()
                .filter(visit -> counts)
                .map(visit -> when.appended().plus(visit.began().idleAfter()))));
    if (!findings.isEmpty() && deeds.rules().endedOutOfGrant()) {
      deeds
          .session()
          .ifPresent(
              in ->
                  events.addAll(
                      ending(
                          report.engineer(),
                          Optional.of(by),
                          visit ->
                              visit.equals(in)
                                  ? Optional.of(SessionEnd.OUT_OF_GRANT)
                                  : Optional.empty())));
    }
    return events;
  }

  private List<SessionEvent> examined(ReportDevice report, Provenance by) {
    var events = new ArrayList<SessionEvent>();
    events.add(
        new DevicePostureChanged(
            report.engineer(), when.appended(), by, report.device(), report.compliant()));
    if (!report.compliant()) {
      events.addAll(onDevice(report.engineer(), Optional.of(by), report.device()));
      for (var other : story.othersThan(report.engineer().person())) {
        var them = new EngineerId(report.tenant(), other);
        events.addAll(onDevice(them, Optional.empty(), report.device()));
      }
    }
    return events;
  }

  private SessionEvent atTarget(TargetReport report, Provenance by) {
    var who = report.engineer();
    return switch (report) {
      case ReportProvisioned told ->
          new AccessProvisioned(who, when.appended(), by, told.request());
      case ReportNotProvisioned told ->
          new AccessNotProvisioned(who, when.appended(), by, told.request());
      case ReportUngranted told ->
          new UngrantedAccessDetected(
              who,
              when.appended(),
              by,
              told.about(),
              told.action(),
              told.resource(),
              told.findings());
    };
  }

  private List<SessionEvent> onDevice(EngineerId who, Optional<Provenance> by, DeviceId device) {
    return ending(
        who,
        by,
        visit ->
            visit.isOn(device) ? Optional.of(SessionEnd.DEVICE_NOT_COMPLIANT) : Optional.empty());
  }

  /** Of all who are on a device that was found wanting for every tenant. */
  List<SessionEvent> out(TenantId tenant, DeviceId device) {
    return story.attended().stream()
        .flatMap(who -> onDevice(new EngineerId(tenant, who), Optional.empty(), device).stream())
        .toList();
  }

  /** Who has had a use of what was granted. */
  record Used(PersonId by, RequestId request) {}

  /** What was granted for one use and has had it, in this order; once the events are taken. */
  List<Used> usedUp(List<SessionEvent> events) {
    return events.stream()
        .flatMap(event -> used(event).map(one -> new Used(event.engineer().person(), one)).stream())
        .distinct()
        .filter(use -> isNobodyIn(use.by(), use.request()))
        .toList();
  }

  private static Optional<RequestId> used(SessionEvent event) {
    return switch (event) {
      case SessionEnded ended -> Optional.of(ended.request());
      case ActionPerformed done -> done.about();
      default -> Optional.empty();
    };
  }

  private boolean isNobodyIn(PersonId who, RequestId request) {
    return story.visits(who).open().stream()
        .noneMatch(visit -> visit.began().request().equals(request));
  }

  /** Whether it is to be ended once it was used: this is its engineer's one use. */
  boolean isOver(Used use) {
    var request = use.request();
    return !story.isSpoilt(request)
        && story.hasAccess(request)
        && story.isForOneUse(request)
        && story.engineer(request).equals(use.by());
  }
}
