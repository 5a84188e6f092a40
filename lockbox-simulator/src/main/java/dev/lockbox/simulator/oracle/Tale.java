package dev.lockbox.simulator.oracle;

import dev.lockbox.domain.Command;
import dev.lockbox.domain.ExclusionCommand;
import dev.lockbox.domain.GrantsCommand;
import dev.lockbox.domain.GrantsEvent.GrantsFrozen;
import dev.lockbox.domain.Recorded;
import dev.lockbox.domain.RequestCommand.StartPractice;
import dev.lockbox.domain.RolesCommand;
import dev.lockbox.domain.RolesEvent;
import dev.lockbox.domain.SessionCommand;
import dev.lockbox.domain.SessionEvent;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.simulator.record.Freezing;
import dev.lockbox.simulator.record.Provided;
import dev.lockbox.simulator.record.Quarantined;
import dev.lockbox.simulator.record.Standing;
import dev.lockbox.simulator.record.Written;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One tenant's events, as far as they were found to be what the rules make of what was asked. */
final class Tale {
  private final TenantId tenant;
  private final Story story;
  private List<Recorded> history = List.of();
  private int told;

  Tale(TenantId tenant, Provided provided) {
    this.tenant = tenant;
    this.story = new Story(provided);
  }

  /** There may be more of it by now. */
  void reads(Evidence evidence) {
    history = evidence.historyOf(tenant);
  }

  TenantId tenant() {
    return tenant;
  }

  Story story() {
    return story;
  }

  boolean isAtItsEnd() {
    return told == history.size();
  }

  /** Goes on behind what this command led to. */
  Optional<String> told(Written.Readable asked, When when, Expected expected) {
    var isEffect = expected == Expected.EFFECT;
    var beside = isEffect ? new Telling(story).beside(asked, when).size() : 0;
    var events = isEffect ? new Telling(story).events(asked.command(), when) : 1;
    for (var place = 0; place < beside + events; place++) {
      if (told + place >= history.size()
          || !isToldBy(history.get(told + place), place, asked, when, expected)
          || !(place < beside
              ? isNumberedBeside(history.get(told + place), place)
              : isNumbered(history.get(told + place), place - beside, asked, expected))) {
        return Optional.of(
            "to %s of %s, %s was expected, was %s".formatted(asked, who(asked), expected, next()));
      }
    }
    told += beside + events;
    if (expected != Expected.REFUSAL) {
      var isFault = expected == Expected.FAULT;
      story.add(new Effect(asked.command(), asked.content(), when, events, isFault));
    }
    return Optional.empty();
  }

  private static String who(Written.Readable asked) {
    return asked.command().attempt().map(by -> by.actor().toString()).orElse("nobody");
  }

  private String next() {
    return history.subList(told, Math.min(told + 2, history.size())).stream()
        .map(Plain::text)
        .collect(Collectors.joining(" and "));
  }

  private boolean isToldBy(
      Recorded recorded, int place, Written.Readable asked, When when, Expected expected) {
    return recorded.cause().equals(asked.id())
        && recorded.isPractice() == isPractice(recorded, asked, expected)
        && new Telling(story).isOf(recorded.event(), place, asked, when, expected);
  }

  /** What is of a request for practice says so, refusals too; and nothing else does. */
  private boolean isPractice(Recorded recorded, Written.Readable asked, Expected expected) {
    return expected == Expected.EFFECT && asked.command() instanceof StartPractice
        || recorded.event().about().filter(story::isPractice).isPresent();
  }

  /** What is told of sessions leaves every version as it is; roles and members have their own. */
  private boolean isNumberedBeside(Recorded recorded, int place) {
    if (recorded.event() instanceof RolesEvent happened) {
      return recorded.version() == story.seats().version(happened) + place + 1;
    }
    var about = recorded.event().about();
    return about.filter(one -> story.isFaulted(one) || story.isSpoilt(one)).isPresent()
        || recorded.version() == story.version(about);
  }

  /**
   * @param place among the events of its own
   */
  private boolean isNumbered(
      Recorded recorded, int place, Written.Readable asked, Expected expected) {
    return isFaulty(asked, expected) || recorded.version() == version(asked, expected) + place;
  }

  /** The version of what cannot be read is not known either. */
  private boolean isFaulty(Written.Readable asked, Expected expected) {
    return expected == Expected.FAULT
        || asked.command().about().filter(story::isFaulted).isPresent();
  }

  /** Whether it leaves the tenant's version as it is, and that of any request. */
  static boolean isBeside(Command command) {
    return command instanceof GrantsCommand
        || command instanceof ExclusionCommand
        || command instanceof SessionCommand
        || command instanceof RolesCommand;
  }

  /** What freezes or releases grants, and what is reported, changes neither tenant nor request. */
  private long version(Written.Readable asked, Expected expected) {
    var before = story.version(asked.command().about());
    return expected == Expected.EFFECT && !isBeside(asked.command()) ? before + 1 : before;
  }

  /** Goes on behind what a record that nobody can read led to. */
  Optional<String> frozen(int partition, long offset, When when) {
    var by = Freezing.by(partition, offset);
    var next = history.get(told);
    if (next.event() instanceof GrantsFrozen event
        && event.quarantine().equals(by)
        && event.cause().equals(Quarantined.Cause.UNREADABLE.name())
        && event.attempted().isEmpty()
        && event.at().equals(when.appended())
        && next.cause().equals(Freezing.here(partition, offset))
        && next.version() == story.version(Optional.empty())) {
      told++;
      story.freeze(by);
      return Optional.empty();
    }
    return Optional.of("record %s freezes %s, and there was %s".formatted(by, tenant, next()));
  }

  /** Goes on behind what a posture led to that was told for every tenant. */
  Optional<String> heeded(Written.Heeded posture, List<SessionEvent> events) {
    for (var place = 0; place < events.size(); place++) {
      if (told + place >= history.size()
          || !history.get(told + place).cause().equals(posture.id())
          || !history.get(told + place).event().equals(events.get(place))
          || !isNumberedBeside(history.get(told + place), place)) {
        return Optional.of("to %s, %s was expected, was %s".formatted(posture, events, next()));
      }
    }
    told += events.size();
    events.forEach(story::take);
    return Optional.empty();
  }

  Optional<String> brokenAtItsEnd(Evidence evidence) {
    return isAtItsEnd()
        ? wrongStanding(evidence)
        : Optional.of("nothing asked for " + Plain.text(history.get(told)));
  }

  private Optional<String> wrongStanding(Evidence evidence) {
    return story.requests().stream()
        .filter(request -> !evidence.standings().contains(standing(request)))
        .filter(request -> !story.isFaulted(request) || !isSeenFaulted(request, evidence))
        .filter(request -> !isShownNoMore(request, evidence))
        .findFirst()
        .map(
            request ->
                "readers must see %s, and see %s"
                    .formatted(standing(request), evidence.standings()));
  }

  /** What is spoilt cannot be shown anew when its tenant is frozen or released. */
  private boolean isShownNoMore(RequestId request, Evidence evidence) {
    return !story.isFaulted(request)
        && evidence.spoilt().stream().anyMatch(one -> one.request().equals(request))
        && Stream.of("Granted", "Frozen")
            .map(kind -> standing(request, kind))
            .anyMatch(evidence.standings()::contains);
  }

  private static boolean isSeenFaulted(RequestId request, Evidence evidence) {
    return evidence.standings().stream()
        .anyMatch(one -> one.request().equals(request) && one.kind().equals("Faulted"));
  }

  private Standing standing(RequestId request) {
    return standing(request, kind(request));
  }

  private Standing standing(RequestId request, String kind) {
    return new Standing(
        request,
        kind,
        story.version(Optional.of(request)),
        story.accessOver(request),
        story.hasAccess(request) ? Optional.of(story.agreed(request).terms()) : Optional.empty(),
        story.hasAccess(request) && story.isForOneUse(request));
  }

  private String kind(RequestId request) {
    if (story.end(request).isPresent()) {
      return new Shutting(story).missing(request).isEmpty() ? "Closed" : "Closing";
    }
    if (story.isScheduled(request)) {
      return "Scheduled";
    }
    if (story.isGranted(request)) {
      return story.isFrozen() ? "Frozen" : "Granted";
    }
    if (story.isInside(request)) {
      return "Evaluated";
    }
    return "Pending";
  }
}
