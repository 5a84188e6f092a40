package dev.lockbox.simulator.people;

import dev.lockbox.domain.AccessCommand.AcknowledgeClosing;
import dev.lockbox.domain.AccessCommand.FinishAccess;
import dev.lockbox.domain.Asked;
import dev.lockbox.domain.Command;
import dev.lockbox.domain.DataExposure;
import dev.lockbox.domain.DialogueCommand.AcceptOffer;
import dev.lockbox.domain.DialogueCommand.AnswerQuestion;
import dev.lockbox.domain.DialogueCommand.AskQuestion;
import dev.lockbox.domain.DialogueCommand.CounterOffer;
import dev.lockbox.domain.DialogueCommand.WithdrawOffer;
import dev.lockbox.domain.EvaluationCommand.ApproveInternally;
import dev.lockbox.domain.EvaluationCommand.DenyInternally;
import dev.lockbox.domain.ExclusionCommand.AcknowledgeExclusion;
import dev.lockbox.domain.ExclusionCommand.ConfirmBreakGlass;
import dev.lockbox.domain.ExclusionCommand.EnforceExclusion;
import dev.lockbox.domain.ExclusionCommand.ReportExclusion;
import dev.lockbox.domain.ExclusionReport;
import dev.lockbox.domain.GrantsCommand.FreezeGrants;
import dev.lockbox.domain.GrantsCommand.ReleaseGrants;
import dev.lockbox.domain.Membership;
import dev.lockbox.domain.Practice;
import dev.lockbox.domain.RequestCommand.Approve;
import dev.lockbox.domain.RequestCommand.BeginReview;
import dev.lockbox.domain.RequestCommand.ConfirmRead;
import dev.lockbox.domain.RequestCommand.Deny;
import dev.lockbox.domain.RequestCommand.EnforceDeadline;
import dev.lockbox.domain.RequestCommand.OpenRequest;
import dev.lockbox.domain.RequestCommand.ResolveTicket;
import dev.lockbox.domain.RequestCommand.Revoke;
import dev.lockbox.domain.RequestCommand.StartPractice;
import dev.lockbox.domain.RequestCommand.Withdraw;
import dev.lockbox.domain.SessionCommand.EnforceSessions;
import dev.lockbox.domain.TenantCommand.ChangeIssuers;
import dev.lockbox.domain.TenantCommand.ChangePlan;
import dev.lockbox.domain.TenantCommand.ChangeSettings;
import dev.lockbox.domain.TenantCommand.ConfirmSettings;
import dev.lockbox.domain.TenantCommand.RegisterTenant;
import dev.lockbox.domain.TenantCommand.ReplaceApprovers;
import dev.lockbox.domain.TenantCommand.ReplaceMembers;
import dev.lockbox.domain.identity.IncidentId;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.PersonalText;
import dev.lockbox.domain.identity.QuarantineId;
import dev.lockbox.domain.identity.ResourceName;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Everything that can be asked: one row per command, with how often it is asked, by which door, and
 * how it is made. A new command is a new row.
 */
public enum Wish {
  OPEN(9, Door.INTAKE, Wish::open),
  START_PRACTICE(1, Door.API, Wish::practice),
  WITHDRAW(
      2,
      Door.INTAKE,
      with -> new Withdraw(with.request(), with.byService("withdraw"), with.engineer())),
  RESOLVE_TICKET(
      1, Door.INTAKE, with -> new ResolveTicket(with.request(), with.byService("resolve-ticket"))),
  FINISH(
      1,
      Door.INTAKE,
      with -> new FinishAccess(with.request(), with.byService("finish"), with.engineer())),
  ACKNOWLEDGE_CLOSING(
      1,
      Door.INTAKE,
      with ->
          new AcknowledgeClosing(
              with.request(), with.byService("closed-" + with.point()), with.point())),
  APPROVE(
      9,
      Door.API,
      with ->
          new Approve(
              with.request(),
              with.by(with.person()),
              with.reason(),
              with.readVersion(),
              with.narrowing())),
  BEGIN_REVIEW(
      2,
      Door.API,
      with -> new BeginReview(with.request(), with.by(with.person()), with.readVersion())),
  CONFIRM_READ(2, Door.API, with -> new ConfirmRead(with.request(), with.by(with.person()))),
  APPROVE_SIGNED(1, Door.API, Signatures::yes),
  DENY(3, Door.API, with -> new Deny(with.request(), with.by(with.person()), with.reason())),
  REVOKE(3, Door.API, with -> new Revoke(with.request(), with.by(with.person()), with.reason())),
  APPROVE_INSIDE(
      2,
      Door.API,
      with ->
          new ApproveInternally(
              with.request(), with.by(with.insider()), with.insidersReason(), with.readVersion())),
  DENY_INSIDE(
      1,
      Door.API,
      with -> new DenyInternally(with.request(), with.by(with.insider()), with.insidersReason())),
  ASK_QUESTION(
      2,
      Door.API,
      with -> new AskQuestion(with.request(), with.by(with.person()), with.words("why "))),
  ANSWER_QUESTION(
      2,
      Door.INTAKE,
      with ->
          new AnswerQuestion(
              with.request(),
              with.byService("answer-" + with.question()),
              with.engineer(),
              with.question(),
              new PersonalText(with.engineer(), "because"))),
  COUNTER_OFFER(
      2,
      Door.API,
      with ->
          new CounterOffer(
              with.request(),
              with.by(with.person()),
              with.reason(),
              with.readVersion(),
              with.offered())),
  WITHDRAW_OFFER(
      1, Door.API, with -> new WithdrawOffer(with.request(), with.by(with.person()), with.offer())),
  ACCEPT_OFFER(
      2,
      Door.INTAKE,
      with ->
          new AcceptOffer(
              with.request(),
              with.byService("accept-" + with.offer()),
              with.engineer(),
              with.offer())),
  RING(2, Door.LOG, with -> new EnforceDeadline(with.request())),
  REGISTER_TENANT(
      1,
      Door.API,
      with ->
          new RegisterTenant(
              with.request().tenant(),
              with.by(Cast.OPERATOR),
              new Membership(with.planAtFirst(), with.members(), Cast.ADMINS, Set.of()),
              with.issuers())),
  REPLACE_APPROVERS(
      3,
      Door.API,
      with ->
          new ReplaceApprovers(with.request().tenant(), with.by(with.person()), with.members())),

  /** Nobody waits for these: what stands already is no change, and there is no verdict on it. */
  REPLACE_MEMBERS(
      2,
      Door.LOG,
      with ->
          new ReplaceMembers(
              with.request().tenant(),
              with.by(Cast.OPERATOR),
              with.members(),
              with.admins(),
              with.auditors(),
              with.tenantVersion())),
  CHANGE_PLAN(
      1,
      Door.LOG,
      with ->
          new ChangePlan(
              with.request().tenant(), with.by(Cast.OPERATOR), with.plan(), with.tenantVersion())),
  CHANGE_ISSUERS(
      1,
      Door.LOG,
      with ->
          new ChangeIssuers(
              with.request().tenant(),
              with.by(Cast.OPERATOR),
              with.issuers(),
              with.tenantVersion())),

  /** Nobody waits: what is set already is no change, and there is no verdict on it. */
  CHANGE_SETTINGS(
      4,
      Door.LOG,
      with ->
          new ChangeSettings(
              with.request().tenant(),
              with.by(with.person()),
              with.settings(),
              with.tenantVersion())),
  CONFIRM_SETTINGS(
      3,
      Door.API,
      with ->
          new ConfirmSettings(with.request().tenant(), with.by(with.person()), with.proposal())),

  REGISTER_KEY(1, Door.API, Signatures::registration),

  /** Nobody waits: what was agreed to is no change, and there is no verdict on it. */
  CONFIRM_KEY(1, Door.LOG, Signatures::confirmation),
  WITHDRAW_KEY(1, Door.API, Signatures::withdrawal),

  REPORT_EXCLUSION(
      2,
      Door.API,
      with -> new ReportExclusion(with.exclusion(), with.by(with.person()), report(with))),
  CONFIRM_BREAK_GLASS(
      2, Door.API, with -> new ConfirmBreakGlass(with.exclusion(), with.by(with.person()))),
  ACKNOWLEDGE_EXCLUSION(
      2,
      Door.API,
      with -> new AcknowledgeExclusion(with.exclusion(), with.by(with.person()), with.reason())),
  RING_EXCLUSION(1, Door.LOG, with -> new EnforceExclusion(with.exclusion())),

  /** Nobody waits: what is frozen already stays so, and there is no verdict on it. */
  FREEZE(
      1,
      Door.LOG,
      with ->
          new FreezeGrants(
              with.request().tenant(),
              with.by(Cast.OPERATOR),
              QuarantineId.of("commands", 0, with.variant()),
              "UNREADABLE")),
  RELEASE(
      3,
      Door.API,
      with ->
          new ReleaseGrants(
              with.request().tenant(),
              with.by(with.operator()),
              with.quarantine(),
              new PersonalText(with.operator(), "I have read it"))),

  START_SESSION(2, Door.INTAKE, Gateway::start),
  START_SESSION_ON_TARGET(2, Door.INTAKE, Gateway::startOnTarget),
  NOTE_ACTIVITY(1, Door.INTAKE, Gateway::active),
  REPORT_ACTION(2, Door.INTAKE, Gateway::done),
  AUTHORISE_ACTION(2, Door.API, Gateway::asked),
  END_SESSION(1, Door.INTAKE, Gateway::end),
  REPORT_DEVICE(1, Door.INTAKE, Gateway::examined),
  REPORT_PROVISIONED(1, Door.INTAKE, Targets::provisioned),
  REPORT_NOT_PROVISIONED(1, Door.INTAKE, Targets::notProvisioned),
  REPORT_UNGRANTED(1, Door.INTAKE, Targets::ungranted),
  RING_SESSIONS(1, Door.LOG, with -> new EnforceSessions(Gateway.engineer(with))),

  /** Nobody waits: what is so already is no change, and there is no verdict on it. */
  DEFINE_ROLE(1, Door.LOG, Staffing::define),
  WITHDRAW_ROLE(1, Door.API, Staffing::withdraw),

  /** Nobody waits: what is so already is no change, and there is no verdict on it. */
  DESCRIBE_ENGINEER(1, Door.LOG, Staffing::describe),
  REQUEST_MEMBERSHIP(1, Door.API, Staffing::request),
  APPROVE_MEMBERSHIP(1, Door.API, Staffing::approve),
  DENY_MEMBERSHIP(1, Door.API, Staffing::deny),
  END_MEMBERSHIP(1, Door.API, Staffing::end),
  RING_MEMBERSHIPS(1, Door.LOG, Staffing::ring);

  /** Under this attempt a resource is asked for that cannot be, or in a name that is nobody's. */
  private static final int MISFIT_ATTEMPT = 5;

  private final int weight;
  private final Door door;
  private final Function<Details, Command> made;

  /** How a command comes to the log. */
  public enum Door {
    /** Published by the JIT service or a gateway, passed on by intake. */
    INTAKE,
    /** Appended by the API, which waits for the verdict; a gateway that asks first does too. */
    API,
    /** Appended, and nobody waits. */
    LOG
  }

  Wish(int weight, Door door, Function<Details, Command> made) {
    this.weight = weight;
    this.door = door;
    this.made = made;
  }

  /** How often it is asked, beside the others. */
  public int weight() {
    return weight;
  }

  Door door() {
    return door;
  }

  Command made(Details with) {
    return made.apply(with);
  }

  private static Command open(Details with) {
    var engineer = nameOfPractice(with).orElseGet(() -> engineer(with));
    var profile = Profile.of(with, engineer);
    return new OpenRequest(
        with.request(),
        with.byService("open"),
        new Asked(
            engineer,
            new PersonalText(engineer, Cast.JUSTIFICATION),
            with.variant() % 3 == 0 ? Optional.empty() : Optional.of(Cast.TICKET),
            Cast.ACTIONS,
            List.of(resource(with)),
            accessFor(with)),
        profile.stated(),
        profile.known());
  }

  private static Command practice(Details with) {
    return new StartPractice(
        with.request(),
        with.by(with.person()),
        Practice.asked(Cast.ACTIONS, List.of(resource(with)), accessFor(with)));
  }

  private static ExclusionReport report(Details with) {
    return new ExclusionReport(
        with.category(),
        engineer(with),
        new IncidentId("INC-4712"),
        List.of(Cast.RESOURCE),
        DataExposure.NOT_KNOWN,
        with.words("it could not wait "));
  }

  private static ResourceName resource(Details with) {
    return with.attempt() == MISFIT_ATTEMPT && nameOfPractice(with).isEmpty()
        ? Cast.MISFITS.get(with.variant() % Cast.MISFITS.size())
        : Cast.RESOURCE;
  }

  /** Now and then it is nobody's own; empty mostly. */
  private static Optional<PersonId> nameOfPractice(Details with) {
    return with.attempt() == MISFIT_ATTEMPT
        ? Optional.ofNullable(Cast.NAMES_OF_PRACTICE.get(with.variant()))
        : Optional.empty();
  }

  private static PersonId engineer(Details with) {
    return Cast.ENGINEERS.get(with.variant() % Cast.ENGINEERS.size());
  }

  private static Optional<Duration> accessFor(Details with) {
    return with.variant() < 8
        ? Optional.empty()
        : Optional.of(Cast.ACCESS.get(with.variant() % Cast.ACCESS.size()));
  }
}
