package dev.lockbox.domain.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockbox.domain.decision.Decision.Refused;
import dev.lockbox.domain.decision.Decision.Repeated;
import dev.lockbox.domain.decision.Trail.Acceptance;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.PersonId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrailTest {
  private static final Fingerprint CONTENT = Fingerprint.of(List.of("Approve", "", "1"));
  private static final Fingerprint OTHER = Fingerprint.of(List.of("Deny", ""));

  @Test
  void everyEventIsOneVersion() {
    assertThat(Trail.EMPTY.version()).isZero();
    assertThat(Trail.EMPTY.next().version()).isEqualTo(1);
    assertThat(Trail.EMPTY.next().next(by(1)).version()).isEqualTo(2);
  }

  @Test
  void whatNobodyAttemptedIsNotRemembered() {
    assertThat(Trail.EMPTY.next().accepted()).isEmpty();
  }

  @Test
  void anAcceptedAttemptIsRememberedWithTheVersionItLedTo() {
    var trail = Trail.EMPTY.next().next(by(1)).next();
    assertThat(trail.answerTo(attempt(1), () -> CONTENT)).contains(new Repeated<>(2));
  }

  @Test
  void anotherContentUnderTheSameIdIsRefused() {
    assertThat(Trail.EMPTY.next(by(1)).answerTo(attempt(1), () -> OTHER))
        .hasValueSatisfying(
            answer -> {
              var no = (Refused<Object>) answer;
              assertThat(no.refusal()).isEqualTo(Refusal.DECISION_ID_REUSED);
              assertThat(no.detail()).contains("anna", "decision-1");
            });
  }

  @Test
  void aNewAttemptHasNoAnswer() {
    assertThat(Trail.EMPTY.next(by(1)).answerTo(attempt(2), () -> CONTENT)).isEmpty();
    var sameIdOfAnother = new Attempt(new PersonId("ben"), attempt(1).id());
    assertThat(Trail.EMPTY.next(by(1)).answerTo(sameIdOfAnother, () -> CONTENT)).isEmpty();
  }

  @Test
  void theOldestAttemptIsForgottenFirst() {
    var full = after(Trail.REMEMBERED_MAX);
    assertThat(full.answerTo(attempt(1), () -> CONTENT)).contains(new Repeated<>(1));
    var over = full.next(by(Trail.REMEMBERED_MAX + 1));
    assertThat(over.accepted()).hasSize(Trail.REMEMBERED_MAX);
    assertThat(over.answerTo(attempt(1), () -> CONTENT)).isEmpty();
    assertThat(over.answerTo(attempt(2), () -> CONTENT)).contains(new Repeated<>(2));
    assertThat(over.version()).isEqualTo(Trail.REMEMBERED_MAX + 1);
  }

  @Test
  void attemptsAreKeptOldestFirst() {
    assertThat(after(3).accepted().keySet()).containsExactly(attempt(1), attempt(2), attempt(3));
  }

  @Test
  void aTrailDoesNotChangeBehindItsBack() {
    var source = new LinkedHashMap<Attempt, Acceptance>();
    source.put(attempt(1), new Acceptance(CONTENT, 1));
    var trail = new Trail(1, source);
    source.clear();
    assertThat(trail.accepted()).hasSize(1);
    assertThatThrownBy(() -> trail.accepted().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  private static Trail after(int attempts) {
    return IntStream.rangeClosed(1, attempts)
        .mapToObj(TrailTest::by)
        .reduce(Trail.EMPTY, Trail::next, (first, second) -> second);
  }

  private static Provenance by(int number) {
    return new Provenance(attempt(number), CONTENT);
  }

  private static Attempt attempt(int number) {
    return new Attempt(new PersonId("anna"), new DecisionId("decision-" + number));
  }
}
