package dev.lockbox.api.view;

import static dev.lockbox.domain.SealedTypes.kindsOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.domain.Command;
import dev.lockbox.domain.CommandRefused;
import dev.lockbox.domain.Event;
import dev.lockbox.domain.Recorded;
import dev.lockbox.domain.RolesCommand;
import dev.lockbox.domain.RolesEvent;
import dev.lockbox.domain.Samples;
import dev.lockbox.domain.decision.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EventOperationsTest {
  /** A name that is missing would be refused though there is something under it. */
  @Test
  void theNamesThatCanBeLookedForAreThoseThatACustomersHistoryHas() {
    var told = new TreeSet<String>();
    Stream.of(Samples.events(), Samples.sparseEvents())
        .flatMap(List::stream)
        .map(Recorded::event)
        .filter(event -> !(event instanceof RolesEvent))
        .filter(event -> !(event instanceof CommandRefused))
        .forEach(event -> told.add(EventOperations.of(event).orElseThrow()));
    kindsOf(Command.class).stream()
        .filter(command -> !RolesCommand.class.isAssignableFrom(command))
        .forEach(
            command -> EventOperations.of(refused(command.getSimpleName())).ifPresent(told::add));
    assertThat(EventOperations.OF_CUSTOMER).isEqualTo(List.copyOf(told));
  }

  /** What a service ahead of this one refused is shown all the same. */
  @Test
  void theRefusalOfANewerCommandHasNoName() {
    assertThat(EventOperations.of(refused("Extend"))).isEmpty();
  }

  private static Event refused(String command) {
    var sample =
        Samples.events().stream()
            .map(Recorded::event)
            .filter(CommandRefused.class::isInstance)
            .map(CommandRefused.class::cast)
            .findFirst()
            .orElseThrow();
    return new CommandRefused(
        sample.tenant(),
        Optional.empty(),
        sample.at(),
        sample.attempt(),
        command,
        Refusal.TOO_LATE,
        "because");
  }
}
