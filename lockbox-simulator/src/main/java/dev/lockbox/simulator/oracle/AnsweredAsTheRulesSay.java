package dev.lockbox.simulator.oracle;

import dev.lockbox.domain.Recorded;
import dev.lockbox.domain.RequestCommand;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.simulator.log.Entry;
import dev.lockbox.simulator.record.Places;
import dev.lockbox.simulator.record.Standing;
import dev.lockbox.simulator.record.Written;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * I1, I2, I11: each tenant's events are, one for one and in this order, what the rules make of its
 * commands; and readers of the state see what follows from them.
 */
final class AnsweredAsTheRulesSay implements Invariant {
  @Override
  public Optional<String> brokenBy(Evidence evidence) {
    return tenants(evidence).stream()
        .map(tenant -> new Walk(evidence, tenant).brokenBy())
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static List<TenantId> tenants(Evidence evidence) {
    var tenants = new ArrayList<>(evidence.tenants());
    for (var entries : evidence.commands()) {
      for (var entry : entries) {
        if (entry.value() instanceof Written.Readable one
            && !tenants.contains(one.command().tenant())) {
          tenants.add(one.command().tenant());
        }
      }
    }
    return tenants;
  }

  /** Along one tenant's commands and events, side by side. */
  private static final class Walk {
    private final Evidence evidence;
    private final List<Entry<Written>> commands;
    private final List<Recorded> history;
    private final Story story;
    private int told;

    Walk(Evidence evidence, TenantId tenant) {
      this.evidence = evidence;
      this.commands =
          evidence.commands().get(Places.partitionOf(tenant)).stream()
              .filter(
                  entry ->
                      entry.value() instanceof Written.Readable one
                          && one.command().tenant().equals(tenant))
              .toList();
      this.history = evidence.historyOf(tenant);
      this.story = new Story(evidence.limits());
    }

    Optional<String> brokenBy() {
      for (var entry : commands) {
        var asked = (Written.Readable) entry.value();
        var expected = expected(asked, entry);
        if (expected == Expected.SILENCE) {
          continue;
        }
        if (told == history.size()) {
          return evidence.extent() != Evidence.Extent.RUNNING
              ? Optional.of("%s was never answered, expected %s".formatted(asked, expected))
              : wrongStanding();
        }
        var broken = told(asked, entry.at(), expected);
        if (broken.isPresent()) {
          return broken;
        }
      }
      return told < history.size()
          ? Optional.of("nothing asked for " + Plain.text(history.get(told)))
          : wrongStanding();
    }

    private static String who(Written.Readable asked) {
      return asked.command().attempt().map(by -> by.actor().toString()).orElse("nobody");
    }

    private Expected expected(Written.Readable asked, Entry<Written> entry) {
      return asked.command() instanceof RequestCommand one
              && meetsSpoilt(one.request(), entry.offset())
          ? Expected.FAULT
          : new Rules(story).answerTo(asked, entry.at());
    }

    private boolean meetsSpoilt(RequestId request, long offset) {
      return !story.isFaulted(request)
          && evidence.spoilt().stream()
              .anyMatch(one -> one.request().equals(request) && one.fromOffset() <= offset);
    }

    /** Goes on behind what this command led to. */
    private Optional<String> told(Written.Readable asked, Instant at, Expected expected) {
      var events = expected == Expected.EFFECT ? new Telling(story).events(asked.command()) : 1;
      for (var place = 0; place < events; place++) {
        if (told + place >= history.size()
            || !isToldBy(history.get(told + place), place, asked, at, expected)) {
          return Optional.of(
              "to %s of %s, %s was expected, was %s"
                  .formatted(asked, who(asked), expected, toldFrom(told)));
        }
      }
      told += events;
      if (expected != Expected.REFUSAL) {
        var isFault = expected == Expected.FAULT;
        story.add(new Effect(asked.command(), asked.content(), at, events, isFault));
      }
      return Optional.empty();
    }

    private String toldFrom(int place) {
      return history.subList(place, Math.min(place + 2, history.size())).stream()
          .map(Plain::text)
          .collect(Collectors.joining(" and "));
    }

    private boolean isToldBy(
        Recorded recorded, int place, Written.Readable asked, Instant at, Expected expected) {
      return recorded.cause().equals(asked.id())
          && new Telling(story).isOf(recorded.event(), place, asked, at, expected)
          && (isFaulty(asked, expected) || recorded.version() == version(asked, expected) + place);
    }

    /** The version of what cannot be read is not known either. */
    private boolean isFaulty(Written.Readable asked, Expected expected) {
      return expected == Expected.FAULT
          || asked.command().about().filter(story::isFaulted).isPresent();
    }

    private long version(Written.Readable asked, Expected expected) {
      var before = story.version(asked.command().about());
      return expected == Expected.EFFECT ? before + 1 : before;
    }

    private Optional<String> wrongStanding() {
      return story.requests().stream()
          .filter(request -> !evidence.standings().contains(standing(request)))
          .filter(request -> !story.isFaulted(request) || !isSeenFaulted(request))
          .findFirst()
          .map(
              request ->
                  "readers must see %s, and see %s"
                      .formatted(standing(request), evidence.standings()));
    }

    private boolean isSeenFaulted(RequestId request) {
      return evidence.standings().stream()
          .anyMatch(one -> one.request().equals(request) && one.kind().equals("Faulted"));
    }

    private Standing standing(RequestId request) {
      var kind =
          story.end(request).isPresent()
              ? "Closed"
              : story.isGranted(request) ? "Granted" : "Pending";
      return new Standing(
          request, kind, story.version(Optional.of(request)), story.accessOver(request));
    }
  }
}
