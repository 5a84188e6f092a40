package dev.lockbox.domain.exclusion;

import static dev.lockbox.domain.Cast.ANNA;
import static dev.lockbox.domain.Cast.CARLA;
import static dev.lockbox.domain.Cast.CONTOSO;
import static dev.lockbox.domain.Cast.DORA;
import static dev.lockbox.domain.Cast.EVA;
import static dev.lockbox.domain.Cast.FEMI;
import static dev.lockbox.domain.Cast.NOON;
import static dev.lockbox.domain.Cast.OPERATOR;
import static dev.lockbox.domain.Cast.TICK;
import static dev.lockbox.domain.exclusion.Exclusion.Stage.ACKNOWLEDGED;
import static dev.lockbox.domain.exclusion.Exclusion.Stage.INVOKED;
import static dev.lockbox.domain.exclusion.Exclusion.Stage.LAPSED;
import static dev.lockbox.domain.exclusion.Exclusion.Stage.OVERDUE;
import static dev.lockbox.domain.exclusion.Exclusion.Stage.PROPOSED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockbox.domain.DataExposure;
import dev.lockbox.domain.ExclusionCategory;
import dev.lockbox.domain.ExclusionCommand;
import dev.lockbox.domain.ExclusionCommand.AcknowledgeExclusion;
import dev.lockbox.domain.ExclusionCommand.ConfirmBreakGlass;
import dev.lockbox.domain.ExclusionCommand.EnforceExclusion;
import dev.lockbox.domain.ExclusionCommand.ReportExclusion;
import dev.lockbox.domain.ExclusionEvent;
import dev.lockbox.domain.ExclusionEvent.AcknowledgementOverdue;
import dev.lockbox.domain.ExclusionEvent.BreakGlassProposed;
import dev.lockbox.domain.ExclusionEvent.ExclusionInvoked;
import dev.lockbox.domain.ExclusionReport;
import dev.lockbox.domain.Samples;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.decision.Decision;
import dev.lockbox.domain.decision.Decision.Accepted;
import dev.lockbox.domain.decision.Decision.Refused;
import dev.lockbox.domain.decision.Decision.Repeated;
import dev.lockbox.domain.decision.ImpossibleHistory;
import dev.lockbox.domain.decision.Refusal;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.ExclusionId;
import dev.lockbox.domain.identity.IncidentId;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.PersonalText;
import dev.lockbox.domain.identity.ResourceName;
import dev.lockbox.domain.time.Moment;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What no approval covers is not skipped over in silence (F45 to F47, A16). */
class ExclusionsTest {
  private static final ExclusionId EXCLUSION = new ExclusionId(CONTOSO, "x-1");
  private static final Instant CONFIRM_BY = NOON.plus(Duration.ofHours(1));
  private static final Instant ACKNOWLEDGE_BY = NOON.plus(Duration.ofDays(3));

  @ParameterizedTest
  @EnumSource(
      value = ExclusionCategory.class,
      names = {"INADVERTENT", "LEGAL"})
  void anInadvertentOrLegalAccessIsReportedByOnePerson(ExclusionCategory category) {
    var invoked = (ExclusionInvoked) only(decide(Exclusion.UNKNOWN, report(category), NOON));
    assertThat(invoked.report().category()).isEqualTo(category);
    assertThat(invoked.report().exposure()).isEqualTo(DataExposure.ENCRYPTED);
    assertThat(invoked.acknowledgeBy()).isEqualTo(ACKNOWLEDGE_BY);
    assertThat(invoked.proposedBy()).isEmpty();
    assertThat(Exclusion.evolve(Exclusion.UNKNOWN, invoked).stage()).isEqualTo(INVOKED);
  }

  @Test
  void breakingTheGlassTakesTwoPeople() {
    var proposed = (BreakGlassProposed) only(decide(Exclusion.UNKNOWN, emergency(), NOON));
    assertThat(proposed.confirmBy()).isEqualTo(CONFIRM_BY);
    var waiting = Exclusion.evolve(Exclusion.UNKNOWN, proposed);
    assertThat(waiting.stage()).isEqualTo(PROPOSED);
    var invoked = (ExclusionInvoked) only(decide(waiting, confirm(FEMI), NOON));
    assertThat(invoked.proposedBy()).contains(OPERATOR);
    assertThat(invoked.by().actor()).isEqualTo(FEMI);
    assertThat(invoked.report()).isEqualTo(proposed.report());
    assertThat(Exclusion.evolve(waiting, invoked).stage()).isEqualTo(INVOKED);
  }

  @Test
  void theSecondPersonIsNeitherWhoAskedNorWhoGoesIn() {
    refused(decide(proposed(), confirm(OPERATOR), NOON), Refusal.SECOND_PERSON_NEEDED);
    refused(decide(proposed(), confirm(EVA), NOON), Refusal.SECOND_PERSON_NEEDED);
    for (var spelling : List.of("EVA", "Eva", "OPERATOR")) {
      var same = new PersonId(spelling);
      refused(decide(proposed(), confirm(same), NOON), Refusal.SECOND_PERSON_NEEDED);
    }
  }

  @Test
  void aBreakGlassThatNobodyConfirmsLapses() {
    refused(decide(proposed(), confirm(FEMI), CONFIRM_BY), Refusal.TOO_LATE);
    only(decide(proposed(), confirm(FEMI), CONFIRM_BY.minus(TICK)));
    refused(decide(proposed(), alarm(), CONFIRM_BY.minus(TICK)), Refusal.NOT_DUE);
    var lapsed = after(proposed(), alarm(), CONFIRM_BY);
    assertThat(lapsed.stage()).isEqualTo(LAPSED);
    refused(decide(lapsed, confirm(FEMI), CONFIRM_BY), Refusal.TOO_LATE);
    refused(decide(lapsed, acknowledge(CARLA), CONFIRM_BY), Refusal.NO_SUCH_EXCLUSION);
    refused(decide(lapsed, alarm(), CONFIRM_BY), Refusal.NOT_DUE);
  }

  @Test
  void onlyABreakGlassIsConfirmed() {
    refused(decide(Exclusion.UNKNOWN, confirm(FEMI), NOON), Refusal.NO_SUCH_EXCLUSION);
    refused(decide(invoked(), confirm(FEMI), NOON), Refusal.NOTHING_TO_CONFIRM);
  }

  @Test
  void aReportIsTakenThoughTheClockIsSuspectAndGrantsAreFrozen() {
    var bad = new Moment(NOON, NOON, true, true);
    for (var report : List.of(emergency(), report(ExclusionCategory.LEGAL))) {
      assertThat(
              ExclusionDecider.decide(
                  Exclusion.UNKNOWN, report, Optional.of(Samples.MEMBERSHIP), bad))
          .isInstanceOf(Accepted.class);
    }
  }

  @Test
  void whoActsForTheCustomerAcknowledges() {
    for (var person : List.of(ANNA, CARLA)) {
      assertThat(after(invoked(), acknowledge(person), NOON).stage()).isEqualTo(ACKNOWLEDGED);
    }
    for (var person : List.of(DORA, EVA, FEMI, OPERATOR)) {
      refused(decide(invoked(), acknowledge(person), NOON), Refusal.NOT_OF_THE_CUSTOMER);
    }
    refused(decide(Exclusion.UNKNOWN, acknowledge(CARLA), NOON), Refusal.NO_SUCH_EXCLUSION);
    refused(decide(proposed(), acknowledge(CARLA), NOON), Refusal.NO_SUCH_EXCLUSION);
    var done = after(invoked(), acknowledge(CARLA), NOON);
    assertThat(done.acknowledgedBy()).contains(CARLA);
    refused(decide(done, acknowledge(ANNA), NOON), Refusal.ALREADY_ACKNOWLEDGED);
  }

  @Test
  void whatNobodyAcknowledgesInTimeIsOverdueAndMayStillBeAcknowledged() {
    refused(decide(invoked(), alarm(), ACKNOWLEDGE_BY.minus(TICK)), Refusal.NOT_DUE);
    var event = only(decide(invoked(), alarm(), ACKNOWLEDGE_BY));
    assertThat(event).isEqualTo(new AcknowledgementOverdue(EXCLUSION, ACKNOWLEDGE_BY));
    var overdue = after(invoked(), alarm(), ACKNOWLEDGE_BY);
    assertThat(overdue.stage()).isEqualTo(OVERDUE);
    assertThat(overdue.deadline()).isEmpty();
    refused(decide(overdue, alarm(), ACKNOWLEDGE_BY), Refusal.NOT_DUE);
    assertThat(after(overdue, acknowledge(CARLA), ACKNOWLEDGE_BY).stage()).isEqualTo(ACKNOWLEDGED);
    var done = after(invoked(), acknowledge(CARLA), NOON);
    refused(decide(done, alarm(), ACKNOWLEDGE_BY), Refusal.NOT_DUE);
  }

  @Test
  void aReportUnderATakenIdIsRefusedAndARepeatedOneIsTheSame() {
    refused(decide(invoked(), emergency(), NOON), Refusal.EXCLUSION_EXISTS);
    assertThat(decide(invoked(), report(ExclusionCategory.INADVERTENT), NOON))
        .isEqualTo(new Repeated<>(1));
    assertThat(decide(proposed(), emergency(), NOON)).isEqualTo(new Repeated<>(1));
  }

  @Test
  void anUnregisteredCustomerHasNone() {
    refused(
        ExclusionDecider.decide(Exclusion.UNKNOWN, emergency(), Optional.empty(), Moment.at(NOON)),
        Refusal.UNKNOWN_TENANT);
  }

  @Test
  void whatCannotFollowIsImpossible() {
    var event = new AcknowledgementOverdue(EXCLUSION, NOON);
    for (var state : List.of(Exclusion.UNKNOWN, proposed())) {
      assertThatThrownBy(() -> Exclusion.evolve(state, event))
          .isInstanceOf(ImpossibleHistory.class)
          .hasMessageContaining("AcknowledgementOverdue");
    }
  }

  @Test
  void aReportNamesResourcesEachOnceAndIsInTheWordsOfWhoReports() {
    assertThatThrownBy(() -> reported(ExclusionCategory.LEGAL, List.of(), OPERATOR))
        .hasMessageContaining("resources");
    var twice = List.of(new ResourceName("/a/b"), new ResourceName("/a/b"));
    assertThatThrownBy(() -> reported(ExclusionCategory.LEGAL, twice, OPERATOR))
        .hasMessageContaining("distinct");
    var ofEva = reported(ExclusionCategory.LEGAL, List.of(new ResourceName("/a/b")), EVA);
    assertThatThrownBy(() -> new ReportExclusion(EXCLUSION, attempt(OPERATOR, "r"), ofEva))
        .hasMessageContaining("theirs");
  }

  @Test
  void aPseudonymIsOfWhoHasTheAccessAndPartOfWhatIsReported() {
    var plain = reported(ExclusionCategory.LEGAL, List.of(new ResourceName("/a/b")), OPERATOR);
    assertThat(plain.shownEngineer()).isEqualTo("eva");
    assertThat(called(plain, EVA).shownEngineer()).isEqualTo("Engineer 7");
    assertThatThrownBy(() -> called(plain, OPERATOR)).hasMessageContaining("that of eva");
    var by = attempt(OPERATOR, "r");
    assertThat(new ReportExclusion(EXCLUSION, by, called(plain, EVA)).content())
        .isNotEqualTo(new ReportExclusion(EXCLUSION, by, plain).content());
  }

  private static ExclusionReport called(ExclusionReport plain, PersonId whose) {
    return new ExclusionReport(
        plain.category(),
        plain.engineer(),
        plain.incident(),
        plain.resources(),
        plain.exposure(),
        plain.evidence(),
        Optional.of(new PersonalText(whose, "Engineer 7")));
  }

  private static Exclusion proposed() {
    return after(Exclusion.UNKNOWN, emergency(), NOON);
  }

  private static Exclusion invoked() {
    return after(Exclusion.UNKNOWN, report(ExclusionCategory.INADVERTENT), NOON);
  }

  private static ReportExclusion emergency() {
    return report(ExclusionCategory.EMERGENCY);
  }

  private static ReportExclusion report(ExclusionCategory category) {
    var resources = List.of(new ResourceName("/clusters/aro1/ns/openshift-etcd"));
    return new ReportExclusion(
        EXCLUSION,
        attempt(OPERATOR, "report-" + category),
        reported(category, resources, OPERATOR));
  }

  private static ExclusionReport reported(
      ExclusionCategory category, List<ResourceName> resources, PersonId whose) {
    return new ExclusionReport(
        category,
        EVA,
        new IncidentId("INC-7"),
        resources,
        DataExposure.ENCRYPTED,
        new PersonalText(whose, "a packet capture on a switch held encrypted traffic"));
  }

  private static ConfirmBreakGlass confirm(PersonId person) {
    return new ConfirmBreakGlass(EXCLUSION, attempt(person, "confirm"));
  }

  private static AcknowledgeExclusion acknowledge(PersonId person) {
    return new AcknowledgeExclusion(EXCLUSION, attempt(person, "seen"), Optional.empty());
  }

  private static EnforceExclusion alarm() {
    return new EnforceExclusion(EXCLUSION);
  }

  private static Attempt attempt(PersonId person, String id) {
    return new Attempt(person, new DecisionId(id));
  }

  private static Decision<ExclusionEvent> decide(
      Exclusion state, ExclusionCommand command, Instant at) {
    return ExclusionDecider.decide(state, command, Optional.of(Samples.MEMBERSHIP), Moment.at(at));
  }

  private static Exclusion after(Exclusion state, ExclusionCommand command, Instant at) {
    return Exclusion.evolve(state, only(decide(state, command, at)));
  }

  private static ExclusionEvent only(Decision<ExclusionEvent> decision) {
    assertThat(decision).isInstanceOf(Accepted.class);
    var events = ((Accepted<ExclusionEvent>) decision).events();
    assertThat(events).hasSize(1);
    return events.getFirst();
  }

  private static void refused(Decision<ExclusionEvent> decision, Refusal expected) {
    assertThat(decision)
        .isInstanceOfSatisfying(Refused.class, no -> assertThat(no.refusal()).isEqualTo(expected));
  }
}
