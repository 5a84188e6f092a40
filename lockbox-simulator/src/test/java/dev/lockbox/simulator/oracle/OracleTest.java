package dev.lockbox.simulator.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.domain.Asked;
import dev.lockbox.domain.Command;
import dev.lockbox.domain.CommandRefused;
import dev.lockbox.domain.DataExposure;
import dev.lockbox.domain.DialogueCommand.AcceptOffer;
import dev.lockbox.domain.DialogueCommand.CounterOffer;
import dev.lockbox.domain.DialogueCommand.WithdrawOffer;
import dev.lockbox.domain.DialogueEvent.CounterOffered;
import dev.lockbox.domain.DialogueEvent.OfferAccepted;
import dev.lockbox.domain.DialogueEvent.OfferWithdrawn;
import dev.lockbox.domain.Event;
import dev.lockbox.domain.ExclusionCategory;
import dev.lockbox.domain.ExclusionCommand.ConfirmBreakGlass;
import dev.lockbox.domain.ExclusionCommand.ReportExclusion;
import dev.lockbox.domain.ExclusionEvent.BreakGlassProposed;
import dev.lockbox.domain.ExclusionEvent.ExclusionInvoked;
import dev.lockbox.domain.ExclusionReport;
import dev.lockbox.domain.GrantsCommand.ReleaseGrants;
import dev.lockbox.domain.GrantsEvent.GrantsFrozen;
import dev.lockbox.domain.GrantsEvent.GrantsReleased;
import dev.lockbox.domain.Membership;
import dev.lockbox.domain.Recorded;
import dev.lockbox.domain.RequestCommand.Approve;
import dev.lockbox.domain.RequestCommand.Deny;
import dev.lockbox.domain.RequestCommand.OpenRequest;
import dev.lockbox.domain.RequestEvent.RequestApproved;
import dev.lockbox.domain.RequestEvent.RequestDenied;
import dev.lockbox.domain.RequestEvent.RequestOpened;
import dev.lockbox.domain.TenantCommand.RegisterTenant;
import dev.lockbox.domain.TenantEvent.TenantRegistered;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.decision.Provenance;
import dev.lockbox.domain.decision.Refusal;
import dev.lockbox.domain.evaluation.CheckName;
import dev.lockbox.domain.evaluation.Criteria;
import dev.lockbox.domain.evaluation.EvaluationRules;
import dev.lockbox.domain.identity.ActionName;
import dev.lockbox.domain.identity.CommandId;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.ExclusionId;
import dev.lockbox.domain.identity.HostId;
import dev.lockbox.domain.identity.IncidentId;
import dev.lockbox.domain.identity.Member;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.PersonalText;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.ResourceName;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.domain.rules.Deployment;
import dev.lockbox.domain.rules.Narrowing;
import dev.lockbox.domain.rules.Terms;
import dev.lockbox.simulator.log.Entry;
import dev.lockbox.simulator.record.Freezing;
import dev.lockbox.simulator.record.Heard;
import dev.lockbox.simulator.record.Quarantined;
import dev.lockbox.simulator.record.Standing;
import dev.lockbox.simulator.record.Written;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The judge is judged: by stories written by hand, without the core. */
class OracleTest {
  private static final TenantId CONTOSO = new TenantId("contoso");
  private static final RequestId REQUEST = new RequestId(CONTOSO, "req-1");
  private static final ExclusionId EXCLUSION = new ExclusionId(CONTOSO, "exclusion-1");
  private static final PersonId ANNA = new PersonId("anna");
  private static final PersonId BEN = new PersonId("ben");
  private static final PersonId EVA = new PersonId("eva");
  private static final PersonId JIT = new PersonId("jit");
  private static final Asked ASKED =
      new Asked(
          EVA,
          new PersonalText(EVA, "reading logs"),
          Optional.empty(),
          List.of(new ActionName("k8s.pod.logs")),
          List.of(new ResourceName("/clusters/aro1")),
          Optional.empty());
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final Duration AN_HOUR = Duration.ofHours(1);
  private static final Duration EIGHT_HOURS = Duration.ofHours(8);
  private static final Duration FOUR_DAYS = Duration.ofDays(4);

  private final List<Entry<Written>> commands = new ArrayList<>();
  private final List<Entry<Recorded>> events = new ArrayList<>();
  private final List<Entry<Quarantined>> quarantine = new ArrayList<>();
  private final List<Heard> heard = new ArrayList<>();
  private Optional<Standing> standing = Optional.empty();
  private Deployment provider = Deployment.DEFAULTS;

  @Test
  void aStoryThatIsRightIsRight() {
    registered();
    opened();
    approved(ANNA, NOON.plusSeconds(60));
    assertThat(judged()).isEmpty();
  }

  @Test
  void aGapInTheSequenceIsFound() {
    registered();
    opened();
    var last = events.removeLast().value();
    record(new Recorded(3, last.version(), last.cause(), last.event()));
    thenBroken("DenseSequence");
  }

  @Test
  void aTenantOnAnothersPartitionIsFound() {
    registered();
    var evidence = evidence(Evidence.Extent.RUNNING);
    var swapped =
        new Evidence(
            evidence.submissions(),
            evidence.commands(),
            evidence.events().reversed(),
            evidence.quarantine(),
            evidence.standings(),
            evidence.heard(),
            evidence.spoilt(),
            evidence.deployment(),
            evidence.extent());
    assertThat(Oracle.judge(swapped)).map(Broken::invariant).contains("OwnPartition");
  }

  @Test
  void aSecondEndIsFound() {
    registered();
    opened();
    denied(ANNA, "one");
    denied(BEN, "two");
    thenBroken("OneTerminal");
  }

  @Test
  void aGrantByTheEngineerIsFound() {
    registered();
    opened();
    approved(EVA, NOON.plusSeconds(60));
    thenBroken("GrantedByAnother");
  }

  @Test
  void aGrantAtTheDeadlineIsFound() {
    registered();
    opened();
    approved(ANNA, NOON.plus(FOUR_DAYS));
    thenBroken("GrantedByAnother");
  }

  @Test
  void aGrantThatNobodyAskedForIsFound() {
    registered();
    opened();
    approved(ANNA, NOON.plusSeconds(60));
    commands.removeLast();
    thenBroken("GrantedByAnother");
  }

  @Test
  void aGrantOfAMillisecondTooMuchIsFound() {
    registered();
    opened();
    approved(ANNA, NOON.plusSeconds(60), EIGHT_HOURS.plusMillis(1));
    thenBroken("GrantedForNoLonger");
  }

  @Test
  void aCommandThatWasNeverAnsweredIsFoundOnceItShouldBe() {
    registered();
    opened();
    events.removeLast();
    standing = Optional.empty();
    assertThat(judged()).isEmpty();
    assertThat(Oracle.judge(evidence(Evidence.Extent.ANSWERED)))
        .map(Broken::invariant)
        .contains("AnsweredAsTheRulesSay");
  }

  @Test
  void aRefusalForAReasonThatIsNotTrueIsFound() {
    registered();
    opened();
    var deny = new Deny(REQUEST, by(ANNA, "no"), Optional.empty());
    var at = NOON.plusSeconds(60);
    happened(deny, at, 1, refused(deny, at, Refusal.NOT_AN_APPROVER));
    thenBroken("AnsweredAsTheRulesSay");
  }

  @Test
  void aLostNoIsFound() {
    registered();
    opened();
    var deny = new Deny(REQUEST, by(ANNA, "no"), Optional.empty());
    var at = NOON.plusSeconds(60);
    happened(deny, at, 1, refused(deny, at, Refusal.ALREADY_DECIDED));
    thenBroken("AnsweredAsTheRulesSay");
  }

  @Test
  void readersWhoSeeAnotherStateAreFound() {
    registered();
    opened();
    standing =
        Optional.of(new Standing(REQUEST, "Granted", 1, Optional.empty(), Optional.empty(), false));
    thenBroken("AnsweredAsTheRulesSay");
  }

  @Test
  void garbageThatIsNotInQuarantineIsFoundInTheEnd() {
    registered();
    unreadable(Optional.of(CONTOSO));
    frozen(1);
    assertThat(judged()).isEmpty();
    assertThat(Oracle.judge(evidence(Evidence.Extent.AT_REST)))
        .map(Broken::invariant)
        .contains("QuarantinedOnce");
  }

  @Test
  void garbageThatFreezesNobodyIsFoundOnceItShould() {
    registered();
    unreadable(Optional.of(CONTOSO));
    assertThat(judged()).isEmpty();
    assertThat(Oracle.judge(evidence(Evidence.Extent.ANSWERED)))
        .map(Broken::invariant)
        .contains("AnsweredAsTheRulesSay");
  }

  @Test
  void garbageThatNamesNobodyFreezesEverybodyThere() {
    registered();
    unreadable(Optional.empty());
    frozen(1);
    assertThat(judged()).isEmpty();
  }

  @Test
  void aGrantWhileGrantsAreFrozenIsFound() {
    registered();
    opened();
    unreadable(Optional.of(CONTOSO));
    frozen(2);
    approved(ANNA, NOON.plusSeconds(60));
    thenBroken("AnsweredAsTheRulesSay");
  }

  @Test
  void aReleaseBySomebodyElseThanTheOperatorIsFound() {
    registered();
    unreadable(Optional.of(CONTOSO));
    frozen(1);
    var reason = new PersonalText(ANNA, "it is nothing");
    var release = new ReleaseGrants(CONTOSO, by(ANNA, "release"), Freezing.by(0, 1), reason);
    happened(
        release,
        NOON,
        1,
        new GrantsReleased(CONTOSO, NOON, provenance(release), release.quarantine(), reason));
    thenBroken("ReleasedByTheOperator");
  }

  @Test
  void aGrantByAClockThatNobodyVouchesForIsFound() {
    registered();
    opened();
    var later = NOON.plus(Duration.ofDays(1));
    ticked(NOON, later);
    approved(ANNA, later.plusSeconds(1));
    thenBroken("AnsweredAsTheRulesSay");
  }

  @Test
  void aGrantByAClockThatAHostVouchesForIsRight() {
    registered();
    opened();
    ticked(NOON.plusSeconds(59), NOON.plusSeconds(60));
    approved(ANNA, NOON.plusSeconds(61));
    assertThat(judged()).isEmpty();
  }

  @Test
  void aYesToSomebodyWhoseCommandDidNothingIsFound() {
    registered();
    opened();
    var deny = new Deny(REQUEST, by(ANNA, "no"), Optional.empty());
    heard.add(
        new Heard(
            CONTOSO,
            Optional.of(REQUEST),
            new CommandId("command-9"),
            deny.by(),
            deny.content(),
            2,
            Heard.Answer.YES,
            3,
            2));
    thenBroken("CallersToldTheTruth");
  }

  @Test
  void aYesToWhatTheEngineerIsContentWithIsRight() {
    registered();
    opened();
    offered();
    accepted(3);
    approved(ANNA, NOON.plusSeconds(60), AN_HOUR, 3);
    assertThat(judged()).isEmpty();
  }

  @Test
  void aGrantOfMoreThanTheEngineerWasContentWithIsFound() {
    registered();
    opened();
    offered();
    accepted(3);
    approved(ANNA, NOON.plusSeconds(60), EIGHT_HOURS, 3);
    thenBroken("GrantedForNoLonger");
  }

  @Test
  void aYesToAnOfferThatNobodyReadYetIsFound() {
    registered();
    opened();
    offered();
    accepted(3);
    var early = new Approve(REQUEST, by(ANNA, "yes"), Optional.empty(), 2, Optional.empty());
    var at = NOON.plusSeconds(60);
    var until = at.plus(AN_HOUR);
    var by = provenance(early);
    happened(early, at, 4, new RequestApproved(REQUEST, at, by, Optional.empty(), until));
    granted(4, until, lasting(AN_HOUR));
    thenBroken("AnsweredAsTheRulesSay");
  }

  @Test
  void aGrantThatNobodySaidYesToButItsEngineerIsFound() {
    registered();
    opened();
    offered();
    var accept = new AcceptOffer(REQUEST, by(JIT, "accept"), EVA, 2);
    var until = NOON.plus(AN_HOUR);
    var by = provenance(accept);
    happened(accept, NOON, 3, new RequestApproved(REQUEST, NOON, by, Optional.empty(), until));
    granted(3, until, lasting(AN_HOUR));
    thenBroken("GrantedByAnother");
  }

  @Test
  void anOfferThatIsAcceptedThoughItWasTakenBackIsFound() {
    registered();
    opened();
    offered();
    takenBack();
    accepted(4);
    thenBroken("AnsweredAsTheRulesSay");
  }

  @Test
  void readersWhoSeeMoreOpenThanWasGrantedAreFound() {
    registered();
    opened();
    approved(ANNA, NOON.plusSeconds(60));
    var more = List.of(new ActionName("k8s.pod.logs"), new ActionName("k8s.exec"));
    granted(
        2, NOON.plusSeconds(60).plus(EIGHT_HOURS), new Terms(more, ASKED.resources(), EIGHT_HOURS));
    thenBroken("AnsweredAsTheRulesSay");
  }

  @Test
  void aGlassThatTwoPeopleBreakIsRight() {
    registered();
    var report = proposed();
    confirmed(report, BEN, Optional.of(ANNA));
    assertThat(judged()).isEmpty();
  }

  @Test
  void aGlassThatOnePersonBreaksIsFound() {
    registered();
    var report = proposed();
    confirmed(report, ANNA, Optional.of(ANNA));
    thenBroken("GlassBrokenByTwo");
  }

  @Test
  void aGlassThatWhoeverGoesInBreaksIsFound() {
    registered();
    var report = proposed();
    confirmed(report, EVA, Optional.of(ANNA));
    thenBroken("GlassBrokenByTwo");
  }

  @Test
  void whatNobodyTakesNoteOfForEverIsFound() {
    registered();
    var report = proposed();
    confirmed(report, BEN, Optional.of(ANNA));
    assertThat(Oracle.judge(evidence(Evidence.Extent.AT_REST)))
        .map(Broken::invariant)
        .contains("GlassBrokenByTwo");
  }

  @Test
  void aGrantThatIsCalledAnExclusionIsFound() {
    registered();
    opened();
    proposed();
    var confirm = new ConfirmBreakGlass(EXCLUSION, by(BEN, "confirm"));
    var by = provenance(confirm);
    var until = NOON.plus(EIGHT_HOURS);
    happened(confirm, NOON, 2, new RequestApproved(REQUEST, NOON, by, Optional.empty(), until));
    granted(2, until, lasting(EIGHT_HOURS));
    thenBroken("GrantedByAnother");
  }

  @Test
  void aGrantOfWhatTheProviderTurnedDownIsFound() {
    provider = Deployment.DEFAULTS.with(wanting(CheckName.ELIGIBILITY));
    registered();
    opened();
    approved(ANNA, NOON.plusSeconds(60));
    thenBroken("GrantedAsRequired");
  }

  @Test
  void aRequestThatStaysOpenForEverIsFound() {
    registered();
    opened();
    assertThat(Oracle.judge(evidence(Evidence.Extent.AT_REST)))
        .map(Broken::invariant)
        .contains("NothingLeftUndone");
  }

  private void registered() {
    var members =
        new Membership(
            "Premier",
            Set.of(Member.of("anna", "anna@x.example"), Member.of("ben", "ben@x.example")),
            Set.of(),
            Set.of());
    var register = new RegisterTenant(CONTOSO, by(new PersonId("operator"), "register"), members);
    happened(register, NOON, 1, new TenantRegistered(CONTOSO, NOON, provenance(register), members));
  }

  private void opened() {
    var open = new OpenRequest(REQUEST, by(JIT, "open"), ASKED);
    var event =
        new RequestOpened(
            REQUEST,
            NOON,
            provenance(open),
            ASKED,
            EIGHT_HOURS,
            Set.of(ANNA, BEN),
            NOON.plus(FOUR_DAYS));
    happened(open, NOON, 1, event);
    standing =
        Optional.of(new Standing(REQUEST, "Pending", 1, Optional.empty(), Optional.empty(), false));
  }

  private void approved(PersonId who, Instant at) {
    approved(who, at, EIGHT_HOURS);
  }

  private void approved(PersonId who, Instant at, Duration accessFor) {
    approved(who, at, accessFor, 1);
  }

  /** Having read the request in this version, which is its newest. */
  private void approved(PersonId who, Instant at, Duration accessFor, long read) {
    var approve = new Approve(REQUEST, by(who, "yes"), Optional.empty(), read, Optional.empty());
    var until = at.plus(accessFor);
    var by = provenance(approve);
    happened(approve, at, read + 1, new RequestApproved(REQUEST, at, by, Optional.empty(), until));
    granted(read + 1, until, lasting(accessFor));
  }

  private void granted(long version, Instant until, Terms opens) {
    standing =
        Optional.of(
            new Standing(
                REQUEST, "Granted", version, Optional.of(until), Optional.of(opens), false));
  }

  private static Terms lasting(Duration accessFor) {
    return new Terms(ASKED.actions(), ASKED.resources(), accessFor);
  }

  /** Ben offers an hour. */
  private void offered() {
    var less = new Narrowing(Optional.empty(), Optional.empty(), Optional.of(AN_HOUR));
    var offer = new CounterOffer(REQUEST, by(BEN, "offer"), Optional.empty(), 1, less);
    var by = provenance(offer);
    happened(
        offer, NOON, 2, new CounterOffered(REQUEST, NOON, by, lasting(AN_HOUR), Optional.empty()));
  }

  private void takenBack() {
    var withdraw = new WithdrawOffer(REQUEST, by(BEN, "withdraw"), 2);
    happened(withdraw, NOON, 3, new OfferWithdrawn(REQUEST, NOON, provenance(withdraw), 2));
  }

  private void accepted(long version) {
    var accept = new AcceptOffer(REQUEST, by(JIT, "accept"), EVA, 2);
    var by = provenance(accept);
    happened(accept, NOON, version, new OfferAccepted(REQUEST, NOON, by, 2, lasting(AN_HOUR)));
    standing =
        Optional.of(
            new Standing(REQUEST, "Pending", version, Optional.empty(), Optional.empty(), false));
  }

  /** Anna asks to break the glass, for Eva. */
  private ExclusionReport proposed() {
    var report =
        new ExclusionReport(
            ExclusionCategory.EMERGENCY,
            EVA,
            new IncidentId("INC-4712"),
            ASKED.resources(),
            DataExposure.NOT_KNOWN,
            new PersonalText(ANNA, "it could not wait"));
    var command = new ReportExclusion(EXCLUSION, by(ANNA, "report"), report);
    var confirmBy = NOON.plus(AN_HOUR);
    happened(
        command,
        NOON,
        1,
        new BreakGlassProposed(EXCLUSION, NOON, provenance(command), report, confirmBy));
    return report;
  }

  private void confirmed(ExclusionReport report, PersonId who, Optional<PersonId> proposedBy) {
    var confirm = new ConfirmBreakGlass(EXCLUSION, by(who, "confirm"));
    var by = provenance(confirm);
    var acknowledgeBy = NOON.plus(Duration.ofDays(3));
    happened(
        confirm,
        NOON,
        1,
        new ExclusionInvoked(EXCLUSION, NOON, by, proposedBy, report, acknowledgeBy));
  }

  private static EvaluationRules wanting(CheckName name) {
    return new EvaluationRules(Set.of(name), Criteria.DEFAULTS, List.of(), AN_HOUR);
  }

  private void unreadable(Optional<TenantId> key) {
    commands.add(new Entry<>(commands.size(), NOON, new Written.Garbage(key)));
  }

  /** By the record of that offset. */
  private void frozen(long offset) {
    var event =
        new GrantsFrozen(CONTOSO, NOON, Optional.empty(), Freezing.by(0, offset), "UNREADABLE");
    record(new Recorded(events.size() + 1, 1, Freezing.here(0, offset), event));
  }

  private void ticked(Instant shown, Instant at) {
    commands.add(new Entry<>(commands.size(), at, new Written.Ticked(new HostId("one"), shown)));
  }

  private void denied(PersonId who, String id) {
    var deny = new Deny(REQUEST, by(who, id), Optional.empty());
    happened(deny, NOON, 2, new RequestDenied(REQUEST, NOON, provenance(deny), Optional.empty()));
  }

  private void happened(Command command, Instant at, long version, Event event) {
    var id = new CommandId("command-" + commands.size());
    commands.add(new Entry<>(commands.size(), at, Written.Readable.of(id, command)));
    record(new Recorded(events.size() + 1, version, id, event));
  }

  private void record(Recorded recorded) {
    events.add(new Entry<>(events.size(), recorded.event().at(), recorded));
  }

  private static CommandRefused refused(Command command, Instant at, Refusal why) {
    return new CommandRefused(
        command.tenant(),
        command.about(),
        at,
        command.attempt().orElseThrow(),
        command.name(),
        why,
        "because");
  }

  private static Attempt by(PersonId who, String id) {
    return new Attempt(who, new DecisionId(id));
  }

  private static Provenance provenance(Command command) {
    return new Provenance(command.attempt().orElseThrow(), command.content());
  }

  private void thenBroken(String invariant) {
    assertThat(judged()).map(Broken::invariant).contains(invariant);
  }

  private Optional<Broken> judged() {
    return Oracle.judge(evidence(Evidence.Extent.RUNNING));
  }

  private Evidence evidence(Evidence.Extent extent) {
    return new Evidence(
        List.of(),
        List.of(commands, List.of()),
        List.of(events, List.of()),
        quarantine,
        standing.stream().toList(),
        heard,
        List.of(),
        provider,
        extent);
  }
}
