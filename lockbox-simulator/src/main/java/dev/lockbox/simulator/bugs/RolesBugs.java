package dev.lockbox.simulator.bugs;

import static dev.lockbox.domain.decision.Decision.accept;
import static dev.lockbox.domain.decision.Decision.refuse;
import static dev.lockbox.domain.roles.RolesDecider.decide;

import dev.lockbox.domain.RolesCommand.ApproveMembership;
import dev.lockbox.domain.RolesCommand.DefineRole;
import dev.lockbox.domain.RolesCommand.RequestMembership;
import dev.lockbox.domain.RolesEvent;
import dev.lockbox.domain.RolesEvent.MembershipApproved;
import dev.lockbox.domain.RolesEvent.MembershipExpired;
import dev.lockbox.domain.RolesEvent.MembershipRequestExpired;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.decision.Decision.Accepted;
import dev.lockbox.domain.decision.Decision.Refused;
import dev.lockbox.domain.decision.Fingerprint;
import dev.lockbox.domain.decision.Provenance;
import dev.lockbox.domain.decision.Refusal;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.RoleId;
import dev.lockbox.domain.roles.Directory;
import dev.lockbox.domain.roles.Engineer;
import dev.lockbox.domain.roles.RoleState;
import dev.lockbox.domain.roles.Standing;
import dev.lockbox.domain.staff.Description;
import dev.lockbox.domain.staff.Role;
import dev.lockbox.domain.time.Moment;
import dev.lockbox.simulator.variant.RolesRulebook;
import dev.lockbox.simulator.variant.Variant;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** What goes wrong about the provider's roles, and who joins them. */
final class RolesBugs {
  private RolesBugs() {}

  static List<Bug> all() {
    return List.of(
        bug("own-membership", "who asks to be a member says yes to it", approvesOwn()),
        bug(
            "managers-silence-grants",
            "whose manager says nothing in time is a member",
            telling(RolesBugs::granted)),
        bug("membership-outlives-its-end", "who is a member stays one", neverExpires()),
        bug(
            "prerequisites-ignored",
            "who lacks a role that another needs becomes its member",
            (directory, command, provider, at) ->
                decide(
                    command instanceof DefineRole ? directory : new Needless(directory),
                    command,
                    provider,
                    at)),
        bug(
            "anybodys-manager",
            "whoever says yes is taken for the engineer's manager",
            (directory, command, provider, at) ->
                command instanceof ApproveMembership yes
                    ? decide(new ManagedBy(directory, yes.by().actor()), command, provider, at)
                    : decide(directory, command, provider, at)),
        bug(
            "members-while-frozen",
            "somebody becomes a member while grants are frozen",
            at(moment -> moment.frozen(false))),
        bug(
            "members-while-suspect",
            "somebody becomes a member while nobody vouches for the clock",
            at(
                moment ->
                    new Moment(moment.appended(), moment.effective(), false, moment.frozen()))),
        bug(
            "any-number-of-roles",
            "somebody stands in as many roles as they like",
            (directory, command, provider, at) ->
                decide(
                    command instanceof RequestMembership ? new Roomy(directory) : directory,
                    command,
                    provider,
                    at)),
        bug(
            "membership-for-longer",
            "who becomes a member is one for an hour longer than they asked",
            telling(RolesBugs::longer)));
  }

  private static Bug bug(String name, String description, RolesRulebook broken) {
    return new Bug(name, description, Variant.decidingOnRoles(broken));
  }

  private static RolesRulebook at(UnaryOperator<Moment> seen) {
    return (directory, command, provider, at) ->
        decide(directory, command, provider, seen.apply(at));
  }

  private static RolesRulebook telling(UnaryOperator<RolesEvent> changed) {
    return (directory, command, provider, at) ->
        decide(directory, command, provider, at) instanceof Accepted<RolesEvent> yes
            ? new Accepted<>(yes.events().stream().map(changed).toList())
            : decide(directory, command, provider, at);
  }

  private static RolesRulebook approvesOwn() {
    return (directory, command, provider, at) ->
        command instanceof ApproveMembership yes
                && decide(directory, command, provider, at) instanceof Refused<RolesEvent> no
                && no.refusal() == Refusal.OWN_MEMBERSHIP
            ? Optional.ofNullable(directory.engineer(yes.engineer()).roles().get(yes.role()))
                .flatMap(Standing::application)
                .map(
                    asked ->
                        accept(
                            (RolesEvent)
                                new MembershipApproved(
                                    yes.tenant(),
                                    at.appended(),
                                    new Provenance(yes.by(), yes.content()),
                                    yes.engineer(),
                                    yes.role(),
                                    yes.reason(),
                                    at.appended().plus(asked.heldFor()))))
                .orElse(no)
            : decide(directory, command, provider, at);
  }

  private static RolesEvent granted(RolesEvent event) {
    if (!(event instanceof MembershipRequestExpired late)) {
      return event;
    }
    var attempt = new Attempt(late.engineer(), new DecisionId("silence-" + late.role()));
    return new MembershipApproved(
        late.tenant(),
        late.at(),
        new Provenance(attempt, Fingerprint.of(List.of("silence"))),
        late.engineer(),
        late.role(),
        Optional.empty(),
        late.at().plus(Duration.ofDays(1)));
  }

  private static RolesRulebook neverExpires() {
    return (directory, command, provider, at) -> {
      if (!(decide(directory, command, provider, at) instanceof Accepted<RolesEvent> yes)) {
        return decide(directory, command, provider, at);
      }
      var left =
          yes.events().stream().filter(event -> !(event instanceof MembershipExpired)).toList();
      return left.isEmpty() ? refuse(Refusal.NOT_DUE, "nothing is due") : new Accepted<>(left);
    };
  }

  private static RolesEvent longer(RolesEvent event) {
    return event instanceof MembershipApproved yes
        ? new MembershipApproved(
            yes.tenant(),
            yes.at(),
            yes.by(),
            yes.engineer(),
            yes.role(),
            yes.reason(),
            yes.until().plus(Duration.ofHours(1)))
        : event;
  }

  /** Roles that need no others. */
  private record Needless(Directory real) implements Directory {
    @Override
    public RoleState role(RoleId role) {
      return real.role(role) instanceof RoleState.Defined defined
          ? new RoleState.Defined(free(defined.role()), defined.trail())
          : real.role(role);
    }

    private static Role free(Role role) {
      return new Role(
          role.actions(),
          role.scopes(),
          role.level(),
          role.accessFor(),
          role.heldFor(),
          Set.of(),
          role.approvesAs());
    }

    @Override
    public Engineer engineer(PersonId engineer) {
      return real.engineer(engineer);
    }
  }

  /** People of whose roles one is forgotten where there is no room for another. */
  private record Roomy(Directory real) implements Directory {
    @Override
    public RoleState role(RoleId role) {
      return real.role(role);
    }

    @Override
    public Engineer engineer(PersonId engineer) {
      var known = real.engineer(engineer);
      var roles = new TreeMap<>(known.roles());
      if (roles.size() >= Engineer.ROLES_MAX) {
        roles.pollFirstEntry();
      }
      return new Engineer(known.description(), roles, known.trail());
    }
  }

  /** People whose manager is whoever asks. */
  private record ManagedBy(Directory real, PersonId manager) implements Directory {
    @Override
    public RoleState role(RoleId role) {
      return real.role(role);
    }

    @Override
    public Engineer engineer(PersonId engineer) {
      var known = real.engineer(engineer);
      return new Engineer(
          known
              .description()
              .map(
                  one ->
                      new Description(one.eligibleUntil(), one.workScopes(), Optional.of(manager))),
          known.roles(),
          known.trail());
    }
  }
}
