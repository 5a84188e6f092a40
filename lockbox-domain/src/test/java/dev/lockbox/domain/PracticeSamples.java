package dev.lockbox.domain;

import static dev.lockbox.domain.Cast.REASON;
import static dev.lockbox.domain.Events.narrowed;
import static dev.lockbox.domain.Practising.practiceOpened;
import static dev.lockbox.domain.Practising.practise;
import static dev.lockbox.domain.Practising.practised;
import static dev.lockbox.domain.Samples.unsaid;
import static dev.lockbox.domain.Scenario.given;

import java.time.Duration;
import java.util.List;

/** What {@link Samples} has of practice; it never changes either. */
final class PracticeSamples {
  private PracticeSamples() {}

  static List<Command> commands() {
    return List.of(practise().accessFor(Duration.ofHours(4)).build(unsaid(0)));
  }

  static List<Command> sparseCommands() {
    return List.of(practise().build(unsaid(0)));
  }

  static List<Event> events() {
    return List.of(practised().because(REASON).build(unsaid(1)));
  }

  static List<Event> sparseEvents() {
    return List.of(
        practiceOpened().through(practise().accessFor(Duration.ofHours(4))).build(unsaid(0)),
        practised().build(unsaid(1)));
  }

  static List<AccessRequest> states() {
    return List.of(
        given(practiceOpened()).state(),
        given(practiceOpened(), narrowed(Samples.TERMS)).state(),
        given(practiceOpened(), practised()).state());
  }
}
