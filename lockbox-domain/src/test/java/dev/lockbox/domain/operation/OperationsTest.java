package dev.lockbox.domain.operation;

import static dev.lockbox.domain.SealedTypes.kindsOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.domain.Cast;
import dev.lockbox.domain.Command;
import dev.lockbox.domain.CommandRefused;
import dev.lockbox.domain.Event;
import dev.lockbox.domain.ExclusionCommand.EnforceExclusion;
import dev.lockbox.domain.Recorded;
import dev.lockbox.domain.RequestCommand.EnforceDeadline;
import dev.lockbox.domain.RolesCommand.ExpireMemberships;
import dev.lockbox.domain.Samples;
import dev.lockbox.domain.SessionCommand.EnforceSessions;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.decision.Refusal;
import dev.lockbox.domain.identity.DecisionId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OperationsTest {
  private static final Set<Class<?>> ALARMS =
      Set.of(
          EnforceDeadline.class,
          EnforceExclusion.class,
          ExpireMemberships.class,
          EnforceSessions.class);

  /** One name, one meaning: two would be found by the same word. */
  @Test
  void noNameIsGivenTwice() {
    assertThat(Arrays.stream(Operation.values()).map(Operation::code)).doesNotHaveDuplicates();
  }

  /** A name that nothing ever has would be looked for in vain. */
  @Test
  void everyOperationIsToldOfBySomethingOrOfARecordThatIsNoEvent() {
    var told = EnumSet.of(Operation.QUARANTINE);
    happened().forEach(event -> told.add(operation(event)));
    commands().forEach(command -> told.add(operation(refused(command))));
    assertThat(told).containsExactly(Operation.values());
  }

  @Test
  void whatIsRefusedIsToldUnderTheNameOfWhatWasAsked() {
    assertThat(commands().map(command -> operation(refused(command))))
        .doesNotHaveDuplicates()
        .hasSize(kindsOf(Command.class).size() - ALARMS.size());
    assertThat(operation(refused("Deny"))).isEqualTo(Operation.DENY);
  }

  @Test
  void aCommandThatIsNewerOrNeverRefusedOnTheRecordHasNone() {
    for (var command : List.of("Extend", "", "EnforceDeadline")) {
      assertThat(Operations.of(refused(command))).isEmpty();
    }
  }

  /** The only events of which the kind does not say it all. */
  @Test
  void whichOfTwoAnEventTellsOfIsInWhatItSays() {
    var byKind = new TreeMap<String, Set<Operation>>();
    happened()
        .filter(event -> !(event instanceof CommandRefused))
        .forEach(
            event ->
                byKind
                    .computeIfAbsent(
                        event.getClass().getSimpleName(), kind -> new TreeSet<Operation>())
                    .add(operation(event)));
    byKind.values().removeIf(operations -> operations.size() == 1);
    assertThat(byKind)
        .containsOnlyKeys("ActionPerformed", "RequestEvaluated", "RequestOpened", "SettingsChanged")
        .containsEntry(
            "ActionPerformed",
            EnumSet.of(Operation.PERFORM_ACTION, Operation.PERFORM_UNGRANTED_ACTION))
        .containsEntry("RequestEvaluated", EnumSet.of(Operation.EVALUATE, Operation.REJECT))
        .containsEntry("RequestOpened", EnumSet.of(Operation.CREATE, Operation.START_PRACTICE))
        .containsEntry(
            "SettingsChanged", EnumSet.of(Operation.CHANGE_SETTINGS, Operation.CONFIRM_SETTINGS));
  }

  private static Stream<Event> happened() {
    return Stream.of(Samples.events(), Samples.sparseEvents())
        .flatMap(List::stream)
        .map(Recorded::event);
  }

  private static Stream<String> commands() {
    return kindsOf(Command.class).stream()
        .filter(command -> !ALARMS.contains(command))
        .map(Class::getSimpleName)
        .collect(Collectors.toCollection(TreeSet::new))
        .stream();
  }

  private static Operation operation(Event event) {
    return Operations.of(event).orElseThrow();
  }

  private static CommandRefused refused(String command) {
    return new CommandRefused(
        Cast.CONTOSO,
        Optional.of(Cast.REQUEST),
        Cast.NOON,
        new Attempt(Cast.FEMI, new DecisionId("let-me")),
        command,
        Refusal.TOO_LATE,
        "because");
  }
}
