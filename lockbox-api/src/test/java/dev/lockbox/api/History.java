package dev.lockbox.api;

import static dev.lockbox.domain.Evaluations.DETAILS;
import static dev.lockbox.domain.Evaluations.FACTS;

import dev.lockbox.domain.AccessRequest;
import dev.lockbox.domain.Asked;
import dev.lockbox.domain.Asking;
import dev.lockbox.domain.Cast;
import dev.lockbox.domain.Command;
import dev.lockbox.domain.CommandRefused;
import dev.lockbox.domain.Commands;
import dev.lockbox.domain.Decider;
import dev.lockbox.domain.Event;
import dev.lockbox.domain.ExclusionCommand;
import dev.lockbox.domain.ExclusionEvent;
import dev.lockbox.domain.GrantsCommand;
import dev.lockbox.domain.GrantsEvent;
import dev.lockbox.domain.Membership;
import dev.lockbox.domain.Opening;
import dev.lockbox.domain.Recorded;
import dev.lockbox.domain.RequestCommand;
import dev.lockbox.domain.RequestCommand.ConfirmRead;
import dev.lockbox.domain.RequestCommand.OpenRequest;
import dev.lockbox.domain.RequestCommand.StartPractice;
import dev.lockbox.domain.RequestEvent;
import dev.lockbox.domain.RolesCommand;
import dev.lockbox.domain.RolesEvent;
import dev.lockbox.domain.SessionCommand;
import dev.lockbox.domain.SessionEvent;
import dev.lockbox.domain.TenantCommand;
import dev.lockbox.domain.TenantCommand.RegisterTenant;
import dev.lockbox.domain.TenantEvent;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.decision.Decision;
import dev.lockbox.domain.decision.Decision.Accepted;
import dev.lockbox.domain.decision.Decision.Refused;
import dev.lockbox.domain.decision.Decision.Repeated;
import dev.lockbox.domain.evaluation.Details;
import dev.lockbox.domain.evaluation.EvaluationRules;
import dev.lockbox.domain.evaluation.Facts;
import dev.lockbox.domain.exclusion.Exclusion;
import dev.lockbox.domain.exclusion.ExclusionDecider;
import dev.lockbox.domain.freeze.FreezeDecider;
import dev.lockbox.domain.freeze.Freezes;
import dev.lockbox.domain.identity.CommandId;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.EngineerId;
import dev.lockbox.domain.identity.ExclusionId;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.PersonalText;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.RoleId;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.domain.resource.Catalogue;
import dev.lockbox.domain.roles.Directory;
import dev.lockbox.domain.roles.Engineer;
import dev.lockbox.domain.roles.RoleState;
import dev.lockbox.domain.roles.RolesDecider;
import dev.lockbox.domain.rules.Deployment;
import dev.lockbox.domain.session.Others;
import dev.lockbox.domain.session.SessionDecider;
import dev.lockbox.domain.session.Sessions;
import dev.lockbox.domain.tenant.Tenant;
import dev.lockbox.domain.tenant.TenantDecider;
import dev.lockbox.domain.time.Moment;
import dev.lockbox.events.message.LoggedCommand;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** A processor in miniature: the real rules over maps. Gives the events that a command makes. */
public final class History {
  /** Keeps roles and engineers of its own. */
  public static final TenantId PROVIDER = new TenantId("provider");

  private final Map<RoleId, RoleState> roles = new HashMap<>();
  private final Map<PersonId, Engineer> engineers = new HashMap<>();
  private final Map<RequestId, AccessRequest> requests = new HashMap<>();
  private final Map<TenantId, Tenant> tenants = new HashMap<>();
  private final Map<TenantId, Freezes> freezes = new HashMap<>();
  private final Map<ExclusionId, Exclusion> exclusions = new HashMap<>();
  private final Map<EngineerId, Sessions> sessions = new HashMap<>();
  private final Map<TenantId, Long> sequences = new HashMap<>();
  private Deployment deployment = Deployment.DEFAULTS;
  private int commands;

  /** What the command makes happen, recorded; nothing when it is a repeated one. */
  public List<Recorded> decide(LoggedCommand logged, Instant at) {
    return switch (logged.command()) {
      case TenantCommand command -> {
        var before = tenants.getOrDefault(command.tenant(), Tenant.UNREGISTERED);
        yield record(logged, TenantDecider.decide(before, command, Moment.at(at)), at);
      }
      case GrantsCommand command -> {
        var before = freezes.getOrDefault(command.tenant(), Freezes.NONE);
        yield record(logged, FreezeDecider.decide(before, command, true, at), at);
      }
      case ExclusionCommand command -> {
        var members = tenants.getOrDefault(command.tenant(), Tenant.UNREGISTERED).members();
        var before = exclusions.getOrDefault(command.exclusion(), Exclusion.UNKNOWN);
        yield record(logged, ExclusionDecider.decide(before, command, members, Moment.at(at)), at);
      }
      case SessionCommand command -> {
        var request =
            command
                .about()
                .map(one -> requests.getOrDefault(one, AccessRequest.UNOPENED))
                .orElse(AccessRequest.UNOPENED);
        var before = sessions.getOrDefault(command.engineer(), Sessions.NONE);
        var rules =
            tenants
                .getOrDefault(command.tenant(), Tenant.UNREGISTERED)
                .rules(Deployment.DEFAULTS)
                .map(known -> known.settings().policy().sessions());
        yield record(
            logged,
            SessionDecider.decide(
                before,
                Others.of(command, () -> sessions),
                command,
                request,
                rules,
                frozenAt(command, at)),
            at);
      }
      case RolesCommand command -> {
        var provider =
            tenants
                .getOrDefault(command.tenant(), Tenant.UNREGISTERED)
                .members()
                .filter(members -> command.tenant().equals(PROVIDER));
        yield record(
            logged, RolesDecider.decide(directory(), command, provider, Moment.at(at)), at);
      }
      case RequestCommand command -> {
        var rules = tenants.getOrDefault(command.tenant(), Tenant.UNREGISTERED).rules(deployment);
        var before = requests.getOrDefault(command.request(), AccessRequest.UNOPENED);
        yield record(
            logged,
            Decider.decide(before, command, rules, asking(command), frozenAt(command, at)),
            at);
      }
    };
  }

  /** The provider wants this of every request from here on. */
  public void wanting(EvaluationRules rules) {
    deployment = deployment.with(rules);
  }

  /** These can be asked for from here on. */
  public void offering(Catalogue catalogue) {
    deployment = deployment.with(catalogue);
  }

  /** With everything said and known of Eva. */
  public List<Recorded> openDetailed(RequestId request, Instant at) {
    var open = (OpenRequest) Commands.open().of(request).saying(DETAILS).knowing(FACTS).build(0);
    return decide(open, at);
  }

  private Directory directory() {
    return new Directory() {
      @Override
      public RoleState role(RoleId role) {
        return roles.getOrDefault(role, RoleState.UNDEFINED);
      }

      @Override
      public Engineer engineer(PersonId engineer) {
        return engineers.getOrDefault(engineer, Engineer.UNKNOWN);
      }
    };
  }

  private Asking asking(RequestCommand command) {
    if (command instanceof ConfirmRead read) {
      return Asking.toRead(
          read, tenants.getOrDefault(read.tenant(), Tenant.UNREGISTERED).members());
    }
    if (!(command instanceof StartPractice start)) {
      return Asking.NOTHING_ELSE;
    }
    var waiting =
        requests.values().stream().filter(one -> Asking.isWaiting(one) && isPractice(one));
    var members = tenants.getOrDefault(start.tenant(), Tenant.UNREGISTERED).members();
    return Asking.toPractise(start, Math.toIntExact(waiting.count()), members);
  }

  private static boolean isPractice(AccessRequest state) {
    return state.opened().filter(Opening::isPractice).isPresent();
  }

  private Moment frozenAt(Command command, Instant at) {
    var before = freezes.getOrDefault(command.tenant(), Freezes.NONE);
    return Moment.at(at).frozen(before.isFrozen());
  }

  public List<Recorded> decide(Command command, Instant at) {
    return decide(new LoggedCommand(new CommandId("command-" + ++commands), command), at);
  }

  public List<Recorded> register(TenantId tenant, Membership membership) {
    var by = new Attempt(Cast.OPERATOR, new DecisionId("register-" + tenant));
    return decide(new RegisterTenant(tenant, by, membership), Cast.MORNING);
  }

  public List<Recorded> open(RequestId request, Instant at) {
    return open(request, Details.NONE, at);
  }

  public List<Recorded> open(RequestId request, Details details, Instant at) {
    var asked =
        new Asked(
            Cast.EVA,
            new PersonalText(Cast.EVA, Cast.JUSTIFICATION),
            Optional.of(Cast.TICKET),
            Cast.ACTIONS,
            Cast.RESOURCES,
            Optional.empty());
    var by = new Attempt(Cast.JIT, new DecisionId("open-" + request.value()));
    return decide(new OpenRequest(request, by, asked, details, Facts.NONE), at);
  }

  private List<Recorded> record(
      LoggedCommand logged, Decision<? extends Event> decision, Instant at) {
    return switch (decision) {
      case Accepted<? extends Event> yes ->
          yes.events().stream().map(event -> happen(logged, event)).toList();
      case Repeated<? extends Event> again -> List.of();
      case Refused<? extends Event> no ->
          CommandRefused.of(logged.command(), no, at).stream()
              .map(event -> happen(logged, event))
              .toList();
    };
  }

  private Recorded happen(LoggedCommand logged, Event event) {
    var version =
        switch (event) {
          case RequestEvent one ->
              requests
                  .compute(
                      one.request(),
                      (key, before) ->
                          AccessRequest.evolve(
                              before == null ? AccessRequest.UNOPENED : before, one))
                  .version();
          case TenantEvent one ->
              tenants
                  .compute(
                      one.tenant(),
                      (key, before) ->
                          Tenant.evolve(before == null ? Tenant.UNREGISTERED : before, one))
                  .version();
          case GrantsEvent one -> {
            freezes.compute(
                one.tenant(),
                (key, before) -> Freezes.evolve(before == null ? Freezes.NONE : before, one));
            yield tenants.getOrDefault(one.tenant(), Tenant.UNREGISTERED).version();
          }
          case SessionEvent one -> {
            sessions.compute(
                one.engineer(),
                (key, before) -> Sessions.evolve(before == null ? Sessions.NONE : before, one));
            yield one.about()
                .map(request -> requests.getOrDefault(request, AccessRequest.UNOPENED).version())
                .orElseGet(() -> tenants.getOrDefault(one.tenant(), Tenant.UNREGISTERED).version());
          }
          case RolesEvent.OfRole one -> {
            var after = RoleState.evolve(directory().role(one.role()), one);
            roles.put(one.role(), after);
            yield after.version();
          }
          case RolesEvent.OfEngineer one -> {
            var after = Engineer.evolve(directory().engineer(one.engineer()), one);
            engineers.put(one.engineer(), after);
            yield after.version();
          }
          case ExclusionEvent one -> {
            exclusions.compute(
                one.exclusion(),
                (key, before) ->
                    Exclusion.evolve(before == null ? Exclusion.UNKNOWN : before, one));
            yield tenants.getOrDefault(one.tenant(), Tenant.UNREGISTERED).version();
          }
          case CommandRefused one ->
              one.about()
                  .map(request -> requests.getOrDefault(request, AccessRequest.UNOPENED).version())
                  .orElseGet(
                      () -> tenants.getOrDefault(one.tenant(), Tenant.UNREGISTERED).version());
        };
    var sequence = sequences.merge(event.tenant(), 1L, Long::sum);
    var isPractice = event.about().map(requests::get).filter(History::isPractice).isPresent();
    return new Recorded(sequence, version, OptionalLong.empty(), logged.id(), event, isPractice);
  }
}
