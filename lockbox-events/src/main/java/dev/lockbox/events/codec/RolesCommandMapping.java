package dev.lockbox.events.codec;

import static dev.lockbox.events.codec.SharedMapping.address;
import static dev.lockbox.events.codec.SharedMapping.fromAttempt;
import static dev.lockbox.events.codec.SharedMapping.fromPersonal;
import static dev.lockbox.events.codec.SharedMapping.fromReason;
import static dev.lockbox.events.codec.SharedMapping.wire;
import static dev.lockbox.events.codec.StaffMapping.fromDescription;
import static dev.lockbox.events.codec.StaffMapping.fromRole;
import static dev.lockbox.events.codec.StaffMapping.wire;

import dev.lockbox.domain.Command;
import dev.lockbox.domain.RolesCommand;
import dev.lockbox.domain.identity.CommandId;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.RoleId;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.events.message.LoggedCommand;
import dev.lockbox.events.topic.Topics;
import dev.lockbox.wire.command.ApproveMembership;
import dev.lockbox.wire.command.DefineRole;
import dev.lockbox.wire.command.DenyMembership;
import dev.lockbox.wire.command.DescribeEngineer;
import dev.lockbox.wire.command.EndMembership;
import dev.lockbox.wire.command.ExpireMemberships;
import dev.lockbox.wire.command.RequestMembership;
import dev.lockbox.wire.command.WithdrawRole;
import dev.lockbox.wire.shared.Addressed;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/** What somebody asks of the provider's roles and their members; see {@link CommandMapping}. */
final class RolesCommandMapping {
  static final List<Class<? extends SpecificRecord>> TYPES =
      List.of(
          DefineRole.class,
          WithdrawRole.class,
          DescribeEngineer.class,
          RequestMembership.class,
          ApproveMembership.class,
          DenyMembership.class,
          EndMembership.class,
          ExpireMemberships.class);

  private RolesCommandMapping() {}

  static SpecificRecord toWire(String id, RolesCommand command) {
    var address = address(Topics.COMMANDS, command.tenant());
    return switch (command) {
      case RolesCommand.DefineRole define ->
          new DefineRole(
              address, id, wire(define.by()), define.role().value(), wire(define.definition()));
      case RolesCommand.WithdrawRole withdraw ->
          new WithdrawRole(address, id, wire(withdraw.by()), withdraw.role().value());
      case RolesCommand.OfEngineer theirs -> toWire(address, id, theirs);
    };
  }

  private static SpecificRecord toWire(
      Addressed address, String id, RolesCommand.OfEngineer command) {
    var engineer = command.engineer().value();
    return switch (command) {
      case RolesCommand.DescribeEngineer describe ->
          new DescribeEngineer(
              address, id, wire(describe.by()), engineer, wire(describe.description()));
      case RolesCommand.RequestMembership ask ->
          new RequestMembership(
              address,
              id,
              wire(ask.by()),
              engineer,
              ask.role().value(),
              ask.heldFor().map(Duration::toMillis).orElse(null),
              wire(ask.justification()));
      case RolesCommand.ApproveMembership yes ->
          new ApproveMembership(
              address,
              id,
              wire(yes.by()),
              engineer,
              yes.role().value(),
              wire(yes.reason()),
              yes.ifVersion());
      case RolesCommand.DenyMembership no ->
          new DenyMembership(
              address, id, wire(no.by()), engineer, no.role().value(), wire(no.reason()));
      case RolesCommand.EndMembership end ->
          new EndMembership(
              address, id, wire(end.by()), engineer, end.role().value(), wire(end.reason()));
      case RolesCommand.ExpireMemberships alarm -> new ExpireMemberships(address, id, engineer);
    };
  }

  /** Empty for a type that is not about roles. */
  static Optional<LoggedCommand> toDomain(SpecificRecord wire) {
    return switch (wire) {
      case DefineRole define ->
          logged(
              define.getCommandId(),
              new RolesCommand.DefineRole(
                  tenant(define.getAddress()),
                  fromAttempt(define.getBy()),
                  new RoleId(define.getRole()),
                  fromRole(define.getDefinition())));
      case WithdrawRole withdraw ->
          logged(
              withdraw.getCommandId(),
              new RolesCommand.WithdrawRole(
                  tenant(withdraw.getAddress()),
                  fromAttempt(withdraw.getBy()),
                  new RoleId(withdraw.getRole())));
      case DescribeEngineer describe ->
          logged(
              describe.getCommandId(),
              new RolesCommand.DescribeEngineer(
                  tenant(describe.getAddress()),
                  fromAttempt(describe.getBy()),
                  new PersonId(describe.getEngineer()),
                  fromDescription(describe.getDescription())));
      case RequestMembership ask ->
          logged(
              ask.getCommandId(),
              new RolesCommand.RequestMembership(
                  tenant(ask.getAddress()),
                  fromAttempt(ask.getBy()),
                  new PersonId(ask.getEngineer()),
                  new RoleId(ask.getRole()),
                  Optional.ofNullable(ask.getHeldForMillis()).map(Duration::ofMillis),
                  fromPersonal(ask.getJustification())));
      case ApproveMembership yes ->
          logged(
              yes.getCommandId(),
              new RolesCommand.ApproveMembership(
                  tenant(yes.getAddress()),
                  fromAttempt(yes.getBy()),
                  new PersonId(yes.getEngineer()),
                  new RoleId(yes.getRole()),
                  fromReason(yes.getReason()),
                  yes.getIfVersion()));
      case DenyMembership no ->
          logged(
              no.getCommandId(),
              new RolesCommand.DenyMembership(
                  tenant(no.getAddress()),
                  fromAttempt(no.getBy()),
                  new PersonId(no.getEngineer()),
                  new RoleId(no.getRole()),
                  fromReason(no.getReason())));
      case EndMembership end ->
          logged(
              end.getCommandId(),
              new RolesCommand.EndMembership(
                  tenant(end.getAddress()),
                  fromAttempt(end.getBy()),
                  new PersonId(end.getEngineer()),
                  new RoleId(end.getRole()),
                  fromReason(end.getReason())));
      case ExpireMemberships alarm ->
          logged(
              alarm.getCommandId(),
              new RolesCommand.ExpireMemberships(
                  tenant(alarm.getAddress()), new PersonId(alarm.getEngineer())));
      default -> Optional.empty();
    };
  }

  private static Optional<LoggedCommand> logged(String id, Command command) {
    return Optional.of(new LoggedCommand(new CommandId(id), command));
  }

  private static TenantId tenant(Addressed address) {
    return new TenantId(address.getTenant());
  }
}
