package dev.lockbox.local.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.domain.Cast;
import dev.lockbox.domain.CommandRefused;
import dev.lockbox.domain.EvaluationEvent.RequestEvaluated;
import dev.lockbox.domain.Event;
import dev.lockbox.domain.Recorded;
import dev.lockbox.domain.RequestEvent;
import dev.lockbox.domain.RequestEvent.RequestOpened;
import dev.lockbox.domain.RulesEvent.DeniedByRule;
import dev.lockbox.domain.Samples;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.decision.Refusal;
import dev.lockbox.domain.evaluation.Evaluation.Outcome;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.local.intake.JitService;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is taken for the lockbox's first word on a request, and which words are a no. */
class RequestTailTest {
  private static final Attempt ASKING = JitService.ASKING;

  @Test
  void aRefusalOfThatAttemptIsAnAnswerAndIsTold() {
    var no = refused(ASKING);
    assertThat(RequestTail.settles(no, Cast.REQUEST, ASKING)).isTrue();
    assertThat(RequestTail.no(no)).contains("ACCESS_TOO_LONG: too long");
  }

  @Test
  void whatSomebodyElseIsRefusedIsNone() {
    var another = new Attempt(Cast.ANNA, ASKING.id());
    assertThat(RequestTail.settles(refused(another), Cast.REQUEST, ASKING)).isFalse();
  }

  @Test
  void whatIsSaidOfAnotherRequestIsNone() {
    var other = new RequestId(Cast.CONTOSO, "another");
    assertThat(happened()).noneMatch(event -> RequestTail.settles(event, other, ASKING));
  }

  @Test
  void thatTheChecksLetItPassIsNoAnswerYet() {
    assertThat(of(RequestEvaluated.class))
        .isNotEmpty()
        .allSatisfy(
            found ->
                assertThat(RequestTail.settles(found, Cast.REQUEST, ASKING))
                    .isEqualTo(found.evaluation().outcome() != Outcome.PASSED));
  }

  @Test
  void onlyWhatEndsItAtOnceIsANo() {
    assertThat(of(RequestOpened.class)).isNotEmpty().allMatch(one -> RequestTail.no(one).isEmpty());
    assertThat(of(DeniedByRule.class))
        .isNotEmpty()
        .allMatch(one -> RequestTail.no(one).orElseThrow().contains(one.rule().value()));
    assertThat(of(RequestEvaluated.class))
        .filteredOn(one -> one.evaluation().outcome() == Outcome.REJECTED)
        .isNotEmpty()
        .allMatch(one -> RequestTail.no(one).orElseThrow().contains("ROLE ("));
    assertThat(of(RequestEvaluated.class))
        .filteredOn(one -> one.evaluation().outcome() == Outcome.NEEDS_INTERNAL)
        .isNotEmpty()
        .allMatch(one -> RequestTail.no(one).isEmpty());
  }

  private static <E extends RequestEvent> Stream<E> of(Class<E> type) {
    return happened().filter(type::isInstance).map(type::cast);
  }

  private static Stream<Event> happened() {
    return Stream.concat(Samples.events().stream(), Samples.sparseEvents().stream())
        .map(Recorded::event);
  }

  private static CommandRefused refused(Attempt by) {
    return new CommandRefused(
        Cast.CONTOSO,
        Optional.of(Cast.REQUEST),
        Cast.NOON,
        by,
        "OpenRequest",
        Refusal.ACCESS_TOO_LONG,
        "too long");
  }
}
