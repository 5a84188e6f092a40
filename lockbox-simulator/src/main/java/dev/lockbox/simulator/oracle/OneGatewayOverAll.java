package dev.lockbox.simulator.oracle;

import dev.lockbox.domain.Recorded;
import dev.lockbox.domain.SessionCommand.StartSession;
import dev.lockbox.domain.SessionEvent.SessionEnded;
import dev.lockbox.domain.SessionEvent.SessionStarted;
import dev.lockbox.domain.gateway.SeatReport;
import dev.lockbox.domain.gateway.SeatReport.SeatAnswered;
import dev.lockbox.domain.gateway.SeatReport.SeatLeft;
import dev.lockbox.domain.identity.CommandId;
import dev.lockbox.domain.identity.EngineerId;
import dev.lockbox.domain.identity.SessionId;
import dev.lockbox.simulator.log.Entry;
import dev.lockbox.simulator.record.Places;
import dev.lockbox.simulator.record.Written;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whoever asks for a session on a gateway while one is open, or asked for, at another customer is
 * said to, and nobody else is; and what is told of seats is what happened, once.
 */
final class OneGatewayOverAll implements Invariant {
  /** By what is told of a seat that much later, or earlier, nobody needs to hold it. */
  private static final Duration LONG = Duration.ofHours(48);

  @Override
  public Optional<String> brokenBy(Evidence evidence) {
    var passedOn = passedOn(evidence);
    if (passedOn.isEmpty()) {
      return Optional.empty();
    }
    return new Walk(passedOn).brokenBy(evidence.submissions()).or(() -> untrue(evidence, passedOn));
  }

  /** What intake passed on of sessions on gateways. */
  private static Map<CommandId, StartSession> passedOn(Evidence evidence) {
    var all = new HashMap<CommandId, StartSession>();
    for (var partition = 0; partition < evidence.commands().size(); partition++) {
      for (var entry : evidence.commands().get(partition)) {
        if (entry.value() instanceof Written.Readable one
            && one.command() instanceof StartSession start
            && start.target().isEmpty()
            && Places.partitionOf(start.tenant()) == partition) {
          all.put(one.id(), start);
        }
      }
    }
    return all;
  }

  /** Along the intake topic, on which all that is told of an engineer is in order. */
  private static final class Walk {
    private final Map<CommandId, StartSession> passedOn;
    private final List<Held> held = new ArrayList<>();

    private record Held(
        CommandId claim, EngineerId engineer, SessionId session, boolean began, Instant at) {}

    Walk(Map<CommandId, StartSession> passedOn) {
      this.passedOn = passedOn;
    }

    Optional<String> brokenBy(List<Entry<Written>> submissions) {
      for (var entry : submissions) {
        var broken =
            switch (entry.value()) {
              case Written.OfSeat told -> told(told.report(), entry.at());
              case Written.Readable asked -> asked(entry);
              case Written.OfDevice found -> Optional.<String>empty();
              case Written.Heeded stray -> Optional.<String>empty();
              case Written.Garbage garbage -> Optional.<String>empty();
              case Written.Ticked tick -> Optional.<String>empty();
            };
        if (broken.isPresent()) {
          return broken;
        }
      }
      return Optional.empty();
    }

    private Optional<String> asked(Entry<Written> entry) {
      var id = new CommandId("intake-0-" + entry.offset());
      var start = passedOn.get(id);
      if (start == null) {
        return Optional.empty();
      }
      var others = held.stream().filter(one -> isElsewhere(one, start.engineer())).toList();
      var fresh = others.stream().filter(one -> !isOld(one, entry.at())).findFirst();
      if (start.seatTaken()) {
        return others.isEmpty()
            ? Optional.of(start.engineer() + " is said to be elsewhere, and is not")
            : Optional.empty();
      }
      held.removeAll(others);
      held.add(new Held(id, start.engineer(), start.session(), false, entry.at()));
      return fresh.map(one -> "%s is asked for as well as %s".formatted(id, one));
    }

    private static boolean isElsewhere(Held one, EngineerId engineer) {
      return one.engineer().person().equals(engineer.person())
          && !one.engineer().tenant().equals(engineer.tenant());
    }

    private static boolean isOld(Held one, Instant at) {
      return Duration.between(one.at(), at).abs().compareTo(LONG) >= 0;
    }

    private Optional<String> told(SeatReport report, Instant at) {
      switch (report) {
        case SeatAnswered answer -> {
          held.removeIf(one -> one.claim().equals(answer.claim()));
          answer
              .session()
              .ifPresent(
                  session ->
                      held.add(new Held(answer.claim(), answer.engineer(), session, true, at)));
        }
        case SeatLeft left ->
            held.removeIf(
                one ->
                    one.began()
                        && one.engineer().equals(left.engineer())
                        && one.session().equals(left.session()));
      }
      return Optional.empty();
    }
  }

  /** What was told is told of nothing, or twice, or not told. */
  private static Optional<String> untrue(Evidence evidence, Map<CommandId, StartSession> passedOn) {
    var told = new ArrayList<SeatReport>();
    for (var entry : evidence.submissions()) {
      if (entry.value() instanceof Written.OfSeat one) {
        told.add(one.report());
      }
    }
    var answered = new HashSet<CommandId>();
    for (var happened : happened(evidence)) {
      if (!told.remove(happened)) {
        return Optional.of(happened + " was not told");
      }
      if (happened instanceof SeatAnswered answer) {
        answered.add(answer.claim());
      }
    }
    return inVain(told, answered, passedOn)
        .or(() -> evidence.isAtRest() ? unanswered(answered, passedOn) : Optional.empty());
  }

  private static Optional<String> unanswered(
      Set<CommandId> answered, Map<CommandId, StartSession> passedOn) {
    return passedOn.entrySet().stream()
        .filter(one -> isClaim(one.getValue()) && !answered.contains(one.getKey()))
        .findFirst()
        .map(one -> "what became of %s was not told".formatted(one.getKey()));
  }

  /**
   * What is left is of commands by which nobody came in, once of each.
   *
   * @param answered by which somebody did; those by which nobody did are added
   */
  private static Optional<String> inVain(
      List<SeatReport> told, Set<CommandId> answered, Map<CommandId, StartSession> passedOn) {
    for (var report : told) {
      if (!(report instanceof SeatAnswered answer)
          || answer.session().isPresent()
          || !isClaim(passedOn.get(answer.claim()))
          || !answered.add(answer.claim())) {
        return Optional.of(report + " was told, and is not so");
      }
    }
    return Optional.empty();
  }

  private static boolean isClaim(@Nullable StartSession start) {
    return start != null && !start.seatTaken();
  }

  /** Of each tenant's history. */
  private static List<SeatReport> happened(Evidence evidence) {
    var all = new ArrayList<SeatReport>();
    var open = new HashSet<List<Object>>();
    evidence.recorded().forEach(recorded -> add(recorded, open, all));
    return all;
  }

  private static void add(Recorded recorded, Set<List<Object>> open, List<SeatReport> all) {
    switch (recorded.event()) {
      case SessionStarted began when began.target().isEmpty() -> {
        open.add(List.of(began.engineer(), began.session()));
        all.add(new SeatAnswered(began.engineer(), recorded.cause(), Optional.of(began.session())));
      }
      case SessionEnded ended when open.remove(List.of(ended.engineer(), ended.session())) ->
          all.add(new SeatLeft(ended.engineer(), ended.session()));
      default -> {}
    }
  }
}
