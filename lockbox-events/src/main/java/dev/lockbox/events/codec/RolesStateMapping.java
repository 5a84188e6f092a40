package dev.lockbox.events.codec;

import static dev.lockbox.events.codec.SharedMapping.address;
import static dev.lockbox.events.codec.SharedMapping.fromPersonal;
import static dev.lockbox.events.codec.SharedMapping.fromTrail;
import static dev.lockbox.events.codec.SharedMapping.wire;
import static dev.lockbox.events.codec.StaffMapping.wire;

import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.RoleId;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.domain.roles.Application;
import dev.lockbox.domain.roles.Engineer;
import dev.lockbox.domain.roles.RoleState.Defined;
import dev.lockbox.domain.roles.RoleState.Undefined;
import dev.lockbox.domain.roles.RoleState.Withdrawn;
import dev.lockbox.domain.roles.Standing;
import dev.lockbox.events.message.EngineerSnapshot;
import dev.lockbox.events.message.RoleSnapshot;
import dev.lockbox.events.message.RolesSnapshot;
import dev.lockbox.events.topic.Topics;
import dev.lockbox.wire.state.EngineerState;
import dev.lockbox.wire.state.MembershipApplication;
import dev.lockbox.wire.state.RoleStanding;
import dev.lockbox.wire.state.RoleState;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;

/** Roles and engineers as they stand, on their topic and in the stores. */
final class RolesStateMapping implements Mapping<RolesSnapshot> {
  @Override
  public List<Class<? extends SpecificRecord>> types() {
    return List.of(RoleState.class, EngineerState.class);
  }

  @Override
  public SpecificRecord toWire(RolesSnapshot snapshot) {
    return switch (snapshot) {
      case RoleSnapshot role -> toWire(role);
      case EngineerSnapshot engineer -> toWire(engineer);
    };
  }

  static RoleState toWire(RoleSnapshot snapshot) {
    var state = snapshot.state();
    var definition =
        switch (state) {
          case Defined defined -> wire(defined.role());
          case Withdrawn withdrawn -> null;
          case Undefined none ->
              throw new IllegalStateException("a snapshot is never of an undefined role");
        };
    return new RoleState(
        address(Topics.ROLES, snapshot.tenant()),
        snapshot.role().value(),
        state.version(),
        definition,
        wire(state.trail()));
  }

  static EngineerState toWire(EngineerSnapshot snapshot) {
    var state = snapshot.state();
    return new EngineerState(
        address(Topics.ROLES, snapshot.tenant()),
        snapshot.engineer().value(),
        state.version(),
        state.description().map(StaffMapping::wire).orElse(null),
        state.roles().entrySet().stream().map(RolesStateMapping::wireStanding).toList(),
        wire(state.trail()));
  }

  private static RoleStanding wireStanding(Map.Entry<RoleId, Standing> one) {
    return new RoleStanding(
        one.getKey().value(),
        one.getValue().application().map(RolesStateMapping::wireApplication).orElse(null),
        one.getValue().until().orElse(null));
  }

  private static MembershipApplication wireApplication(Application application) {
    return new MembershipApplication(
        application.version(),
        application.roleVersion(),
        wire(application.justification()),
        application.heldFor().toMillis(),
        application.decideBy());
  }

  @Override
  public RolesSnapshot toDomain(SpecificRecord wire) {
    return switch (wire) {
      case RoleState role -> fromRoleState(role);
      case EngineerState engineer -> fromEngineerState(engineer);
      default -> throw Unmapped.type(wire);
    };
  }

  static RoleSnapshot fromRoleState(RoleState wire) {
    var trail = fromTrail(wire.getVersion(), wire.getAccepted());
    return new RoleSnapshot(
        new TenantId(wire.getAddress().getTenant()),
        new RoleId(wire.getRole()),
        Optional.ofNullable(wire.getDefinition())
            .<dev.lockbox.domain.roles.RoleState>map(
                definition -> new Defined(StaffMapping.fromRole(definition), trail))
            .orElseGet(() -> new Withdrawn(trail)));
  }

  static EngineerSnapshot fromEngineerState(EngineerState wire) {
    var roles = new TreeMap<RoleId, Standing>();
    for (var one : wire.getRoles()) {
      if (roles.put(new RoleId(one.getRole()), fromStanding(one)) != null) {
        throw new IllegalArgumentException("role %s is named twice".formatted(one.getRole()));
      }
    }
    return new EngineerSnapshot(
        new TenantId(wire.getAddress().getTenant()),
        new PersonId(wire.getEngineer()),
        new Engineer(
            Optional.ofNullable(wire.getDescription()).map(StaffMapping::fromDescription),
            roles,
            fromTrail(wire.getVersion(), wire.getAccepted())));
  }

  private static Standing fromStanding(RoleStanding wire) {
    return new Standing(
        Optional.ofNullable(wire.getApplication()).map(RolesStateMapping::fromApplication),
        Optional.ofNullable(wire.getUntil()));
  }

  private static Application fromApplication(MembershipApplication wire) {
    return new Application(
        wire.getAskedVersion(),
        wire.getRoleVersion(),
        fromPersonal(wire.getJustification()),
        Duration.ofMillis(wire.getHeldForMillis()),
        wire.getDecideBy());
  }

  /** One partition holds them all. */
  @Override
  public Optional<TenantId> partitionedBy(RolesSnapshot snapshot) {
    return Optional.empty();
  }

  @Override
  public String key(RolesSnapshot snapshot) {
    return snapshot.key();
  }
}
