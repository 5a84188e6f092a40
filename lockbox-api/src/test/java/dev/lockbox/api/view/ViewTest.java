package dev.lockbox.api.view;

import static dev.lockbox.domain.Cast.ANNA;
import static dev.lockbox.domain.Cast.BEN;
import static dev.lockbox.domain.Cast.CARLA;
import static dev.lockbox.domain.Cast.CONTOSO;
import static dev.lockbox.domain.Cast.EVA;
import static dev.lockbox.domain.Cast.FABRIKAM;
import static dev.lockbox.domain.Cast.MORNING;
import static dev.lockbox.domain.Cast.REQUEST;
import static dev.lockbox.domain.Commands.approve;
import static dev.lockbox.domain.Commands.deny;
import static dev.lockbox.domain.Commands.withdraw;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockbox.api.History;
import dev.lockbox.api.problem.ProblemException;
import dev.lockbox.domain.CommandRefused;
import dev.lockbox.domain.ExclusionCommand.AcknowledgeExclusion;
import dev.lockbox.domain.Recorded;
import dev.lockbox.domain.RequestEvent.RequestFaulted;
import dev.lockbox.domain.Samples;
import dev.lockbox.domain.TenantCommand.ChangeSettings;
import dev.lockbox.domain.TenantCommand.ConfirmSettings;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.decision.Refusal;
import dev.lockbox.domain.identity.CommandId;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.ExclusionId;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.tenant.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.streams.errors.StreamsException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ViewTest {
  private static final Instant LATER = MORNING.plus(Duration.ofHours(1));
  private final AtomicReference<Instant> now = new AtomicReference<>(LATER);
  private final History history = new History();
  private final ViewRig rig = new ViewRig();
  private final View view = rig.view(now::get);

  @BeforeEach
  void aCustomerIsRegistered() {
    rig.pipe(history.register(CONTOSO, Samples.MEMBERSHIP));
  }

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void showsARequestFromItsOpeningToItsApproval() {
    rig.pipe(history.open(REQUEST, MORNING));
    var waiting = view.show(REQUEST).orElseThrow();
    assertThat(waiting.state()).isEqualTo(WireState.CUSTOMER_NOTIFIED);
    assertThat(waiting.decideBy()).isEqualTo(MORNING.plus(Duration.ofDays(4)));
    assertThat(waiting.accessUntil()).isNull();

    rig.pipe(history.decide(approve().by(ANNA).build(1), LATER));
    var active = view.show(REQUEST).orElseThrow();
    assertThat(active.state()).isEqualTo(WireState.ACTIVE);
    assertThat(active.version()).isEqualTo(2);
    assertThat(active.accessUntil()).isEqualTo(LATER.plus(Duration.ofHours(8)));
  }

  @Test
  void aGrantOfAFrozenTenantOpensNothingUntilItIsReleased() {
    rig.pipe(history.open(REQUEST, MORNING));
    rig.pipe(history.decide(approve().by(ANNA).build(1), LATER));
    rig.pipe(history.decide(Samples.freeze(), LATER));
    assertThat(view.show(REQUEST).orElseThrow().state()).isEqualTo(WireState.FROZEN);
    assertThat(
            ids(
                view.list(
                    CONTOSO, all -> true, Optional.of(WireState.ACTIVE), 50, Optional.empty())))
        .isEmpty();
    assertThat(
            ids(
                view.list(
                    CONTOSO, all -> true, Optional.of(WireState.FROZEN), 50, Optional.empty())))
        .containsExactly(REQUEST.value());
    rig.pipe(history.decide(Samples.release(), LATER));
    assertThat(view.show(REQUEST).orElseThrow().state()).isEqualTo(WireState.ACTIVE);
  }

  @Test
  void aRequestIsOverAtItsDeadlineThoughNoAlarmHasRung() {
    rig.pipe(history.open(REQUEST, MORNING));
    rig.pipe(history.decide(approve().by(ANNA).build(1), LATER));
    now.set(LATER.plus(Duration.ofHours(8)).minusMillis(1));
    assertThat(view.show(REQUEST).orElseThrow().state()).isEqualTo(WireState.ACTIVE);
    now.set(LATER.plus(Duration.ofHours(8)));
    assertThat(view.show(REQUEST).orElseThrow().state()).isEqualTo(WireState.ENDED);
    assertThat(
            ids(
                view.list(
                    CONTOSO, all -> true, Optional.of(WireState.ACTIVE), 50, Optional.empty())))
        .isEmpty();
    assertThat(ids(view.list(CONTOSO, all -> true, Optional.empty(), 50, Optional.empty())))
        .containsExactly(REQUEST.value());
  }

  @Test
  void aRequestThatTheProcessorCouldNotReadIsFaultedAndCountsFromThere() {
    var opened = history.open(REQUEST, MORNING).getLast();
    rig.pipe(List.of(opened));
    rig.pipe(history.decide(approve().by(ANNA).build(1), MORNING));
    var faulted = new RequestFaulted(REQUEST, LATER, "bytes that mean nothing");
    rig.pipe(List.of(new Recorded(opened.sequence() + 2, 1, new CommandId("command-x"), faulted)));
    var shown = view.show(REQUEST).orElseThrow();
    assertThat(shown.state()).isEqualTo(WireState.FAULTED);
    assertThat(shown.version()).isEqualTo(1);
    assertThat(shown.accessUntil()).isNull();
  }

  @Test
  void listsNewestFirstPageByPageEachOnce() {
    for (var n = 0; n < 7; n++) {
      rig.pipe(history.open(request("req-" + n), MORNING.plusSeconds(n / 2)));
    }
    var seen = new ArrayList<String>();
    Optional<String> cursor = Optional.empty();
    do {
      var page = view.list(CONTOSO, all -> true, Optional.empty(), 3, cursor);
      assertThat(page.items()).hasSizeLessThanOrEqualTo(3);
      seen.addAll(ids(page));
      cursor = page.next();
    } while (cursor.isPresent());
    assertThat(seen).containsExactly("req-6", "req-4", "req-5", "req-2", "req-3", "req-0", "req-1");
  }

  @Test
  void aStatesListLosesARequestThatMovesOn() {
    rig.pipe(history.open(REQUEST, MORNING));
    rig.pipe(history.open(request("req-2"), MORNING));
    rig.pipe(history.decide(deny().by(BEN).build(1), LATER));
    assertThat(waiting()).containsExactly("req-2");
    assertThat(
            ids(
                view.list(
                    CONTOSO, all -> true, Optional.of(WireState.DENIED), 50, Optional.empty())))
        .containsExactly(REQUEST.value());
  }

  @Test
  void listsOneCustomersRequestsOnly() {
    rig.pipe(history.register(FABRIKAM, Samples.MEMBERSHIP));
    rig.pipe(history.open(REQUEST, MORNING));
    rig.pipe(history.open(new RequestId(FABRIKAM, "theirs"), MORNING));
    assertThat(waiting()).containsExactly(REQUEST.value());
  }

  @Test
  void aCursorIsGoodForItsOwnListOnly() {
    rig.pipe(history.open(REQUEST, MORNING));
    rig.pipe(history.open(request("req-2"), MORNING));
    var next = view.list(CONTOSO, all -> true, Optional.empty(), 1, Optional.empty()).next();
    assertThat(next).isPresent();
    assertThatThrownBy(
            () -> view.list(CONTOSO, all -> true, Optional.of(WireState.ACTIVE), 1, next))
        .isInstanceOf(ProblemException.class);
  }

  @Test
  void aWithdrawalThatOvertookItsRequestIsShownWithWhatIsKnown() {
    rig.pipe(history.decide(withdraw().build(0), LATER));
    var shown = view.show(REQUEST).orElseThrow();
    assertThat(shown.state()).isEqualTo(WireState.WITHDRAWN);
    assertThat(shown.engineer()).isNull();
    assertThat(shown.actions()).isEmpty();
    assertThat(ids(view.list(CONTOSO, all -> true, Optional.empty(), 50, Optional.empty())))
        .containsExactly(REQUEST.value());
  }

  @Test
  void theTimelineTellsRefusalsTooAndIsPaged() {
    rig.pipe(history.open(REQUEST, MORNING));
    rig.pipe(history.decide(approve().by(EVA).as("mine").build(1), LATER));
    rig.pipe(history.decide(approve().by(ANNA).because("fine").build(1), LATER));
    var first = view.timeline(REQUEST, WantedEvents.ALL, 2, Optional.empty());
    assertThat(first.items())
        .extracting(EventJson::type)
        .containsExactly("RequestOpened", "CommandRefused");
    assertThat(first.items().getLast().refusal()).isEqualTo(Refusal.OWN_REQUEST);
    var rest = view.timeline(REQUEST, WantedEvents.ALL, 2, first.next());
    assertThat(rest.next()).isEmpty();
    assertThat(rest.items()).singleElement().extracting(EventJson::reason).isEqualTo("fine");
    assertThat(view.newest(REQUEST, 2))
        .extracting(EventJson::type)
        .containsExactly("RequestApproved", "CommandRefused");
  }

  @Test
  void theNewestVerdictOnAnAttemptCounts() {
    var attempt = new Attempt(ANNA, new DecisionId("mine"));
    rig.pipe(history.decide(approve().by(ANNA).as("mine").build(1), MORNING));
    assertThat(view.verdictOn(REQUEST, attempt).orElseThrow().sequence()).isEqualTo(2);
    rig.pipe(history.open(REQUEST, MORNING));
    rig.pipe(history.decide(approve().by(ANNA).as("mine").build(1), LATER));
    assertThat(view.verdictOn(REQUEST, attempt).orElseThrow().sequence()).isEqualTo(4);
    assertThat(view.verdictOn(REQUEST, new Attempt(BEN, attempt.id()))).isEmpty();
  }

  @Test
  void theNewestVerdictOnWhatIsAskedOfTheCustomerItselfCounts() {
    var mine = new Attempt(CARLA, new DecisionId("mine"));
    var exclusion = new ExclusionId(CONTOSO, "x-1");
    var all = new ArrayList<>(history.register(FABRIKAM, Samples.MEMBERSHIP));
    all.addAll(history.decide(new ChangeSettings(CONTOSO, mine, Samples.SETTINGS), MORNING));
    all.addAll(history.decide(new ConfirmSettings(CONTOSO, mine, 9), MORNING));
    all.addAll(
        history.decide(new AcknowledgeExclusion(exclusion, mine, Optional.empty()), MORNING));
    rig.pipe(all);
    var chronicle = new Chronicle(view, rig, rig.reached());
    var verdict = chronicle.verdictOn(CONTOSO, mine).orElseThrow();
    assertThat(verdict.sequence()).isEqualTo(3);
    assertThat(verdict.event())
        .isInstanceOfSatisfying(
            CommandRefused.class,
            no -> assertThat(no.refusal()).isEqualTo(Refusal.DECISION_ID_REUSED));
    assertThat(chronicle.verdictOn(FABRIKAM, mine)).isEmpty();
    assertThat(chronicle.verdictOn(CONTOSO, new Attempt(BEN, mine.id()))).isEmpty();
    assertThat(view.verdictOn(REQUEST, mine)).isEmpty();
  }

  @Test
  void knowsWhoActsForACustomer() {
    assertThat(view.find(CONTOSO).flatMap(Tenant::members)).contains(Samples.MEMBERSHIP);
    assertThat(view.find(FABRIKAM)).isEmpty();
  }

  @Test
  void anEventThatCameBeforeChangesNothing() {
    var opened = history.open(REQUEST, MORNING);
    rig.pipe(opened);
    var approved = history.decide(approve().by(ANNA).build(1), LATER);
    rig.pipe(approved);
    rig.pipe(opened);
    rig.pipe(approved);
    assertThat(view.show(REQUEST).orElseThrow().version()).isEqualTo(2);
    assertThat(view.timeline(REQUEST, WantedEvents.ALL, 50, Optional.empty()).items()).hasSize(2);
  }

  @Test
  void aGapStopsTheFold() {
    history.open(REQUEST, MORNING);
    var third = history.decide(approve().by(ANNA).build(1), LATER);
    assertThatThrownBy(() -> rig.pipe(third))
        .isInstanceOf(StreamsException.class)
        .hasRootCauseMessage("sequence 2 was expected of customer contoso, was 3");
  }

  @Test
  void aVersionThatDisagreesStopsTheFold() {
    var opened = history.open(REQUEST, MORNING).getFirst();
    var wrong = new Recorded(opened.sequence(), 7, new CommandId("c"), opened.event());
    assertThatThrownBy(() -> rig.pipe(List.of(wrong)))
        .hasRootCauseMessage("version at sequence 2 1 was expected of customer contoso, was 7");
  }

  @Test
  void anEventThatCannotFollowStopsTheFold() {
    var approved = Samples.events().get(3).event();
    var impossible = new Recorded(2, 1, new CommandId("c"), approved);
    assertThatThrownBy(() -> rig.pipe(List.of(impossible)))
        .hasRootCauseInstanceOf(dev.lockbox.domain.decision.ImpossibleHistory.class);
  }

  @Test
  void anUnreadableEventStopsTheFold() {
    assertThatThrownBy(() -> rig.pipe("contoso".getBytes(), new byte[] {9, 9}))
        .hasStackTraceContaining("lockbox.events/0@1");
  }

  @Test
  void namesItsNodesAndStoresForGood() {
    assertThat(rig.describe())
        .contains("Source: events (topics: [lockbox.events])")
        .contains("Processor: fold (stores: [")
        .contains(ViewStores.ALL);
  }

  private List<String> waiting() {
    return ids(
        view.list(
            CONTOSO, all -> true, Optional.of(WireState.CUSTOMER_NOTIFIED), 50, Optional.empty()));
  }

  private static List<String> ids(Page<Shown> page) {
    return page.items().stream().map(Shown::json).map(RequestJson::id).toList();
  }

  private static RequestId request(String id) {
    return new RequestId(CONTOSO, id);
  }
}
