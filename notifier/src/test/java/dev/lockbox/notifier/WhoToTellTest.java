package dev.lockbox.notifier;

import static dev.lockbox.domain.Cast.MORNING;
import static dev.lockbox.domain.Dialogues.answered;
import static dev.lockbox.domain.Dialogues.asked;
import static dev.lockbox.domain.Evaluations.SAM;
import static dev.lockbox.domain.Events.approved;
import static dev.lockbox.domain.Events.cancelled;
import static dev.lockbox.domain.Events.denied;
import static dev.lockbox.domain.Events.ended;
import static dev.lockbox.domain.Events.expired;
import static dev.lockbox.domain.Events.faulted;
import static dev.lockbox.domain.Events.grantedWithoutCustomer;
import static dev.lockbox.domain.Events.opened;
import static dev.lockbox.domain.Events.revoked;
import static dev.lockbox.domain.Events.withdrawn;
import static dev.lockbox.domain.Insiders.awaitingTwo;
import static dev.lockbox.domain.Insiders.expiredInside;
import static dev.lockbox.domain.Insiders.lastYesInside;
import static dev.lockbox.domain.Insiders.noInside;
import static dev.lockbox.domain.Insiders.openedThen;
import static dev.lockbox.domain.Insiders.yesInside;
import static dev.lockbox.domain.Readings.readingRequired;
import static dev.lockbox.domain.Readings.recordRead;
import static dev.lockbox.domain.Readings.recordUnread;
import static dev.lockbox.domain.RevocationCause.DENIED_AFTER_GRANT;
import static dev.lockbox.domain.RevocationCause.REVOKED_BY_APPROVER;
import static dev.lockbox.domain.RevocationCause.TICKET_RESOLVED;
import static dev.lockbox.domain.Scenario.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.domain.ApproverKeyEvent;
import dev.lockbox.domain.Cast;
import dev.lockbox.domain.CommandRefused;
import dev.lockbox.domain.EventBuilder;
import dev.lockbox.domain.ExclusionEvent;
import dev.lockbox.domain.GrantsEvent;
import dev.lockbox.domain.Membership;
import dev.lockbox.domain.Policies;
import dev.lockbox.domain.Readings;
import dev.lockbox.domain.Samples;
import dev.lockbox.domain.SessionEvent;
import dev.lockbox.domain.SessionEvent.SessionEnded;
import dev.lockbox.domain.SessionEvent.UseSummarised;
import dev.lockbox.domain.SessionSamples;
import dev.lockbox.domain.TargetEvent;
import dev.lockbox.domain.TenantEvent.IssuersChanged;
import dev.lockbox.domain.TenantEvent.PlanChanged;
import dev.lockbox.domain.TenantEvent.SettingsProposed;
import dev.lockbox.domain.gateway.SessionEnd;
import dev.lockbox.domain.identity.Member;
import dev.lockbox.domain.rules.Assignment;
import dev.lockbox.domain.rules.Assignments;
import dev.lockbox.domain.rules.CustomerRole;
import dev.lockbox.domain.rules.Enrolment;
import dev.lockbox.domain.rules.Mails;
import dev.lockbox.domain.rules.Settings;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WhoToTellTest {
  private final WhoToTell withEngineers =
      new WhoToTell(new EngineerMail(Optional.of("{id}@provider.example")));
  private final WhoToTell withoutEngineers = new WhoToTell(new EngineerMail(Optional.empty()));

  @Test
  void aRequestIsToldToItsApproversAndNotToWhoAsks() {
    assertThat(told(withEngineers, Story.contoso().request(opened())))
        .containsExactly("anna", "ben");
  }

  @Test
  void whoDecidesInsideTheProviderIsToldWhenItIsTheirTurnAndNoCustomer() {
    assertThat(told(withEngineers, Story.contoso().request(awaitingTwo()))).containsExactly("mira");
    assertThat(told(withEngineers, Story.contoso().request(awaitingTwo(), yesInside(0))))
        .containsExactly("sam", "tom");
    assertThat(told(withoutEngineers, Story.contoso().request(awaitingTwo()))).isEmpty();
  }

  @Test
  void whatEndsInsideTheProviderIsToldToTheEngineerAndToNoCustomer() {
    for (var end : List.of(noInside(), expiredInside(), denied(), withdrawn())) {
      assertThat(told(withEngineers, Story.contoso().request(awaitingTwo(), end)))
          .containsExactly("eva");
    }
  }

  @Test
  void aYesTakenBackInsideTheProviderIsToldToTheCustomerWhoWasAsked() {
    var story =
        Story.contoso()
            .request(awaitingTwo(), yesInside(0), lastYesInside(SAM), openedThen(SAM), noInside());
    assertThat(told(withEngineers, story)).containsExactly("anna", "ben", "eva");
  }

  static List<List<EventBuilder<?>>> outcomes() {
    return List.of(
        List.of(opened(), approved()),
        List.of(opened(), denied()),
        List.of(opened(), expired()),
        List.of(opened(), withdrawn()),
        List.of(opened(), cancelled()),
        List.of(opened(), approved(), ended()),
        List.of(opened(), approved(), withdrawn()));
  }

  @ParameterizedTest
  @MethodSource("outcomes")
  void anOutcomeIsToldToThoseWhoWereAskedAndToWhoAsked(List<EventBuilder<?>> history) {
    assertThat(told(withEngineers, Story.contoso().request(all(history))))
        .containsExactly("anna", "ben", "eva");
  }

  @Test
  void aQuestionAndItsAnswerAreToldToAllConcernedAndCannotBeMuted() {
    var muted = Policies.settingsHaving(new Mails(EnumSet.allOf(Mails.Occasion.class)));
    var asking = Story.contoso().settingsNow(muted).request(opened(), asked());
    assertThat(told(withEngineers, asking)).containsExactly("anna", "ben", "eva");
    var answering = Story.contoso().settingsNow(muted).request(opened(), asked(), answered(2));
    assertThat(told(withEngineers, answering)).containsExactly("anna", "ben", "eva");
  }

  @Test
  void whatNobodyHasReadIsToldToWhoeverMayReadItAndCannotBeMuted() {
    var muted = Policies.settingsHaving(new Mails(EnumSet.allOf(Mails.Occasion.class)));
    var due = readingRequired(MORNING.plus(Readings.REMIND_AFTER));
    var unread =
        Story.contoso()
            .settingsNow(muted)
            .request(opened(), approved(), due, ended(), recordUnread());
    assertThat(told(withEngineers, unread)).containsExactly("anna", "ben", "carla", "dora");
    var read = Story.contoso().request(opened(), approved(), due, ended(), recordRead());
    assertThat(told(withEngineers, read)).isEmpty();
    var late = Story.contoso().request(opened(), approved(), ended(), recordRead());
    assertThat(told(withEngineers, late)).isEmpty();
  }

  static List<List<EventBuilder<?>>> alarming() {
    return List.of(
        List.of(opened(), approved(), revoked(REVOKED_BY_APPROVER)),
        List.of(opened(), approved(), revoked(DENIED_AFTER_GRANT)),
        List.of(opened(), approved(), revoked(TICKET_RESOLVED)),
        List.of(opened(), faulted()),
        List.of(opened(), approved(), faulted()));
  }

  @ParameterizedTest
  @MethodSource("alarming")
  void aRevocationAndAFaultAreToldToTheAdminsToo(List<EventBuilder<?>> history) {
    assertThat(told(withEngineers, Story.contoso().request(all(history))))
        .containsExactly("anna", "ben", "carla", "eva");
  }

  @Test
  void withoutATemplateNoEngineerIsMailed() {
    assertThat(told(withoutEngineers, Story.contoso().request(opened(), denied())))
        .containsExactly("anna", "ben");
  }

  @Test
  void somebodyNoLongerInTheRegistryIsNotMailed() {
    var story = Story.contoso();
    var history = given(opened(), denied()).history();
    story.add(history.get(0), 1).approversNow(Samples.BEN_MEMBER).add(history.get(1), 2);

    assertThat(told(withEngineers, story)).containsExactly("ben", "eva");
  }

  @Test
  void aPersonInSeveralRolesIsToldOnce() {
    var carlaToo =
        new Membership(
            "Premier",
            Set.of(Samples.ANNA_MEMBER, Samples.CARLA_MEMBER),
            Set.of(Samples.CARLA_MEMBER),
            Set.of(Samples.CARLA_MEMBER));
    var story =
        new Story()
            .registered(carlaToo)
            .request(
                opened().approvers(Cast.ANNA, Cast.CARLA),
                approved(),
                revoked(REVOKED_BY_APPROVER));

    assertThat(told(withEngineers, story)).containsExactly("anna", "carla", "eva");
  }

  @Test
  void whatWasClosedBeforeItWasOpenedIsNewsToNobody() {
    assertThat(told(withEngineers, Story.contoso().request(withdrawn()))).isEmpty();
    assertThat(told(withEngineers, Story.contoso().request(cancelled()))).isEmpty();
  }

  @Test
  void aFaultOfARequestThatNobodyCanNameIsToldToAllApproversAndAdmins() {
    assertThat(told(withEngineers, Story.contoso().request(faulted())))
        .containsExactly("anna", "ben", "carla");
  }

  @Test
  void aFreezeAndItsReleaseAreToldToAllApproversAndAdmins() {
    for (var sample : Samples.events()) {
      if (sample.event() instanceof GrantsEvent event) {
        assertThat(told(withEngineers, Story.contoso().request(opened(), approved()).add(event, 1)))
            .containsExactly("anna", "ben", "carla");
      }
    }
  }

  @Test
  void aChangeOfTheRulesIsToldToAllWhoApproveAndAdministerAndCannotBeMuted() {
    var muted = Policies.settingsHaving(new Mails(EnumSet.allOf(Mails.Occasion.class)));
    assertThat(told(withEngineers, Story.contoso().settingsNow(Settings.DEFAULTS)))
        .containsExactly("anna", "ben", "carla");
    assertThat(told(withEngineers, Story.contoso().settingsNow(muted.with(Enrolment.OFF))))
        .containsExactly("anna", "ben", "carla");
    assertThat(told(withEngineers, Story.contoso().approversNow(Samples.BEN_MEMBER)))
        .containsExactly("ben", "carla");
  }

  @Test
  void otherMembersAreToldToAllWhoApprovedOrAdministeredOrDoSoNow() {
    var muted = Policies.settingsHaving(new Mails(EnumSet.allOf(Mails.Occasion.class)));
    var others =
        new Membership(
            "Premier", Set.of(Samples.ANNA_MEMBER), Set.of(Samples.DORA_MEMBER), Set.of());
    assertThat(told(withEngineers, Story.contoso().settingsNow(muted).membersNow(others)))
        .containsExactly("anna", "ben", "carla", "dora");
  }

  @Test
  void whoActsForThemNoMoreIsToldThatByTheAddressTheyHadAndNothingElse() {
    var others = new Membership("Premier", Set.of(Samples.ANNA_MEMBER), Set.of(), Set.of());
    var story = Story.contoso().membersNow(others);
    var known = story.known();
    var told =
        withEngineers.tellings(story.last(), known).stream()
            .filter(telling -> telling.recipient().equals(Cast.CARLA))
            .findFirst()
            .orElseThrow();
    assertThat(withEngineers.address(told, known.members()))
        .contains(Samples.CARLA_MEMBER.mail().text());
    assertThat(told(withEngineers, story.settingsNow(Settings.DEFAULTS))).containsExactly("anna");
  }

  @Test
  void aProposedChangeIsToldToTheAdministratorsOneOfWhomMustAgree() {
    for (var sample : Samples.events()) {
      if (sample.event() instanceof SettingsProposed proposed) {
        assertThat(told(withEngineers, Story.contoso().add(proposed, 2))).containsExactly("carla");
      }
    }
  }

  @Test
  void whatNoApprovalCoversIsToldToAllApproversAndAdminsAndCannotBeMuted() {
    var muted = Policies.settingsHaving(new Mails(EnumSet.allOf(Mails.Occasion.class)));
    for (var sample : Samples.events()) {
      if (sample.event() instanceof ExclusionEvent event) {
        assertThat(told(withEngineers, Story.contoso().settingsNow(muted).add(event, 2)))
            .containsExactly("anna", "ben", "carla");
      }
    }
  }

  @Test
  void whatWasMadeOfAGrantIsToldToThePartiesAndOtherThingsInSessionsToNobody() {
    for (var sample : Samples.events()) {
      if (sample.event() instanceof SessionEvent event) {
        var told = told(withEngineers, Story.contoso().request(opened(), approved()).add(event, 2));
        if (event instanceof UseSummarised) {
          assertThat(told).containsExactly("anna", "ben", "eva");
        } else if (!(event instanceof TargetEvent)) {
          assertThat(told).isEmpty();
        }
      }
    }
  }

  @Test
  void whatIsAmissAtATargetIsToldToWhoeverWaitsOrKeepsTheRules() {
    var told = new TreeMap<String, List<String>>();
    for (var sample : Samples.events()) {
      if (sample.event() instanceof TargetEvent event) {
        var story = Story.contoso().request(opened(), approved()).add(event, 2);
        told.put(event.getClass().getSimpleName(), told(withEngineers, story));
      }
    }
    assertThat(told)
        .containsEntry("AccessNotProvisioned", List.of("anna", "ben", "eva"))
        .containsEntry("UngrantedAccessDetected", List.of("carla"))
        .containsEntry("AccessProvisioned", List.of())
        .hasSize(3);
  }

  @Test
  void anotherPlanIsToldToTheAdministrators() {
    for (var sample : Samples.events()) {
      if (sample.event() instanceof PlanChanged event) {
        assertThat(told(withEngineers, Story.contoso().add(event, 2))).containsExactly("carla");
      }
    }
  }

  @Test
  void otherIssuersAreToldToWhoeverDecidesOrAdministers() {
    for (var sample : Samples.events()) {
      if (sample.event() instanceof IssuersChanged event) {
        assertThat(told(withEngineers, Story.contoso().add(event, 2)))
            .containsExactly("anna", "ben", "carla");
      }
    }
  }

  @Test
  void whatBecomesOfKeysIsToldToWhoeverDecidesOrAdministers() {
    var story = Story.contoso();
    var version = 1;
    for (var sample : Samples.events()) {
      if (sample.event() instanceof ApproverKeyEvent event) {
        story = story.add(event, ++version);
        assertThat(told(withEngineers, story)).containsExactly("anna", "ben", "carla");
      }
    }
    assertThat(version).isEqualTo(4);
  }

  @Test
  void aSessionThatHadToEndIsToldToThePartiesAndAdmins() {
    var ended =
        new SessionEnded(
            SessionSamples.EVA_AT_CONTOSO,
            Cast.NOON,
            Optional.empty(),
            SessionSamples.SESSION,
            Cast.REQUEST,
            SessionEnd.OUT_OF_GRANT);
    assertThat(told(withEngineers, Story.contoso().request(opened(), approved()).add(ended, 2)))
        .containsExactly("anna", "ben", "carla", "eva");
  }

  @Test
  void whoIsAssignedARoleIsToldLikeWhoIsRegistered() {
    var assigned =
        Policies.settingsHaving(
            new Assignments(
                List.of(
                    new Assignment(
                        Member.of("femi", "femi@contoso.example"), CustomerRole.OWNER, ""))));
    var story =
        Story.contoso()
            .settingsNow(assigned)
            .request(opened().approvers(Cast.ANNA, Cast.BEN, Cast.FEMI));
    assertThat(told(withEngineers, story)).containsExactly("anna", "ben", "femi");
    assertThat(told(withEngineers, Story.contoso().settingsNow(assigned)))
        .containsExactly("anna", "ben", "carla", "femi");
  }

  @Test
  void refusalsAndThatATenantIsTakenInAreNotMailed() {
    assertThat(told(withEngineers, Story.contoso())).isEmpty();
    var refused =
        Samples.events().stream()
            .map(sample -> sample.event())
            .filter(CommandRefused.class::isInstance)
            .findFirst()
            .orElseThrow();
    assertThat(told(withEngineers, Story.contoso().request(opened()).add(refused, 1))).isEmpty();
  }

  @Test
  void whatATenantMutesItsPeopleAreNotToldAndTheEngineerIs() {
    var muted = Policies.settingsHaving(new Mails(EnumSet.allOf(Mails.Occasion.class)));
    for (var outcome : outcomes()) {
      var story = Story.contoso().settingsNow(muted).request(all(outcome));
      assertThat(told(withEngineers, story)).containsExactly("eva");
    }
    var all = Story.contoso().settingsNow(Settings.DEFAULTS).request(opened(), approved());
    assertThat(told(withEngineers, all)).containsExactly("anna", "ben", "eva");
  }

  @Test
  void whatWaitsOrWasNotAskedOrWentWrongCannotBeMuted() {
    var muted = Policies.settingsHaving(new Mails(EnumSet.allOf(Mails.Occasion.class)));
    for (var event : List.of(opened(), grantedWithoutCustomer(), faulted())) {
      var story = Story.contoso().settingsNow(muted).request(event);
      assertThat(told(withEngineers, story)).contains("anna", "ben");
    }
  }

  @Test
  void theAddressIsTheOneInTheRegistryNow() {
    var telling = tellings(withEngineers, Story.contoso().request(opened())).getFirst();
    var moved =
        Optional.of(
            Samples.MEMBERSHIP.withApprovers(
                Set.of(Member.of("anna", "anna.new@contoso.example"))));
    var gone = Optional.of(Samples.MEMBERSHIP.withApprovers(Set.of(Samples.BEN_MEMBER)));

    assertThat(withEngineers.address(telling, moved)).contains("anna.new@contoso.example");
    assertThat(withEngineers.address(telling, gone)).isEmpty();
    assertThat(withEngineers.address(telling, Optional.empty())).isEmpty();
  }

  @Test
  void theTemplateServesTheOneWhoAskedAndNobodyElse() {
    var tellings = tellings(withEngineers, Story.contoso().request(opened(), denied()));
    var nobody = Optional.of(Samples.MEMBERSHIP.withApprovers(Set.of()));

    assertThat(tellings.stream().flatMap(each -> withEngineers.address(each, nobody).stream()))
        .containsExactly("eva@provider.example");
  }

  private static EventBuilder<?>[] all(List<EventBuilder<?>> history) {
    return history.toArray(EventBuilder<?>[]::new);
  }

  private static List<String> told(WhoToTell whoToTell, Story story) {
    return tellings(whoToTell, story).stream().map(each -> each.recipient().value()).toList();
  }

  private static List<Telling> tellings(WhoToTell whoToTell, Story story) {
    return whoToTell.tellings(story.last(), story.known());
  }
}
