package dev.lockbox.domain;

import static dev.lockbox.domain.BeforeAdmission.awaitingTwo;
import static dev.lockbox.domain.BeforeAdmission.evaluated;
import static dev.lockbox.domain.Cast.ANNA;
import static dev.lockbox.domain.Cast.BEN;
import static dev.lockbox.domain.Cast.CARLA;
import static dev.lockbox.domain.Cast.CONTOSO;
import static dev.lockbox.domain.Cast.DORA;
import static dev.lockbox.domain.Cast.EVA;
import static dev.lockbox.domain.Cast.JIT;
import static dev.lockbox.domain.Cast.MORNING;
import static dev.lockbox.domain.Cast.OPERATOR;
import static dev.lockbox.domain.Cast.REASON;
import static dev.lockbox.domain.Cast.REQUEST;
import static dev.lockbox.domain.Commands.approve;
import static dev.lockbox.domain.Commands.deny;
import static dev.lockbox.domain.Commands.enforceDeadline;
import static dev.lockbox.domain.Commands.finish;
import static dev.lockbox.domain.Commands.open;
import static dev.lockbox.domain.Commands.resolveTicket;
import static dev.lockbox.domain.Commands.revoke;
import static dev.lockbox.domain.Commands.withdraw;
import static dev.lockbox.domain.Dialogues.accept;
import static dev.lockbox.domain.Dialogues.accepted;
import static dev.lockbox.domain.Dialogues.answer;
import static dev.lockbox.domain.Dialogues.answered;
import static dev.lockbox.domain.Dialogues.ask;
import static dev.lockbox.domain.Dialogues.asked;
import static dev.lockbox.domain.Dialogues.offer;
import static dev.lockbox.domain.Dialogues.offerWithdrawn;
import static dev.lockbox.domain.Dialogues.offered;
import static dev.lockbox.domain.Dialogues.withdrawOffer;
import static dev.lockbox.domain.Evaluations.ALL_REQUIRED;
import static dev.lockbox.domain.Evaluations.MIRA;
import static dev.lockbox.domain.Evaluations.SAM;
import static dev.lockbox.domain.Evaluations.SUPPORT_LEAD;
import static dev.lockbox.domain.Evaluations.TOM;
import static dev.lockbox.domain.Events.approvalGiven;
import static dev.lockbox.domain.Events.approvalsRequired;
import static dev.lockbox.domain.Events.approved;
import static dev.lockbox.domain.Events.cancelled;
import static dev.lockbox.domain.Events.conditionsRequired;
import static dev.lockbox.domain.Events.denied;
import static dev.lockbox.domain.Events.deniedByRule;
import static dev.lockbox.domain.Events.ended;
import static dev.lockbox.domain.Events.expired;
import static dev.lockbox.domain.Events.faulted;
import static dev.lockbox.domain.Events.finished;
import static dev.lockbox.domain.Events.grantedByRule;
import static dev.lockbox.domain.Events.grantedWithoutCustomer;
import static dev.lockbox.domain.Events.narrowed;
import static dev.lockbox.domain.Events.opened;
import static dev.lockbox.domain.Events.revoked;
import static dev.lockbox.domain.Events.withdrawn;
import static dev.lockbox.domain.Insiders.approveInside;
import static dev.lockbox.domain.Insiders.denyInside;
import static dev.lockbox.domain.Insiders.detailedOpen;
import static dev.lockbox.domain.Insiders.expiredInside;
import static dev.lockbox.domain.Insiders.grantedThen;
import static dev.lockbox.domain.Insiders.lastYesInside;
import static dev.lockbox.domain.Insiders.noInside;
import static dev.lockbox.domain.Insiders.openedThen;
import static dev.lockbox.domain.Insiders.yesInside;
import static dev.lockbox.domain.RevocationCause.REVOKED_BY_APPROVER;
import static dev.lockbox.domain.Scenario.given;

import dev.lockbox.domain.GrantsCommand.FreezeGrants;
import dev.lockbox.domain.GrantsCommand.ReleaseGrants;
import dev.lockbox.domain.GrantsEvent.GrantsFrozen;
import dev.lockbox.domain.GrantsEvent.GrantsReleased;
import dev.lockbox.domain.RequestCommand.OpenRequest;
import dev.lockbox.domain.RequestEvent.RequestOpened;
import dev.lockbox.domain.TenantCommand.ChangePlan;
import dev.lockbox.domain.TenantCommand.ChangeSettings;
import dev.lockbox.domain.TenantCommand.ConfirmSettings;
import dev.lockbox.domain.TenantCommand.RegisterTenant;
import dev.lockbox.domain.TenantCommand.ReplaceApprovers;
import dev.lockbox.domain.TenantEvent.ApproversReplaced;
import dev.lockbox.domain.TenantEvent.PlanChanged;
import dev.lockbox.domain.TenantEvent.SettingsChanged;
import dev.lockbox.domain.TenantEvent.SettingsProposed;
import dev.lockbox.domain.TenantEvent.TenantRegistered;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.decision.Provenance;
import dev.lockbox.domain.decision.Refusal;
import dev.lockbox.domain.evaluation.CheckName;
import dev.lockbox.domain.evaluation.EvaluationRules;
import dev.lockbox.domain.evaluation.InternalStage;
import dev.lockbox.domain.gateway.Obligation;
import dev.lockbox.domain.identity.Code;
import dev.lockbox.domain.identity.CommandId;
import dev.lockbox.domain.identity.Country;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.GroupId;
import dev.lockbox.domain.identity.Member;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.PersonalText;
import dev.lockbox.domain.identity.QuarantineId;
import dev.lockbox.domain.identity.ResourceName;
import dev.lockbox.domain.rules.AccessLimits;
import dev.lockbox.domain.rules.AccessRules;
import dev.lockbox.domain.rules.ApproverMode;
import dev.lockbox.domain.rules.Conditions;
import dev.lockbox.domain.rules.Enrolment;
import dev.lockbox.domain.rules.Group;
import dev.lockbox.domain.rules.HighRisk;
import dev.lockbox.domain.rules.Narrowing;
import dev.lockbox.domain.rules.Policy;
import dev.lockbox.domain.rules.Route;
import dev.lockbox.domain.rules.Settings;
import dev.lockbox.domain.rules.Stage;
import dev.lockbox.domain.rules.StageRule;
import dev.lockbox.domain.rules.Terms;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One realistic value of every type that travels or is stored. They never change: golden bytes are
 * made of them.
 */
public final class Samples {
  public static final Member ANNA_MEMBER = Member.of("anna", "anna@contoso.example");
  public static final Member BEN_MEMBER = Member.of("ben", "ben@contoso.example");
  public static final Member CARLA_MEMBER = Member.of("carla", "carla@contoso.example");
  public static final Member DORA_MEMBER = Member.of("dora", "dora@contoso.example");
  public static final Membership MEMBERSHIP =
      new Membership(
          "Premier", Set.of(ANNA_MEMBER, BEN_MEMBER), Set.of(CARLA_MEMBER), Set.of(DORA_MEMBER));

  /** Security first, then any one of the approvers. */
  public static final Stage[] STAGES = {
    new Stage(Optional.of(new GroupId("security")), Set.of(ANNA), 1),
    new Stage(Optional.empty(), Set.of(ANNA, BEN), 1)
  };

  /** Eva's manager, then one of those who lead the support. */
  public static final Stage[] INTERNAL_STAGES = {
    new Stage(Optional.of(InternalStage.MANAGER), Set.of(MIRA), 1),
    new Stage(Optional.of(SUPPORT_LEAD), Set.of(SAM, TOM), 1)
  };

  public static final Terms TERMS = new Terms(Cast.ACTIONS, Cast.RESOURCES, Duration.ofHours(2));

  /** What makes the terms of what was asked for. */
  public static final Narrowing LESS =
      new Narrowing(
          Optional.of(Cast.ACTIONS), Optional.of(Cast.RESOURCES), Optional.of(Duration.ofHours(2)));

  public static final Code LOGS = new Code("logs-at-night");

  /** Everything demanded that can be demanded. */
  public static final Conditions CONDITIONS =
      new Conditions(
          Set.of(Obligation.REDACT, Obligation.RECORD),
          Set.of(new Code("PHI"), new Code("PCI")),
          Optional.of(Set.of(new Code("RDP_GATEWAY"), new Code("REMOTE_SHELL"))),
          Optional.of(Set.of(new Country("DE"), new Country("AT"))),
          true);

  /** All that is asked for, if that is kept. */
  public static final Terms UNDER =
      new Terms(Cast.ACTIONS, Cast.RESOURCES, Duration.ofHours(8), CONDITIONS);

  /** Everything set that can be set. */
  public static final Settings SETTINGS =
      new Settings(
          new Enrolment(Enrolment.Scope.SUBSCRIPTIONS, Set.of(new ResourceName("/clusters/aro1"))),
          Optional.of(new AccessLimits(Duration.ofDays(2), Duration.ofHours(6))),
          ApproverMode.LIVE,
          true,
          true,
          List.of(
              new Group(new GroupId("security"), Set.of(ANNA), Set.of()),
              new Group(new GroupId("everybody"), Set.of(BEN), Set.of(new GroupId("security")))),
          List.of(new StageRule(Optional.of(new GroupId("everybody")), 2)),
          List.of(
              new Route(
                  "/clusters/",
                  "k8s.",
                  List.of(
                      new StageRule(Optional.of(new GroupId("security")), 1), StageRule.ANYBODY))));

  /** The place of a record on the command log that nobody can read. */
  public static final QuarantineId UNREADABLE = new QuarantineId("lockbox.commands/3/1001");

  private static final Instant HOUR_LATER = MORNING.plus(Duration.ofHours(1));
  private static final Instant DAY_LATER = MORNING.plus(Duration.ofDays(1));

  /** Until when a request can be decided at the latest whose time for that stands still. */
  private static final Instant LATE = MORNING.plus(Duration.ofDays(6));

  private Samples() {}

  /** One command of every type, with everything said that can be said. */
  public static List<Command> commands() {
    return joined(
        joined(joined(aboutTenants(), RolesSamples.commands()), ExclusionSamples.commands()),
        joined(
            joined(
                joined(AccessSamples.commands(), SessionSamples.commands()), List.of(changePlan())),
            joined(
                joined(MemberSamples.commands(), AskingSamples.commands()),
                joined(
                    TargetSamples.commands(),
                    joined(
                        joined(KeySamples.commands(), Reviews.commands()),
                        joined(
                            joined(PracticeSamples.commands(), Readings.commands()),
                            IssuerSamples.commands()))))));
  }

  private static List<Command> aboutTenants() {
    return List.of(
        open().accessFor(Duration.ofHours(4)).build(unsaid(0)),
        approve().because(REASON).build(unsaid(1)),
        deny().by(BEN).because(REASON).build(unsaid(1)),
        revoke().because(REASON).build(unsaid(2)),
        withdraw().build(unsaid(1)),
        resolveTicket().build(unsaid(1)),
        enforceDeadline().build(unsaid(1)),
        new RegisterTenant(CONTOSO, attempt(OPERATOR, "register-contoso"), MEMBERSHIP),
        new ReplaceApprovers(
            CONTOSO, attempt(OPERATOR, "replace-approvers"), Set.of(BEN_MEMBER, CARLA_MEMBER)),
        new ChangeSettings(CONTOSO, attempt(CARLA, "two-must-agree"), SETTINGS),
        new ConfirmSettings(CONTOSO, attempt(DORA, "i-agree"), 3),
        freeze(),
        release(),
        finish().build(unsaid(2)),
        ask().because(Dialogues.QUESTION).build(unsaid(1)),
        answer(2).build(unsaid(2)),
        offer(LESS).because(REASON).build(unsaid(3)),
        withdrawOffer(4).build(unsaid(4)),
        accept(4).build(unsaid(4)),
        approveInside().because(REASON).build(unsaid(1)),
        denyInside().because(REASON).build(unsaid(1)));
  }

  /**
   * The commands that may be said in another way: with less in them, with a narrowing, or with
   * details.
   */
  public static List<Command> sparseCommands() {
    return joined(
        joined(
            joined(sparseAboutTenants(), RolesSamples.sparseCommands()),
            ExclusionSamples.sparseCommands()),
        joined(
            SessionSamples.sparseCommands(),
            joined(
                joined(MemberSamples.sparseCommands(), AskingSamples.sparseCommands()),
                joined(
                    joined(TargetSamples.sparseCommands(), ExclusionSamples.laterCommands()),
                    joined(
                        joined(MemberSamples.laterCommands(), saidLater()),
                        joined(
                            IssuerSamples.sparseCommands(),
                            List.of(SessionSamples.keptOften())))))));
  }

  private static List<Command> sparseAboutTenants() {
    return List.of(
        sparseOpen(),
        approve().build(unsaid(1)),
        deny().build(unsaid(1)),
        revoke().build(unsaid(2)),
        new ChangeSettings(CONTOSO, attempt(CARLA, "as-at-first"), Settings.DEFAULTS),
        approve().onlyFor(Duration.ofHours(1)).build(unsaid(1)),
        narrowedApproval(),
        changeRules(PolicySamples.BEFORE),
        changeRules(PolicySamples.WITHOUT_IDS),
        offer(Duration.ofHours(1)).build(unsaid(1)),
        detailedOpen().build(unsaid(0)),
        approveInside().build(unsaid(1)),
        denyInside().build(unsaid(1)),
        open().saying(Said.nothing().singleUse().details()).build(unsaid(0)),
        approve().under(CONDITIONS).build(unsaid(1)),
        narrowedApprovalUnderConditions(),
        offer(
                new Narrowing(
                    Optional.empty(), Optional.empty(), Optional.empty(), Conditions.RECORDED))
            .build(unsaid(1)),
        changeRules(PolicySamples.WITHOUT_CREDENTIALS),
        changeRules(PolicySamples.WITHOUT_SIGNATURES));
  }

  private static List<Command> saidLater() {
    return joined(
        joined(List.of(changeRules(PolicySamples.WITHOUT_REVIEW)), KeySamples.sparseCommands()),
        joined(
            joined(
                List.of(changeRules(PolicySamples.WITHOUT_GUARD_RAILS), MemberSamples.withReview()),
                PracticeSamples.sparseCommands()),
            List.of(
                changeRules(PolicySamples.WITHOUT_READING),
                MemberSamples.changeFrom(8, PolicySamples.WITHOUT_READING),
                changeRules(PolicySamples.ALL),
                MemberSamples.changeFrom(8, PolicySamples.ALL))));
  }

  /** What Eva asks for is approved by rule, and must be recorded. */
  public static AccessRules approvingAndDemanding() {
    return new AccessRules(
        List.of(),
        HighRisk.AS_OTHERS,
        AccessRuleSamples.DEMANDING.conditions(),
        AccessRuleSamples.APPROVING.automatic(),
        Optional.empty());
  }

  /**
   * One event of every type, with everything said that can be said; a dense history of one tenant.
   */
  public static List<Recorded> events() {
    return recorded(
        joined(
            joined(
                joined(
                    joined(
                        joined(happenedToTenants(), RolesSamples.events()),
                        happenedInsideTheProvider()),
                    ExclusionSamples.events()),
                joined(
                    joined(AccessSamples.events(), SessionSamples.events()),
                    joined(
                        List.of(
                            new PlanChanged(
                                CONTOSO, MORNING, provenance(changePlan()), "Standard")),
                        AccessRuleSamples.events()))),
            joined(
                joined(decidedInsideTheProvider(), StartSamples.events()),
                joined(
                    joined(MemberSamples.events(), AskingSamples.events()),
                    joined(
                        TargetSamples.events(),
                        joined(
                            joined(KeySamples.events(), Reviews.events()),
                            joined(
                                joined(PracticeSamples.events(), Readings.events()),
                                IssuerSamples.events())))))));
  }

  private static List<Event> happenedToTenants() {
    return List.of(
        new TenantRegistered(
            CONTOSO,
            MORNING,
            provenance(new RegisterTenant(CONTOSO, attempt(OPERATOR, "register"), MEMBERSHIP)),
            MEMBERSHIP),
        new ApproversReplaced(
            CONTOSO,
            MORNING,
            provenance(new ReplaceApprovers(CONTOSO, attempt(OPERATOR, "r2"), Set.of(BEN_MEMBER))),
            Set.of(BEN_MEMBER)),
        opened().through(open().accessFor(Duration.ofHours(4))).build(unsaid(0)),
        approved().because(REASON).build(unsaid(1)),
        denied().by(BEN).because(REASON).build(unsaid(1)),
        expired().at(MORNING.plus(Duration.ofDays(4))).build(unsaid(1)),
        withdrawn().build(unsaid(1)),
        cancelled().build(unsaid(1)),
        revoked(REVOKED_BY_APPROVER).because(REASON).at(DAY_LATER).build(unsaid(2)),
        ended().at(HOUR_LATER.plus(Duration.ofHours(8))).build(unsaid(2)),
        faulted().build(unsaid(2)),
        refusedOwnRequest(),
        approvalsRequired(ApproverMode.LIVE, STAGES).build(unsaid(1)),
        narrowed(TERMS).build(unsaid(2)),
        approvalGiven(1).because(REASON).build(unsaid(3)),
        grantedWithoutCustomer().build(unsaid(0)),
        new SettingsProposed(CONTOSO, MORNING, provenance(changeSettings()), SETTINGS),
        new SettingsChanged(
            CONTOSO, MORNING, provenance(changeSettings()), Optional.of(DORA), SETTINGS),
        new GrantsFrozen(
            CONTOSO, HOUR_LATER, Optional.of(provenance(freeze())), UNREADABLE, "WRONG_PARTITION"),
        new GrantsReleased(
            CONTOSO, DAY_LATER, provenance(release()), UNREADABLE, release().reason()),
        finished().build(unsaid(2)),
        asked().decideBy(LATE).build(unsaid(1)),
        answered(2).decideBy(LATE.minus(Duration.ofDays(1))).build(unsaid(2)),
        offered(offer(LESS).because(REASON), TERMS).build(unsaid(3)),
        offerWithdrawn(4).build(unsaid(4)),
        accepted(4, TERMS).build(unsaid(4)));
  }

  /** The events that may leave something unsaid, leaving it unsaid. */
  public static List<Recorded> sparseEvents() {
    return recorded(
        joined(
            joined(
                joined(
                    joined(
                        joined(sparselyHappened(), RolesSamples.sparseEvents()),
                        List.of(evaluated(ALL_REQUIRED).build(unsaid(0)))),
                    ExclusionSamples.sparseEvents()),
                joined(
                    joined(AccessSamples.sparseEvents(), SessionSamples.sparseEvents()),
                    AccessRuleSamples.sparseEvents())),
            joined(
                joined(sparselyDecidedInsideTheProvider(), StartSamples.sparseEvents()),
                joined(
                    joined(SessionSamples.laterEvents(), MemberSamples.sparseEvents()),
                    addedLater()))));
  }

  /** At the end, so that the numbers of all before stay what they were. */
  private static List<Event> addedLater() {
    return joined(
        joined(aboutRules(PolicySamples.WITHOUT_IDS), TargetSamples.sparseEvents()),
        joined(
            joined(AskingSamples.sparseEvents(), aboutRules(PolicySamples.WITHOUT_CREDENTIALS)),
            joined(
                joined(lookedAtSince(), SessionSamples.onSharedDevice()),
                joined(
                    joined(
                        aboutRules(PolicySamples.WITHOUT_SIGNATURES),
                        ExclusionSamples.laterEvents()),
                    joined(
                        joined(aboutRules(PolicySamples.WITHOUT_REVIEW), KeySamples.sparseEvents()),
                        joined(
                            joined(
                                aboutRules(PolicySamples.WITHOUT_GUARD_RAILS),
                                PracticeSamples.sparseEvents()),
                            joined(
                                joined(withGuardRails(), withReading()),
                                SessionSamples.deniedOften())))))));
  }

  private static List<Event> withReading() {
    return joined(aboutRules(PolicySamples.ALL), Readings.sparseEvents());
  }

  private static List<Event> lookedAtSince() {
    return List.of(BeforeAdmission.evaluatedThen(ALL_REQUIRED).build(unsaid(0)), refusedAsSeen());
  }

  private static List<Event> withGuardRails() {
    return joined(
        aboutRules(PolicySamples.WITHOUT_READING),
        List.of(Events.evaluated(ALL_REQUIRED).build(unsaid(0))));
  }

  private static List<Event> sparselyDecidedInsideTheProvider() {
    return List.of(
        yesInside(0).build(unsaid(1)),
        lastYesInside(SAM).build(unsaid(2)),
        noInside().build(unsaid(1)),
        grantedThen(SAM, WithoutCustomer.SERVICE_UPDATE).build(unsaid(3)));
  }

  private static List<Event> happenedInsideTheProvider() {
    return List.of(awaitingTwo().build(unsaid(0)));
  }

  private static List<Event> decidedInsideTheProvider() {
    return List.of(
        yesInside(0).because(REASON).build(unsaid(1)),
        lastYesInside(SAM).because(REASON).build(unsaid(2)),
        noInside().because(REASON).build(unsaid(1)),
        expiredInside().at(DAY_LATER).build(unsaid(1)));
  }

  private static List<Event> sparselyHappened() {
    return List.of(
        sparseOpened(),
        approved().build(unsaid(1)),
        denied().build(unsaid(1)),
        revoked(RevocationCause.TICKET_RESOLVED).build(unsaid(2)),
        new CommandRefused(
            CONTOSO,
            Optional.empty(),
            HOUR_LATER,
            attempt(OPERATOR, "register-again"),
            "RegisterTenant",
            Refusal.TENANT_EXISTS,
            "tenant contoso is registered already"),
        approvalGiven(0).build(unsaid(2)),
        new SettingsChanged(
            CONTOSO, MORNING, provenance(changeSettings()), Optional.empty(), Settings.DEFAULTS),
        new GrantsFrozen(CONTOSO, HOUR_LATER, Optional.empty(), UNREADABLE, "UNDECODABLE"),
        rulesProposed(PolicySamples.BEFORE),
        rulesChanged(PolicySamples.BEFORE),
        asked().build(unsaid(1)),
        answered(2).build(unsaid(2)),
        offered(offer(LESS), TERMS).build(unsaid(3)));
  }

  private static ChangePlan changePlan() {
    return new ChangePlan(CONTOSO, attempt(OPERATOR, "another-plan"), "Standard");
  }

  private static ChangeSettings changeRules(Policy policy) {
    return new ChangeSettings(
        CONTOSO, attempt(CARLA, "and-all-else"), Settings.DEFAULTS.with(policy));
  }

  private static List<Event> aboutRules(Policy policy) {
    return List.of(rulesProposed(policy), rulesChanged(policy));
  }

  private static SettingsProposed rulesProposed(Policy policy) {
    return new SettingsProposed(
        CONTOSO, MORNING, provenance(changeRules(policy)), Settings.DEFAULTS.with(policy));
  }

  private static SettingsChanged rulesChanged(Policy policy) {
    return new SettingsChanged(
        CONTOSO,
        MORNING,
        provenance(changeRules(policy)),
        Optional.empty(),
        Settings.DEFAULTS.with(policy));
  }

  private static ChangeSettings changeSettings() {
    return new ChangeSettings(CONTOSO, attempt(CARLA, "two-must-agree"), SETTINGS);
  }

  private static RequestCommand.Approve narrowedApproval() {
    return new RequestCommand.Approve(
        REQUEST,
        attempt(ANNA, "only-this"),
        Optional.empty(),
        1,
        Optional.of(
            new Narrowing(
                Optional.of(Cast.ACTIONS),
                Optional.of(Cast.RESOURCES),
                Optional.of(Duration.ofHours(2)))));
  }

  private static RequestCommand.Approve narrowedApprovalUnderConditions() {
    return new RequestCommand.Approve(
        REQUEST,
        attempt(ANNA, "only-this-and-recorded"),
        Optional.empty(),
        1,
        Optional.of(
            new Narrowing(
                Optional.of(Cast.ACTIONS),
                Optional.empty(),
                Optional.of(Duration.ofHours(2)),
                Conditions.RECORDED)));
  }

  public static FreezeGrants freeze() {
    return new FreezeGrants(
        CONTOSO,
        attempt(new PersonId("lockbox-processor"), "freeze-3-1001"),
        UNREADABLE,
        "WRONG_PARTITION");
  }

  public static ReleaseGrants release() {
    return new ReleaseGrants(
        CONTOSO,
        attempt(OPERATOR, "release-1"),
        UNREADABLE,
        new PersonalText(OPERATOR, "Contoso was asked, and had denied nothing"));
  }

  /** An access request in every state, and closed in every way. */
  public static List<AccessRequest> states() {
    return joined(
        joined(joined(whileAsked(), AccessSamples.states()), StartSamples.states()),
        joined(
            joined(Reviews.states(), PracticeSamples.states()),
            joined(List.of(given(Events.evaluated(ALL_REQUIRED)).state()), Readings.states())));
  }

  private static List<AccessRequest> whileAsked() {
    return List.of(
        AccessRequest.UNOPENED,
        given(opened()).state(),
        given(opened(), approved()).state(),
        given(opened(), denied()).state(),
        given(opened(), expired()).state(),
        given(opened(), withdrawn()).state(),
        given(opened(), cancelled()).state(),
        given(opened(), approved(), revoked(REVOKED_BY_APPROVER)).state(),
        given(opened(), approved(), ended()).state(),
        given(withdrawn()).state(),
        given(cancelled()).state(),
        given(faulted()).state(),
        given(opened(), approved(), faulted()).state(),
        given(opened(), approvalsRequired(ApproverMode.SNAPSHOT, STAGES)).state(),
        given(
                opened(),
                approvalsRequired(ApproverMode.SNAPSHOT, STAGES),
                narrowed(TERMS),
                approvalGiven(0))
            .state(),
        given(opened(), narrowed(TERMS), approved()).state(),
        given(grantedWithoutCustomer()).state(),
        given(opened(), approved(), finished()).state(),
        given(opened(), asked().decideBy(LATE), asked(), offered(offer(LESS), TERMS)).state(),
        given(opened(), asked(), answered(2), offered(offer(LESS).because(REASON), TERMS)).state(),
        given(
                opened(),
                asked().decideBy(LATE),
                answered(2).decideBy(LATE.minus(Duration.ofDays(1))),
                offered(offer(LESS), TERMS),
                accepted(4, TERMS))
            .state(),
        given(awaitingTwo()).state(),
        given(evaluated(EvaluationRules.NONE).through(detailedOpen())).state(),
        given(evaluated(ALL_REQUIRED)).state(),
        given(evaluated(EvaluationRules.NONE).through(detailedOpen()), opened()).state(),
        given(evaluated(EvaluationRules.NONE).through(detailedOpen()), grantedWithoutCustomer())
            .state(),
        given(awaitingTwo(), yesInside(0)).state(),
        given(awaitingTwo(), yesInside(0), lastYesInside(SAM)).state(),
        given(awaitingTwo(), yesInside(0), lastYesInside(SAM), openedThen(SAM)).state(),
        given(awaitingTwo(), yesInside(0), lastYesInside(SAM), openedThen(SAM), approved()).state(),
        given(awaitingTwo(), expiredInside()).state(),
        given(
                awaitingTwo(),
                yesInside(0),
                lastYesInside(SAM),
                grantedThen(SAM, WithoutCustomer.NO_CUSTOMER_DATA))
            .state(),
        given(opened(), narrowed(UNDER)).state(),
        given(opened(), narrowed(UNDER), approved()).state(),
        given(opened(), narrowed(TERMS.under(Conditions.RECORDED)), approved()).state(),
        given(opened(), conditionsRequired(CONDITIONS, LOGS)).state(),
        given(grantedByRule(LOGS, CONDITIONS)).state(),
        given(deniedByRule(LOGS)).state(),
        given(opened(), offered(offer(LESS), UNDER)).state(),
        given(opened(), offered(offer(LESS), UNDER), accepted(2, UNDER)).state(),
        given(BeforeAdmission.evaluatedThen(ALL_REQUIRED)).state());
  }

  private static OpenRequest sparseOpen() {
    return new OpenRequest(
        REQUEST,
        attempt(JIT, "decision-1"),
        new Asked(
            EVA,
            new PersonalText(EVA, "…"),
            Optional.empty(),
            Cast.ACTIONS,
            Cast.RESOURCES,
            Optional.empty()));
  }

  private static RequestOpened sparseOpened() {
    var open = sparseOpen();
    return new RequestOpened(
        REQUEST,
        MORNING,
        provenance(open),
        open.asked(),
        Duration.ofHours(8),
        Set.of(ANNA),
        MORNING.plus(Duration.ofDays(4)));
  }

  private static CommandRefused refusedOwnRequest() {
    return new CommandRefused(
        CONTOSO,
        Optional.of(REQUEST),
        HOUR_LATER,
        attempt(EVA, "let-me-in"),
        "Approve",
        Refusal.OWN_REQUEST,
        "eva asked for contoso/req-1001 and cannot approve it");
  }

  private static CommandRefused refusedAsSeen() {
    var open = (OpenRequest) detailedOpen().build(unsaid(0));
    var why = List.of(Refusal.ACCESS_TOO_LONG.name(), Refusal.TICKET_REQUIRED.name());
    return new CommandRefused(
        CONTOSO,
        Optional.of(REQUEST),
        MORNING,
        open.by(),
        "OpenRequest",
        Refusal.ACCESS_TOO_LONG,
        "accessFor must be at most PT8H for customer contoso, was PT9H",
        Optional.of(
            new Unadmitted(
                open.asked(),
                BeforeAdmission.without(
                    Evaluations.evaluation(open, ALL_REQUIRED).refusedFor(why),
                    CheckName.GUARD_RAIL))));
  }

  private static <T> List<T> joined(List<T> some, List<T> others) {
    return Stream.concat(some.stream(), others.stream()).toList();
  }

  private static List<Recorded> recorded(List<Event> events) {
    var all = new ArrayList<Recorded>();
    for (var event : events) {
      var sequence = all.size() + 1;
      all.add(new Recorded(sequence, sequence, new CommandId("command-" + sequence), event));
    }
    return List.copyOf(all);
  }

  static Unsaid unsaid(long version) {
    return version == 0 ? Unsaid.FIRST : Unsaid.after(MORNING, version);
  }

  private static Attempt attempt(PersonId actor, String id) {
    return new Attempt(actor, new DecisionId(id));
  }

  private static Provenance provenance(Command command) {
    return new Provenance(command.attempt().orElseThrow(), command.content());
  }
}
