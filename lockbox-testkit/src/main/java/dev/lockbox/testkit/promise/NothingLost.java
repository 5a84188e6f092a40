package dev.lockbox.testkit.promise;

import dev.lockbox.domain.GrantsCommand.FreezeGrants;
import dev.lockbox.domain.Recorded;
import dev.lockbox.domain.identity.CommandId;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.events.message.HeedPosture;
import dev.lockbox.events.message.LoggedCommand;
import dev.lockbox.events.message.Quarantined;
import dev.lockbox.events.message.RequestSnapshot;
import dev.lockbox.events.topic.Topics;
import dev.lockbox.testkit.promise.Told.Tried;
import dev.lockbox.testkit.run.Logged;
import dev.lockbox.testkit.run.Operation;
import dev.lockbox.testkit.run.Outcome.Accepted;
import dev.lockbox.testkit.run.Outcome.Published;
import dev.lockbox.testkit.run.Outcome.Refused;
import dev.lockbox.testkit.run.Outcome.Rejected;
import dev.lockbox.testkit.run.Outcome.Unknown;
import dev.lockbox.testkit.run.Run;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What was acknowledged is there: a yes in events, state and audit, a refusal in events and audit,
 * a publication on the command log or in quarantine. And every command on the log was answered, and
 * every posture of a device is on each of its partitions.
 */
final class NothingLost implements Promise {

  @Override
  public List<Broken> judge(Run run) {
    var seen = new Seen(run);
    return Stream.of(
            run.operations().stream().flatMap(operation -> lost(seen, operation).stream()),
            run.commands().stream().flatMap(command -> unanswered(seen, command).stream()),
            run.postures().stream().flatMap(posture -> unheeded(run, posture).stream()),
            run.unreadable().stream()
                .filter(record -> !seen.quarantined.containsKey(Place.of(record)))
                .map(
                    record ->
                        Broken.of(
                            this, record.topic(), record, "unreadable and not in quarantine")))
        .flatMap(Function.identity())
        .toList();
  }

  private static final class Seen {
    final Map<Tried, List<Logged<Recorded>>> attempts;
    final Map<CommandId, List<Logged<Recorded>>> causes;
    final Map<Place, List<Logged<Quarantined>>> quarantined;
    final Map<RequestId, Logged<RequestSnapshot>> states;
    final Set<CommandId> commands;
    final Set<String> audited;

    Seen(Run run) {
      var told = new Told(run);
      attempts = told.byAttempt();
      causes = told.byCause();
      quarantined = Place.quarantined(run);
      states = States.newest(run);
      commands = run.commands().stream().map(one -> one.message().id()).collect(Collectors.toSet());
      audited = run.audit().stream().map(one -> one.message().uid()).collect(Collectors.toSet());
    }

    List<Logged<Recorded>> verdictsOn(Operation operation) {
      return attempts.getOrDefault(Tried.of(operation.request(), operation.attempt()), List.of());
    }
  }

  private Optional<Broken> lost(Seen seen, Operation operation) {
    return switch (operation.outcome()) {
      case Accepted yes -> lostYes(seen, operation);
      case Refused no -> lostRefusal(seen, operation, no.code());
      case Published there -> lostPublication(seen, operation, there);
      case Rejected atTheDoor -> Optional.empty();
      case Unknown unknown -> Optional.empty();
    };
  }

  private Optional<Broken> lostYes(Seen seen, Operation operation) {
    var event = seen.verdictsOn(operation).stream().filter(Told::isAccepted).findFirst();
    if (event.isEmpty()) {
      return lost(operation, Topics.EVENTS.name(), "acknowledged, and not among the events");
    }
    var state = seen.states.get(operation.request());
    if (state == null
        || !state.message().state().trail().accepted().containsKey(operation.attempt())) {
      return lost(operation, event.get().where(), "acknowledged, and unknown to the state");
    }
    return unaudited(seen, operation, event.get());
  }

  private Optional<Broken> lostRefusal(Seen seen, Operation operation, String code) {
    var event =
        seen.verdictsOn(operation).stream()
            .filter(entry -> Refusals.code(entry).equals(Optional.of(code)))
            .findFirst();
    return event.isEmpty()
        ? lost(operation, Topics.EVENTS.name(), "refused, and the refusal is not among the events")
        : unaudited(seen, operation, event.get());
  }

  private Optional<Broken> unaudited(Seen seen, Operation operation, Logged<Recorded> event) {
    return seen.audited.contains(AuditNames.uid(event.message()))
        ? Optional.empty()
        : lost(operation, event.where(), "answered, and not on the audit record");
  }

  private Optional<Broken> lostPublication(Seen seen, Operation operation, Published there) {
    var place = new Place(Topics.REQUESTS.name(), there.partition(), there.offset());
    var command = new CommandId("intake-%d-%d".formatted(there.partition(), there.offset()));
    return seen.commands.contains(command) || seen.quarantined.containsKey(place)
        ? Optional.empty()
        : lost(
            operation,
            "%s-%d@%d".formatted(place.topic(), place.partition(), place.offset()),
            "published, and neither on the command log nor in quarantine");
  }

  /**
   * An alarm may be refused without a word; so may the repetition of what was accepted before, and
   * a freeze of what is frozen.
   */
  private Optional<Broken> unanswered(Seen seen, Logged<LoggedCommand> record) {
    var command = record.message().command();
    var repeated =
        command
            .attempt()
            .map(attempt -> new Tried(aboutOf(record.message()), attempt))
            .map(tried -> seen.attempts.getOrDefault(tried, List.of()))
            .filter(verdicts -> verdicts.stream().anyMatch(Told::isAccepted));
    if (command.attempt().isEmpty()
        || command instanceof FreezeGrants
        || seen.causes.containsKey(record.message().id())
        || repeated.isPresent()) {
      return Optional.empty();
    }
    return Optional.of(
        Broken.of(
            this,
            aboutOf(record.message()),
            record,
            "%s %s was never answered".formatted(command.name(), record.message().id())));
  }

  /** Some customers would have heard of it, and others not. */
  private Optional<Broken> unheeded(Run run, Logged<HeedPosture> posture) {
    var places =
        run.postures().stream()
            .filter(other -> other.message().equals(posture.message()))
            .map(Logged::partition)
            .collect(Collectors.toSet());
    return places.size() == Topics.COMMANDS.partitions()
        ? Optional.empty()
        : Optional.of(
            Broken.of(
                this,
                posture.message().posture().device(),
                posture,
                "it is on partitions %s alone".formatted(new TreeSet<>(places))));
  }

  private static String aboutOf(LoggedCommand logged) {
    var command = logged.command();
    return command.about().map(RequestId::toString).orElseGet(() -> command.tenant().toString());
  }

  private Optional<Broken> lost(Operation operation, String where, String why) {
    return Optional.of(Broken.of(this, operation.request(), where, operation.told() + "; " + why));
  }
}
