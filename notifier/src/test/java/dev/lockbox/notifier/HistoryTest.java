package dev.lockbox.notifier;

import static dev.lockbox.domain.Cast.ANNA;
import static dev.lockbox.domain.Cast.BEN;
import static dev.lockbox.domain.Cast.CONTOSO;
import static dev.lockbox.domain.Cast.EVA;
import static dev.lockbox.domain.Cast.MORNING;
import static dev.lockbox.domain.Cast.REQUEST;
import static dev.lockbox.domain.Evaluations.MIRA;
import static dev.lockbox.domain.Evaluations.SAM;
import static dev.lockbox.domain.Events.approvalGiven;
import static dev.lockbox.domain.Events.approvalsRequired;
import static dev.lockbox.domain.Events.approved;
import static dev.lockbox.domain.Events.denied;
import static dev.lockbox.domain.Events.ended;
import static dev.lockbox.domain.Events.faulted;
import static dev.lockbox.domain.Events.opened;
import static dev.lockbox.domain.Events.withdrawn;
import static dev.lockbox.domain.Insiders.awaitingTwo;
import static dev.lockbox.domain.Insiders.yesInside;
import static dev.lockbox.domain.Readings.readingRequired;
import static dev.lockbox.domain.Readings.recordRead;
import static dev.lockbox.domain.Readings.recordUnread;
import static dev.lockbox.domain.Scenario.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.lockbox.domain.Membership;
import dev.lockbox.domain.Samples;
import dev.lockbox.domain.decision.ImpossibleHistory;
import dev.lockbox.domain.rules.ApproverMode;
import dev.lockbox.domain.rules.Mails;
import dev.lockbox.domain.rules.Stage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HistoryTest {
  private final History history = new History();

  @Test
  void knowsWhatWasAskedUntilTheRequestIsClosed() {
    var story = Story.contoso().request(opened(), approved(), ended());
    var known = story.entries().stream().map(history::fold).toList();

    assertThat(known.stream().map(each -> each.opening().isPresent()))
        .containsExactly(false, true, true, true);
  }

  @Test
  void knowsWhatWasAskedUntilNobodyIsToBeRemindedOfIt() {
    var due = readingRequired(MORNING.plus(Duration.ofDays(3)));
    var story =
        Story.contoso().request(opened(), approved(), due, ended(), recordUnread(), recordRead());
    var known = story.entries().stream().map(history::fold).toList();

    assertThat(known.stream().map(each -> each.opening().isPresent()))
        .containsExactly(false, true, true, true, true, true, false);
  }

  @Test
  void knowsTheRegistryAsItStands() {
    Story.contoso().approversNow(Samples.BEN_MEMBER).entries().forEach(history::fold);

    assertThat(history.members(CONTOSO).map(Membership::approvers))
        .contains(Set.of(Samples.BEN_MEMBER));
  }

  @Test
  void aMissingEntryIsNotReadOver() {
    var entries = Story.contoso().request(opened(), denied()).entries();
    history.fold(entries.get(0));

    assertImpossible(() -> history.fold(entries.get(2)));
  }

  @Test
  void anEntryToldAgainIsNotReadOver() {
    var entries = Story.contoso().entries();
    history.fold(entries.get(0));

    assertImpossible(() -> history.fold(entries.get(0)));
  }

  @Test
  void nothingFollowsTheEndOfARequestThoughItIsForgotten() {
    var story = Story.contoso().request(opened(), denied());
    var late = given(withdrawn()).history().getFirst();
    story.entries().forEach(history::fold);

    assertImpossible(() -> history.fold(story.add(late, 3).last()));
  }

  @Test
  void aFaultMayFollowAnything() {
    var story = Story.contoso().request(opened(), denied());
    var fault = given(faulted()).history().getFirst();
    story.entries().forEach(history::fold);

    assertThat(history.fold(story.add(fault, 3).last()))
        .isEqualTo(new Known(Optional.empty(), Optional.of(Samples.MEMBERSHIP), Mails.ALL));
  }

  @Test
  void aRequestWaitsForWhoMayDecideAndHasNotSaidYes() {
    var bothOfThem = new Stage(Optional.empty(), Set.of(ANNA, BEN), 2);
    Story.contoso()
        .request(opened(), approvalsRequired(ApproverMode.SNAPSHOT, bothOfThem), approvalGiven(0))
        .entries()
        .forEach(history::fold);

    assertThat(history.waits(REQUEST, BEN)).isTrue();
    assertThat(history.waits(REQUEST, ANNA)).isFalse();
    assertThat(history.waits(REQUEST, EVA)).isFalse();
  }

  @Test
  void whatIsDecidedWaitsForNobody() {
    Story.contoso().request(opened(), approved()).entries().forEach(history::fold);

    assertThat(history.waits(REQUEST, ANNA)).isFalse();
  }

  @Test
  void insideTheProviderARequestWaitsForWhoseTurnItIs() {
    var story = Story.contoso().request(awaitingTwo(), yesInside(0));
    story.entries().subList(0, 2).forEach(history::fold);
    assertThat(history.waits(REQUEST, MIRA)).isTrue();
    assertThat(history.waits(REQUEST, SAM)).isFalse();

    history.fold(story.last());
    assertThat(history.waits(REQUEST, MIRA)).isFalse();
    assertThat(history.waits(REQUEST, SAM)).isTrue();
  }

  @Test
  void whatIsForgottenCanBeToldAnew() {
    var entries = Story.contoso().request(opened()).entries();
    entries.forEach(history::fold);

    history.forget(List.of(CONTOSO)::contains);
    entries.forEach(history::fold);

    assertThat(history.members(CONTOSO)).isPresent();
  }

  private static void assertImpossible(Runnable folding) {
    assertThatExceptionOfType(ImpossibleHistory.class).isThrownBy(folding::run);
  }
}
