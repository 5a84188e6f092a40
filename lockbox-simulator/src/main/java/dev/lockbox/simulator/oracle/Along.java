package dev.lockbox.simulator.oracle;

import dev.lockbox.domain.Command;
import dev.lockbox.domain.RequestCommand;
import dev.lockbox.domain.SessionCommand;
import dev.lockbox.domain.SessionEvent;
import dev.lockbox.domain.identity.CommandId;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.simulator.log.Entry;
import dev.lockbox.simulator.record.Freezing;
import dev.lockbox.simulator.record.Places;
import dev.lockbox.simulator.record.Provided;
import dev.lockbox.simulator.record.UsingUp;
import dev.lockbox.simulator.record.Written;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Along the records of one partition of the command log, beside what its tenants' events tell. Each
 * time it begins behind the last record that was found to have made an event: of those behind it
 * nobody can tell whether they were read yet.
 */
final class Along {
  private final int partition;
  private final Provided provided;
  private final LogTime time = new LogTime();
  private final Devices devices = new Devices();
  private final Map<TenantId, Tale> tales = new TreeMap<>();
  private final Set<CommandId> usingUp = new HashSet<>();
  private int begin;
  private Step last = Step.SILENT;

  /** What came of a record. */
  private enum Step {
    /** It made no event. */
    SILENT,
    TOLD,
    /** Its event is not there, nor can anything behind it be. */
    UNANSWERED
  }

  Along(int partition, Provided provided) {
    this.partition = partition;
    this.provided = provided;
  }

  Optional<String> brokenBy(Evidence evidence) {
    time.backToTheMark();
    devices.backToTheMark();
    evidence.tenants().forEach(this::meet);
    tales.values().forEach(tale -> tale.reads(evidence));
    var commands = evidence.commands().get(partition);
    for (var place = begin; place < commands.size(); place++) {
      last = Step.SILENT;
      var broken = met(commands.get(place), evidence);
      if (broken.isPresent()) {
        return broken;
      }
      if (last == Step.UNANSWERED) {
        break;
      }
      if (last == Step.TOLD) {
        begin = place + 1;
        time.mark();
        devices.mark();
      }
    }
    return left(evidence).or(() -> notEnded(evidence));
  }

  private void meet(TenantId tenant) {
    if (Places.partitionOf(tenant) == partition) {
      tales.computeIfAbsent(tenant, one -> new Tale(one, provided));
    }
  }

  /** What is told of nothing that was asked, or seen otherwise than it was told. */
  private Optional<String> left(Evidence evidence) {
    for (var tale : tales.values()) {
      var broken = tale.brokenAtItsEnd(evidence);
      if (broken.isPresent()) {
        return broken;
      }
    }
    return Optional.empty();
  }

  private Optional<String> met(Entry<Written> entry, Evidence evidence) {
    var when = time.at(entry.at());
    return switch (entry.value()) {
      case Written.Ticked tick -> {
        time.ticked(tick.host(), tick.shown(), entry.at());
        yield Optional.empty();
      }
      case Written.OfSeat stray -> Optional.of("news of a seat is on the command log");
      case Written.OfDevice stray -> Optional.of("a posture is on the command log as it was told");
      case Written.Heeded told -> heeded(told, entry.offset(), when, evidence);
      case Written.Garbage garbage -> frozen(garbage, entry.offset(), when, evidence);
      case Written.Readable one when Places.partitionOf(one.command().tenant()) != partition -> {
        time.wrote(when);
        yield Optional.empty();
      }
      case Written.Readable one -> answered(one, entry.offset(), when, evidence);
    };
  }

  private Optional<String> answered(
      Written.Readable asked, long offset, When when, Evidence evidence) {
    var tale = tales.computeIfAbsent(asked.command().tenant(), one -> new Tale(one, provided));
    tale.story().spoilt(spoilt(offset, evidence));
    tale.story().signed(evidence.signed());
    tale.story().examined(devices);
    if (UsingUp.isOne(asked.id()) && !usingUp.contains(asked.id())) {
      return Optional.of("nothing was used up, and there is " + asked);
    }
    var expected =
        isOfRequests(asked.command())
                && asked
                    .command()
                    .about()
                    .filter(one -> meetsSpoilt(tale, one, offset, evidence))
                    .isPresent()
            ? Expected.FAULT
            : new Rules(tale.story()).answerTo(asked, when);
    if (expected == Expected.SILENCE) {
      return Optional.empty();
    }
    if (tale.isAtItsEnd()) {
      return unanswered("%s was never answered, expected %s", asked, expected, evidence);
    }
    last = Step.TOLD;
    time.wrote(when);
    return expected == Expected.EFFECT && asked.command() instanceof SessionCommand
        ? told(tale, asked, offset, when)
        : tale.told(asked, when, expected);
  }

  private static boolean isOfRequests(Command command) {
    return command instanceof RequestCommand || command instanceof SessionCommand;
  }

  /** And notes what is used up by it. */
  private Optional<String> told(Tale tale, Written.Readable asked, long offset, When when) {
    var events = new Telling(tale.story()).sessions(asked, when);
    var broken = tale.told(asked, when, Expected.EFFECT);
    usedUp(new Attended(tale.story(), when), events, offset, 0);
    return broken;
  }

  /**
   * @param first place of what these used up, among all that the record did
   * @return the place behind the last of them
   */
  private int usedUp(Attended attended, List<SessionEvent> events, long offset, int first) {
    var place = first;
    for (var use : attended.usedUp(events)) {
      if (attended.isOver(use)) {
        usingUp.add(UsingUp.by(partition, offset, place));
      }
      place++;
    }
    return place;
  }

  /** Whoever is on what is barred by now is out, tenant by tenant. */
  private Optional<String> heeded(
      Written.Heeded posture, long offset, When when, Evidence evidence) {
    var device = posture.posture().device();
    devices.tell(posture.posture());
    var place = 0;
    for (var tale : devices.isBarred(device) ? tales.values() : List.<Tale>of()) {
      tale.story().spoilt(spoilt(offset, evidence));
      var attended = new Attended(tale.story(), when);
      var events = attended.out(tale.tenant(), device);
      if (events.isEmpty()) {
        continue;
      }
      if (tale.isAtItsEnd()) {
        return unanswered("%s ended nothing of %s", posture, tale.tenant(), evidence);
      }
      last = Step.TOLD;
      var broken = tale.heeded(posture, events);
      if (broken.isPresent()) {
        return broken;
      }
      place = usedUp(attended, events, offset, place);
    }
    time.wrote(when);
    return Optional.empty();
  }

  /** What was used up is ended by a command of its own, once, in the end. */
  private Optional<String> notEnded(Evidence evidence) {
    for (var id : usingUp) {
      var times =
          evidence.commands().get(partition).stream()
              .filter(entry -> entry.value() instanceof Written.Readable one && one.id().equals(id))
              .count();
      if (times > 1 || times < 1 && evidence.isAtRest()) {
        return Optional.of("what was used up was ended %s times, as %s".formatted(times, id));
      }
    }
    return Optional.empty();
  }

  private Optional<String> unanswered(String why, Object what, Object more, Evidence evidence) {
    last = Step.UNANSWERED;
    return evidence.extent() == Evidence.Extent.RUNNING
        ? Optional.empty()
        : Optional.of(why.formatted(what, more));
  }

  private static Set<RequestId> spoilt(long offset, Evidence evidence) {
    return evidence.spoilt().stream()
        .filter(one -> one.fromOffset() <= offset)
        .map(Spoilt::request)
        .collect(Collectors.toSet());
  }

  private static boolean meetsSpoilt(Tale tale, RequestId request, long offset, Evidence evidence) {
    return !tale.story().isFaulted(request)
        && evidence.spoilt().stream()
            .anyMatch(one -> one.request().equals(request) && one.fromOffset() <= offset);
  }

  /** It may have been a no: of whom its key names, if that is a tenant here; or of anybody here. */
  private Optional<String> frozen(
      Written.Garbage garbage, long offset, When when, Evidence evidence) {
    var here = tales.values().stream().filter(tale -> tale.story().now().isRegistered()).toList();
    var named =
        here.stream().filter(tale -> garbage.key().equals(Optional.of(tale.tenant()))).toList();
    for (var tale : named.isEmpty() ? here : named) {
      if (tale.story().isFrozenBy(Freezing.by(partition, offset))) {
        continue;
      }
      if (tale.isAtItsEnd()) {
        return unanswered("%s is not frozen by record %s", tale.tenant(), offset, evidence);
      }
      last = Step.TOLD;
      var broken = tale.frozen(partition, offset, when);
      if (broken.isPresent()) {
        return broken;
      }
    }
    time.wrote(when);
    return Optional.empty();
  }
}
