package dev.lockbox.domain;

import static dev.lockbox.domain.Cast.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockbox.domain.RequestCommand.EnforceDeadline;
import dev.lockbox.domain.RequestCommand.OpenRequest;
import dev.lockbox.domain.RolesCommand.ExpireMemberships;
import dev.lockbox.domain.decision.Decision.Refused;
import dev.lockbox.domain.decision.Provenance;
import dev.lockbox.domain.decision.Refusal;
import dev.lockbox.domain.identity.CommandId;
import dev.lockbox.domain.identity.RequestId;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What stands in the record: every event, and every refusal of a person. */
class RecordTest {
  private static final Refused<RequestEvent> NO = new Refused<>(Refusal.TOO_LATE, "too late");

  @Test
  void aRefusalOfAPersonIsRecordedWithWhoAskedWhat() {
    for (var command : Samples.commands()) {
      if (command.attempt().isPresent()) {
        var refused = CommandRefused.of(command, NO, NOON).orElseThrow();
        assertThat(refused.tenant()).isEqualTo(command.tenant());
        assertThat(refused.about()).isEqualTo(command.about());
        assertThat(refused.attempt()).isEqualTo(command.attempt().orElseThrow());
        assertThat(refused.command()).isEqualTo(command.getClass().getSimpleName());
        assertThat(refused.refusal()).isEqualTo(Refusal.TOO_LATE);
        assertThat(refused.detail()).isEqualTo("too late");
        assertThat(refused.at()).isEqualTo(NOON);
      }
    }
  }

  @Test
  void whatWasFoundOfARequestThatIsRefusedStandsWithWhatItAskedFor() {
    var open = (OpenRequest) Insiders.detailedOpen().build(Samples.unsaid(0));
    var found =
        Evaluations.evaluation(open, Evaluations.ALL_REQUIRED).refusedFor(List.of("TOO_LATE"));
    var refused = CommandRefused.of(open, NO.after(found), NOON).orElseThrow();
    assertThat(refused.unadmitted()).contains(new Unadmitted(open.asked(), found));
    assertThat(CommandRefused.of(open, NO, NOON).orElseThrow().unadmitted()).isEmpty();
  }

  @Test
  void aRefusalOfAnAlarmIsNotRecorded() {
    assertThat(CommandRefused.of(new EnforceDeadline(Cast.REQUEST), NO, NOON)).isEmpty();
    var ofRoles = new ExpireMemberships(Cast.CONTOSO, Cast.EVA);
    assertThat(CommandRefused.of(ofRoles, NO, NOON)).isEmpty();
  }

  @Test
  void nothingRecordedPrintsAPersonalText() {
    assertThat(Samples.events())
        .extracting(Recorded::toString)
        .allSatisfy(
            text ->
                assertThat(text)
                    .doesNotContain(
                        Cast.JUSTIFICATION,
                        Cast.REASON,
                        "@contoso",
                        "night shift from",
                        "she does"));
    assertThat(Samples.commands())
        .extracting(Command::toString)
        .allSatisfy(
            text ->
                assertThat(text)
                    .doesNotContain(
                        Cast.JUSTIFICATION,
                        Cast.REASON,
                        "@contoso",
                        "night shift from",
                        "she does"));
  }

  /** As its own fields have it: readers look here, and nowhere else. */
  @Test
  void everyEventSaysWhatItIsAboutAndWhoBroughtItAbout() throws ReflectiveOperationException {
    var about = new HashSet<Class<?>>();
    var attempted = new HashSet<Class<?>>();
    for (var recorded : all(Samples.events(), Samples.sparseEvents())) {
      var event = recorded.event();
      assertThat(event.tenant()).isEqualTo(Cast.CONTOSO);
      for (var component : event.getClass().getRecordComponents()) {
        var value = component.getAccessor().invoke(event);
        if (value instanceof RequestId request) {
          assertThat(event.about()).contains(request);
          about.add(event.getClass());
        }
        if (value instanceof Provenance by && hasAttempt(event)) {
          assertThat(event.getClass().getMethod("attempted").invoke(event))
              .isEqualTo(Optional.of(by));
          attempted.add(event.getClass());
        }
      }
    }
    assertThat(about).hasSizeGreaterThan(20);
    assertThat(attempted).hasSizeGreaterThan(20);
  }

  private static boolean hasAttempt(Event event) {
    return Arrays.stream(event.getClass().getMethods())
        .anyMatch(method -> method.getName().equals("attempted"));
  }

  private static <T> List<T> all(List<T> some, List<T> others) {
    return Stream.concat(some.stream(), others.stream()).toList();
  }

  @Test
  void aTenantsHistoryStartsAtOne() {
    var event = Samples.events().getFirst().event();
    var cause = new CommandId("command-1");
    assertThat(new Recorded(1, 0, cause, event).sequence()).isEqualTo(1);
    assertThatThrownBy(() -> new Recorded(0, 1, cause, event))
        .hasMessage("sequence starts at 1 and version at 0, were 0 and 1");
    assertThatThrownBy(() -> new Recorded(1, -1, cause, event))
        .hasMessage("sequence starts at 1 and version at 0, were 1 and -1");
  }

  /** Whatever an entry says, nothing that grants can be told of practice. */
  @Test
  void noEntryOfPracticeGrants() {
    var cause = new CommandId("command-1");
    for (var recorded : Samples.events()) {
      var event = recorded.event();
      if (event instanceof RequestEvent.RequestApproved
          || event instanceof RequestEvent.GrantedWithoutCustomer
          || event instanceof RulesEvent.GrantedByRule
          || event instanceof AccessEvent
          || event instanceof RequestEvent.RequestOpened) {
        assertThatThrownBy(() -> new Recorded(1, 1, OptionalLong.empty(), cause, event, true))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining(event.getClass().getSimpleName());
      }
    }
    var done = Practising.practised().build(1, Cast.NOON);
    assertThat(new Recorded(2, 2, cause, done).isPractice()).isTrue();
    assertThatThrownBy(() -> new Recorded(2, 2, OptionalLong.empty(), cause, done, false))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
