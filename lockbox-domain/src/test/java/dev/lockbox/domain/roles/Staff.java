package dev.lockbox.domain.roles;

import static dev.lockbox.domain.Cast.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.domain.Cast;
import dev.lockbox.domain.Membership;
import dev.lockbox.domain.RolesCommand;
import dev.lockbox.domain.RolesEvent;
import dev.lockbox.domain.Samples;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.decision.Decision;
import dev.lockbox.domain.decision.Decision.Accepted;
import dev.lockbox.domain.decision.Decision.Refused;
import dev.lockbox.domain.decision.Decision.Repeated;
import dev.lockbox.domain.decision.Refusal;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.Member;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.PersonalText;
import dev.lockbox.domain.identity.RoleId;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.domain.staff.Description;
import dev.lockbox.domain.staff.Role;
import dev.lockbox.domain.time.Moment;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The provider's roles and engineers as a test tells of them: what is said happens, unless a test
 * asks what came of it. Carla and Dora administer.
 */
final class Staff implements Directory {
  static final TenantId PROVIDER = new TenantId("provider");
  static final PersonId MONA = new PersonId("mona");
  static final PersonId NILS = new PersonId("nils");
  private static final Membership MEMBERS =
      new Membership(
          "Own",
          Set.of(Member.of("ben", "ben@provider.example")),
          Set.of(Samples.CARLA_MEMBER, Samples.DORA_MEMBER),
          Set.of());

  private final Map<RoleId, RoleState> roles = new HashMap<>();
  private final Map<PersonId, Engineer> engineers = new HashMap<>();
  private Optional<Membership> provider = Optional.of(MEMBERS);
  private Moment at = Moment.at(NOON);
  private int attempts;

  @Override
  public RoleState role(RoleId role) {
    return roles.getOrDefault(role, RoleState.UNDEFINED);
  }

  @Override
  public Engineer engineer(PersonId engineer) {
    return engineers.getOrDefault(engineer, Engineer.UNKNOWN);
  }

  /** As somebody knows it who puts facts on requests. */
  Roster roster() {
    var defined = new TreeMap<RoleId, Role>();
    roles.forEach(
        (id, state) -> {
          if (state instanceof RoleState.Defined role) {
            defined.put(id, role.role());
          }
        });
    return new Roster(defined, new TreeMap<>(engineers));
  }

  /** From here on it is this time. */
  Staff at(Instant now) {
    at = Moment.at(now);
    return this;
  }

  Staff at(Moment moment) {
    at = moment;
    return this;
  }

  /** The tenant is not the deployment's provider. */
  Staff ofNoProvider() {
    provider = Optional.empty();
    return this;
  }

  Attempt by(PersonId actor) {
    attempts++;
    return new Attempt(actor, new DecisionId("attempt-" + attempts));
  }

  Staff defines(RoleId role, Role definition) {
    return happens(define(Cast.CARLA, role, definition));
  }

  RolesCommand define(PersonId actor, RoleId role, Role definition) {
    return new RolesCommand.DefineRole(PROVIDER, by(actor), role, definition);
  }

  Staff describes(PersonId engineer, Description description) {
    return happens(describe(Cast.CARLA, engineer, description));
  }

  RolesCommand describe(PersonId actor, PersonId engineer, Description description) {
    return new RolesCommand.DescribeEngineer(PROVIDER, by(actor), engineer, description);
  }

  RolesCommand withdraw(PersonId actor, RoleId role) {
    return new RolesCommand.WithdrawRole(PROVIDER, by(actor), role);
  }

  RolesCommand ask(PersonId engineer, RoleId role) {
    return ask(engineer, engineer, role, Optional.empty());
  }

  RolesCommand ask(PersonId actor, PersonId engineer, RoleId role, Optional<Duration> heldFor) {
    return new RolesCommand.RequestMembership(
        PROVIDER, by(actor), engineer, role, heldFor, new PersonalText(actor, "I need it"));
  }

  /** At the version that asking led to. */
  RolesCommand approve(PersonId actor, PersonId engineer, RoleId role) {
    var read = engineer(engineer).with(role).application().map(Application::version).orElse(0L);
    return approve(actor, engineer, role, read);
  }

  RolesCommand approve(PersonId actor, PersonId engineer, RoleId role, long ifVersion) {
    return new RolesCommand.ApproveMembership(
        PROVIDER, by(actor), engineer, role, Optional.empty(), ifVersion);
  }

  RolesCommand deny(PersonId actor, PersonId engineer, RoleId role) {
    return new RolesCommand.DenyMembership(PROVIDER, by(actor), engineer, role, Optional.empty());
  }

  RolesCommand end(PersonId actor, PersonId engineer, RoleId role) {
    return new RolesCommand.EndMembership(PROVIDER, by(actor), engineer, role, Optional.empty());
  }

  RolesCommand expire(PersonId engineer) {
    return new RolesCommand.ExpireMemberships(PROVIDER, engineer);
  }

  /** The engineer asks, and the manager says yes. */
  Staff joins(PersonId engineer, PersonId manager, RoleId role) {
    return happens(ask(engineer, role)).happens(approve(manager, engineer, role));
  }

  Decision<RolesEvent> decide(RolesCommand command) {
    return RolesDecider.decide(this, command, provider, at);
  }

  /** Must be accepted; what happened is folded. */
  Staff happens(RolesCommand command) {
    accepted(command);
    return this;
  }

  List<RolesEvent> accepted(RolesCommand command) {
    var decision = decide(command);
    assertThat(decision).as(command.name()).isInstanceOf(Accepted.class);
    var events = ((Accepted<RolesEvent>) decision).events();
    events.forEach(this::fold);
    return events;
  }

  void refused(RolesCommand command, Refusal refusal) {
    assertThat(decide(command))
        .isInstanceOfSatisfying(Refused.class, no -> assertThat(no.refusal()).isEqualTo(refusal));
  }

  void repeated(RolesCommand command, long version) {
    assertThat(decide(command)).isEqualTo(new Repeated<>(version));
  }

  private void fold(RolesEvent event) {
    switch (event) {
      case RolesEvent.OfRole role ->
          roles.put(role.role(), RoleState.evolve(role(role.role()), role));
      case RolesEvent.OfEngineer theirs ->
          engineers.put(theirs.engineer(), Engineer.evolve(engineer(theirs.engineer()), theirs));
    }
  }
}
