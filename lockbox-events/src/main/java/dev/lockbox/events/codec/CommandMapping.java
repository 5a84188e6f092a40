package dev.lockbox.events.codec;

import static dev.lockbox.events.codec.DetailsMapping.fromDetails;
import static dev.lockbox.events.codec.DetailsMapping.wireDetails;
import static dev.lockbox.events.codec.FactsMapping.fromFacts;
import static dev.lockbox.events.codec.FactsMapping.wireFacts;
import static dev.lockbox.events.codec.PolicyMapping.fromPolicy;
import static dev.lockbox.events.codec.PolicyMapping.isNeeded;
import static dev.lockbox.events.codec.PolicyMapping.wire;
import static dev.lockbox.events.codec.RulesMapping.fromSettings;
import static dev.lockbox.events.codec.RulesMapping.wire;
import static dev.lockbox.events.codec.SharedMapping.address;
import static dev.lockbox.events.codec.SharedMapping.fromAsked;
import static dev.lockbox.events.codec.SharedMapping.fromAttempt;
import static dev.lockbox.events.codec.SharedMapping.fromIssuers;
import static dev.lockbox.events.codec.SharedMapping.fromMembers;
import static dev.lockbox.events.codec.SharedMapping.fromPersonal;
import static dev.lockbox.events.codec.SharedMapping.fromReason;
import static dev.lockbox.events.codec.SharedMapping.membership;
import static dev.lockbox.events.codec.SharedMapping.request;
import static dev.lockbox.events.codec.SharedMapping.wire;
import static dev.lockbox.events.codec.SharedMapping.wireIssuers;
import static dev.lockbox.events.codec.SharedMapping.wireMembers;

import dev.lockbox.domain.AccessCommand;
import dev.lockbox.domain.ApproverKeyCommand;
import dev.lockbox.domain.Command;
import dev.lockbox.domain.DialogueCommand;
import dev.lockbox.domain.EvaluationCommand;
import dev.lockbox.domain.ExclusionCommand;
import dev.lockbox.domain.GrantsCommand;
import dev.lockbox.domain.RequestCommand;
import dev.lockbox.domain.RolesCommand;
import dev.lockbox.domain.SessionCommand;
import dev.lockbox.domain.TenantCommand;
import dev.lockbox.domain.identity.CommandId;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.QuarantineId;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.events.message.LoggedCommand;
import dev.lockbox.events.topic.Topics;
import dev.lockbox.wire.command.AcknowledgeClosing;
import dev.lockbox.wire.command.Approve;
import dev.lockbox.wire.command.ApproveNarrowed;
import dev.lockbox.wire.command.ApproveSigned;
import dev.lockbox.wire.command.ApproveUnderConditions;
import dev.lockbox.wire.command.BeginReview;
import dev.lockbox.wire.command.ChangeIssuers;
import dev.lockbox.wire.command.ChangePlan;
import dev.lockbox.wire.command.ChangePlanFrom;
import dev.lockbox.wire.command.ChangeRules;
import dev.lockbox.wire.command.ChangeRulesFrom;
import dev.lockbox.wire.command.ChangeSettings;
import dev.lockbox.wire.command.ConfirmRead;
import dev.lockbox.wire.command.ConfirmSettings;
import dev.lockbox.wire.command.Deny;
import dev.lockbox.wire.command.EnforceDeadline;
import dev.lockbox.wire.command.FinishAccess;
import dev.lockbox.wire.command.FreezeGrants;
import dev.lockbox.wire.command.OpenDetailedRequest;
import dev.lockbox.wire.command.OpenRequest;
import dev.lockbox.wire.command.RegisterTenant;
import dev.lockbox.wire.command.RegisterTenantWithIssuers;
import dev.lockbox.wire.command.ReleaseGrants;
import dev.lockbox.wire.command.ReplaceApprovers;
import dev.lockbox.wire.command.ReplaceMembers;
import dev.lockbox.wire.command.ResolveTicket;
import dev.lockbox.wire.command.Revoke;
import dev.lockbox.wire.command.StartPractice;
import dev.lockbox.wire.command.Withdraw;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;

/** What somebody asks for, on the command log. */
final class CommandMapping implements Mapping<LoggedCommand> {
  private static final List<Class<? extends SpecificRecord>> OWN =
      List.of(
          OpenRequest.class,
          OpenDetailedRequest.class,
          StartPractice.class,
          Approve.class,
          ApproveNarrowed.class,
          ApproveUnderConditions.class,
          ApproveSigned.class,
          Deny.class,
          Revoke.class,
          BeginReview.class,
          ConfirmRead.class,
          Withdraw.class,
          ResolveTicket.class,
          EnforceDeadline.class,
          RegisterTenant.class,
          RegisterTenantWithIssuers.class,
          ReplaceApprovers.class,
          ReplaceMembers.class,
          ChangePlan.class,
          ChangePlanFrom.class,
          ChangeIssuers.class,
          ChangeSettings.class,
          ChangeRules.class,
          ChangeRulesFrom.class,
          ConfirmSettings.class,
          FreezeGrants.class,
          ReleaseGrants.class,
          FinishAccess.class,
          AcknowledgeClosing.class);

  @Override
  public List<Class<? extends SpecificRecord>> types() {
    return Stream.of(
            OWN,
            DialogueCommandMapping.COMMANDS,
            EvaluationCommandMapping.COMMANDS,
            RolesCommandMapping.TYPES,
            ExclusionCommandMapping.COMMANDS,
            SessionCommandMapping.TYPES,
            TargetReportMapping.COMMANDS,
            KeyMapping.COMMANDS)
        .flatMap(List::stream)
        .toList();
  }

  @Override
  public SpecificRecord toWire(LoggedCommand logged) {
    return switch (logged.command()) {
      case RequestCommand command -> toWire(logged.id().value(), command);
      case TenantCommand command -> toWire(logged.id().value(), command);
      case GrantsCommand command -> toWire(logged.id().value(), command);
      case RolesCommand command -> RolesCommandMapping.toWire(logged.id().value(), command);
      case ExclusionCommand command -> ExclusionCommandMapping.toWire(logged.id().value(), command);
      case SessionCommand command -> SessionCommandMapping.toWire(logged.id().value(), command);
    };
  }

  private static SpecificRecord toWire(String id, RequestCommand command) {
    var address = address(Topics.COMMANDS, command.tenant());
    var request = command.request().value();
    return switch (command) {
      case RequestCommand.OpenRequest open when open.isDetailed() ->
          new OpenDetailedRequest(
              address,
              id,
              request,
              wire(open.by()),
              wire(open.asked()),
              wireDetails(open.details()),
              wireFacts(open.facts()));
      case RequestCommand.OpenRequest open ->
          new OpenRequest(address, id, request, wire(open.by()), wire(open.asked()));
      case RequestCommand.StartPractice start ->
          new StartPractice(address, id, request, wire(start.by()), wire(start.asked()));
      case RequestCommand.Approve yes -> ApproveMapping.toWire(address, id, yes);
      case RequestCommand.Deny no ->
          new Deny(address, id, request, wire(no.by()), wire(no.reason()));
      case RequestCommand.Revoke no ->
          new Revoke(address, id, request, wire(no.by()), wire(no.reason()));
      case RequestCommand.BeginReview begin -> ReviewMapping.toWire(id, begin);
      case RequestCommand.ConfirmRead read -> ReadingMapping.toWire(id, read);
      case RequestCommand.Withdraw withdraw ->
          new Withdraw(address, id, request, wire(withdraw.by()), withdraw.engineer().value());
      case RequestCommand.ResolveTicket resolve ->
          new ResolveTicket(address, id, request, wire(resolve.by()));
      case RequestCommand.EnforceDeadline alarm -> new EnforceDeadline(address, id, request);
      case AccessCommand access -> AccessMapping.toWire(id, access);
      case DialogueCommand said -> DialogueCommandMapping.toWire(id, said);
      case EvaluationCommand inside -> EvaluationCommandMapping.toWire(id, inside);
    };
  }

  private static SpecificRecord toWire(String id, TenantCommand command) {
    var address = address(Topics.COMMANDS, command.tenant());
    var by = wire(command.by());
    return switch (command) {
      case TenantCommand.RegisterTenant register when !register.issuers().isEmpty() -> {
        var members = register.membership();
        yield new RegisterTenantWithIssuers(
            address,
            id,
            by,
            members.plan(),
            wireMembers(members.approvers()),
            wireMembers(members.admins()),
            wireMembers(members.auditors()),
            wireIssuers(register.issuers()));
      }
      case TenantCommand.RegisterTenant register -> {
        var members = register.membership();
        yield new RegisterTenant(
            address,
            id,
            by,
            members.plan(),
            wireMembers(members.approvers()),
            wireMembers(members.admins()),
            wireMembers(members.auditors()));
      }
      case TenantCommand.ReplaceApprovers replace ->
          new ReplaceApprovers(address, id, by, wireMembers(replace.approvers()));
      case TenantCommand.ReplaceMembers replace ->
          new ReplaceMembers(
              address,
              id,
              by,
              wireMembers(replace.approvers()),
              wireMembers(replace.admins()),
              wireMembers(replace.auditors()),
              replace.ifVersion().orElse(null));
      case TenantCommand.ChangePlan change when change.ifVersion().isPresent() ->
          new ChangePlanFrom(address, id, by, change.plan(), change.ifVersion().get());
      case TenantCommand.ChangePlan change -> new ChangePlan(address, id, by, change.plan());
      case TenantCommand.ChangeIssuers change ->
          new ChangeIssuers(
              address, id, by, wireIssuers(change.issuers()), change.ifVersion().orElse(null));
      case TenantCommand.ChangeSettings change when change.ifVersion().isPresent() ->
          new ChangeRulesFrom(
              address,
              id,
              by,
              wire(change.settings()),
              wire(change.settings().policy()),
              change.ifVersion().get());
      case TenantCommand.ChangeSettings change when isNeeded(change.settings()) ->
          new ChangeRules(
              address, id, by, wire(change.settings()), wire(change.settings().policy()));
      case TenantCommand.ChangeSettings change ->
          new ChangeSettings(address, id, by, wire(change.settings()));
      case TenantCommand.ConfirmSettings confirm ->
          new ConfirmSettings(address, id, by, confirm.proposal());
      case ApproverKeyCommand keys -> KeyMapping.toWire(id, keys);
    };
  }

  private static SpecificRecord toWire(String id, GrantsCommand command) {
    var address = address(Topics.COMMANDS, command.tenant());
    var quarantine = command.quarantine().value();
    return switch (command) {
      case GrantsCommand.FreezeGrants freeze ->
          new FreezeGrants(address, id, wire(freeze.by()), quarantine, freeze.cause());
      case GrantsCommand.ReleaseGrants release ->
          new ReleaseGrants(address, id, wire(release.by()), quarantine, wire(release.reason()));
    };
  }

  @Override
  public LoggedCommand toDomain(SpecificRecord wire) {
    return switch (wire) {
      case OpenRequest open -> {
        var request = request(open.getAddress(), open.getRequestId());
        var asked = fromAsked(open.getAsked());
        yield logged(
            open.getCommandId(),
            new RequestCommand.OpenRequest(request, fromAttempt(open.getBy()), asked));
      }
      case OpenDetailedRequest open -> {
        var request = request(open.getAddress(), open.getRequestId());
        yield logged(
            open.getCommandId(),
            new RequestCommand.OpenRequest(
                request,
                fromAttempt(open.getBy()),
                fromAsked(open.getAsked()),
                fromDetails(request.tenant(), open.getDetails()),
                fromFacts(open.getFacts())));
      }
      case StartPractice start -> {
        var request = request(start.getAddress(), start.getRequestId());
        yield logged(
            start.getCommandId(),
            new RequestCommand.StartPractice(
                request, fromAttempt(start.getBy()), fromAsked(start.getAsked())));
      }
      case Approve yes -> logged(yes.getCommandId(), ApproveMapping.fromWire(yes));
      case ApproveNarrowed yes -> logged(yes.getCommandId(), ApproveMapping.fromWire(yes));
      case ApproveUnderConditions yes -> logged(yes.getCommandId(), ApproveMapping.fromWire(yes));
      case ApproveSigned yes -> logged(yes.getCommandId(), ApproveMapping.fromWire(yes));
      case Deny no -> {
        var request = request(no.getAddress(), no.getRequestId());
        var reason = fromReason(no.getReason());
        yield logged(
            no.getCommandId(), new RequestCommand.Deny(request, fromAttempt(no.getBy()), reason));
      }
      case Revoke no -> {
        var request = request(no.getAddress(), no.getRequestId());
        var reason = fromReason(no.getReason());
        yield logged(
            no.getCommandId(), new RequestCommand.Revoke(request, fromAttempt(no.getBy()), reason));
      }
      case BeginReview begin -> ReviewMapping.fromWire(begin);
      case ConfirmRead read -> ReadingMapping.fromWire(read);
      case Withdraw withdraw -> {
        var request = request(withdraw.getAddress(), withdraw.getRequestId());
        var engineer = new PersonId(withdraw.getEngineer());
        yield logged(
            withdraw.getCommandId(),
            new RequestCommand.Withdraw(request, fromAttempt(withdraw.getBy()), engineer));
      }
      case ResolveTicket resolve -> {
        var request = request(resolve.getAddress(), resolve.getRequestId());
        yield logged(
            resolve.getCommandId(),
            new RequestCommand.ResolveTicket(request, fromAttempt(resolve.getBy())));
      }
      case EnforceDeadline alarm -> {
        var request = request(alarm.getAddress(), alarm.getRequestId());
        yield logged(alarm.getCommandId(), new RequestCommand.EnforceDeadline(request));
      }
      case RegisterTenant register -> {
        var tenant = new TenantId(register.getAddress().getTenant());
        var members =
            membership(
                register.getPlan(),
                register.getApprovers(),
                register.getAdmins(),
                register.getAuditors());
        yield logged(
            register.getCommandId(),
            new TenantCommand.RegisterTenant(tenant, fromAttempt(register.getBy()), members));
      }
      case RegisterTenantWithIssuers register -> {
        var tenant = new TenantId(register.getAddress().getTenant());
        var members =
            membership(
                register.getPlan(),
                register.getApprovers(),
                register.getAdmins(),
                register.getAuditors());
        yield logged(
            register.getCommandId(),
            new TenantCommand.RegisterTenant(
                tenant,
                fromAttempt(register.getBy()),
                members,
                fromIssuers(register.getIssuers())));
      }
      case ReplaceApprovers replace -> {
        var tenant = new TenantId(replace.getAddress().getTenant());
        var approvers = fromMembers(replace.getApprovers());
        yield logged(
            replace.getCommandId(),
            new TenantCommand.ReplaceApprovers(tenant, fromAttempt(replace.getBy()), approvers));
      }
      case ReplaceMembers replace -> {
        var tenant = new TenantId(replace.getAddress().getTenant());
        yield logged(
            replace.getCommandId(),
            new TenantCommand.ReplaceMembers(
                tenant,
                fromAttempt(replace.getBy()),
                fromMembers(replace.getApprovers()),
                fromMembers(replace.getAdmins()),
                fromMembers(replace.getAuditors()),
                Optional.ofNullable(replace.getIfVersion())));
      }
      case ChangePlan change -> {
        var tenant = new TenantId(change.getAddress().getTenant());
        yield logged(
            change.getCommandId(),
            new TenantCommand.ChangePlan(tenant, fromAttempt(change.getBy()), change.getPlan()));
      }
      case ChangePlanFrom change -> {
        var tenant = new TenantId(change.getAddress().getTenant());
        yield logged(
            change.getCommandId(),
            new TenantCommand.ChangePlan(
                tenant,
                fromAttempt(change.getBy()),
                change.getPlan(),
                Optional.of(change.getIfVersion())));
      }
      case ChangeIssuers change -> {
        var tenant = new TenantId(change.getAddress().getTenant());
        yield logged(
            change.getCommandId(),
            new TenantCommand.ChangeIssuers(
                tenant,
                fromAttempt(change.getBy()),
                fromIssuers(change.getIssuers()),
                Optional.ofNullable(change.getIfVersion())));
      }
      case ChangeRulesFrom change -> {
        var tenant = new TenantId(change.getAddress().getTenant());
        var settings = fromSettings(change.getSettings()).with(fromPolicy(change.getPolicy()));
        yield logged(
            change.getCommandId(),
            new TenantCommand.ChangeSettings(
                tenant, fromAttempt(change.getBy()), settings, Optional.of(change.getIfVersion())));
      }
      case ChangeSettings change -> {
        var tenant = new TenantId(change.getAddress().getTenant());
        var settings = fromSettings(change.getSettings());
        yield logged(
            change.getCommandId(),
            new TenantCommand.ChangeSettings(tenant, fromAttempt(change.getBy()), settings));
      }
      case ChangeRules change -> {
        var tenant = new TenantId(change.getAddress().getTenant());
        var settings = fromSettings(change.getSettings()).with(fromPolicy(change.getPolicy()));
        yield logged(
            change.getCommandId(),
            new TenantCommand.ChangeSettings(tenant, fromAttempt(change.getBy()), settings));
      }
      case ConfirmSettings confirm -> {
        var tenant = new TenantId(confirm.getAddress().getTenant());
        yield logged(
            confirm.getCommandId(),
            new TenantCommand.ConfirmSettings(
                tenant, fromAttempt(confirm.getBy()), confirm.getProposalVersion()));
      }
      case FreezeGrants freeze -> {
        var tenant = new TenantId(freeze.getAddress().getTenant());
        var quarantine = new QuarantineId(freeze.getQuarantineId());
        yield logged(
            freeze.getCommandId(),
            new GrantsCommand.FreezeGrants(
                tenant, fromAttempt(freeze.getBy()), quarantine, freeze.getCause()));
      }
      case ReleaseGrants release -> {
        var tenant = new TenantId(release.getAddress().getTenant());
        var quarantine = new QuarantineId(release.getQuarantineId());
        yield logged(
            release.getCommandId(),
            new GrantsCommand.ReleaseGrants(
                tenant,
                fromAttempt(release.getBy()),
                quarantine,
                fromPersonal(release.getReason())));
      }
      case FinishAccess finish -> logged(finish.getCommandId(), AccessMapping.fromWire(finish));
      case AcknowledgeClosing closed ->
          logged(closed.getCommandId(), AccessMapping.fromWire(closed));
      case SpecificRecord asked when ExclusionCommandMapping.COMMANDS.contains(asked.getClass()) ->
          ExclusionCommandMapping.toDomain(asked);
      case SpecificRecord said when EvaluationCommandMapping.COMMANDS.contains(said.getClass()) ->
          EvaluationCommandMapping.toDomain(said);
      case SpecificRecord said when DialogueCommandMapping.COMMANDS.contains(said.getClass()) ->
          DialogueCommandMapping.toDomain(said);
      case SpecificRecord other when SessionCommandMapping.TYPES.contains(other.getClass()) ->
          SessionCommandMapping.toDomain(other);
      case SpecificRecord asked when KeyMapping.COMMANDS.contains(asked.getClass()) ->
          KeyMapping.toCommand(asked);
      case SpecificRecord found when TargetReportMapping.COMMANDS.contains(found.getClass()) ->
          TargetReportMapping.fromCommand(found);
      default -> RolesCommandMapping.toDomain(wire).orElseThrow(() -> Unmapped.type(wire));
    };
  }

  static LoggedCommand logged(String id, Command command) {
    return new LoggedCommand(new CommandId(id), command);
  }

  @Override
  public Optional<TenantId> partitionedBy(LoggedCommand logged) {
    return Optional.of(logged.command().tenant());
  }

  @Override
  public String key(LoggedCommand logged) {
    return logged.command().tenant().value();
  }
}
