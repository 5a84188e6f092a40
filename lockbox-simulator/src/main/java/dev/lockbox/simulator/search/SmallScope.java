package dev.lockbox.simulator.search;

import dev.lockbox.domain.AccessRequest;
import dev.lockbox.domain.Command;
import dev.lockbox.domain.CommandRefused;
import dev.lockbox.domain.Event;
import dev.lockbox.domain.Membership;
import dev.lockbox.domain.RequestCommand;
import dev.lockbox.domain.RequestEvent;
import dev.lockbox.domain.TenantCommand.RegisterTenant;
import dev.lockbox.domain.TenantEvent;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.decision.Decision.Accepted;
import dev.lockbox.domain.decision.Decision.Refused;
import dev.lockbox.domain.decision.Decision.Repeated;
import dev.lockbox.domain.decision.ImpossibleHistory;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.Member;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.resource.Catalogue;
import dev.lockbox.domain.rules.AccessLimits;
import dev.lockbox.domain.rules.ApprovalRules;
import dev.lockbox.domain.tenant.Tenant;
import dev.lockbox.domain.tenant.TenantDecider;
import dev.lockbox.simulator.oracle.Broken;
import dev.lockbox.simulator.oracle.Oracle;
import dev.lockbox.simulator.variant.Variant;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * Breadth first through everything that can happen to two requests of one tenant, with three actors
 * and time that stands still, goes to just before the next deadline, or to it. Situations that are
 * alike are visited once, by the first way that leads to them; every step out of each is taken and
 * judged by the oracle, along that way.
 */
public final class SmallScope {
  private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");
  private static final Duration TICK = Duration.ofMillis(1);

  private final Variant variant;
  private final int depthMax;
  private final BooleanSupplier isTimeUp;
  private final Optional<ApprovalRules> rules;
  private final Set<Situation> seen = new HashSet<>();
  private final Queue<Way> frontier = new ArrayDeque<>();
  private long steps;
  private int depth;

  private SmallScope(Variant variant, int depthMax, BooleanSupplier isTimeUp) {
    this.variant = variant;
    this.depthMax = depthMax;
    this.isTimeUp = isTimeUp;
    var register = registration();
    var registered =
        (Accepted<TenantEvent>) TenantDecider.decide(Tenant.UNREGISTERED, register, START);
    var event = registered.events().getFirst();
    this.rules =
        Tenant.evolve(Tenant.UNREGISTERED, event).rules(AccessLimits.DEFAULTS, Catalogue.BUILT_IN);
    var first = Way.from(register, event, new Situation(START));
    frontier.add(first);
    seen.add(first.situation());
  }

  /**
   * What was found.
   *
   * @param depth down to which everything was visited
   * @param situations that differ
   * @param steps that were taken and judged
   */
  public record Result(int depth, long situations, long steps, Optional<Broken> broken) {}

  /**
   * @param isTimeUp asked now and then; what was begun by then is left
   */
  public static Result search(Variant variant, int depthMax, BooleanSupplier isTimeUp) {
    return new SmallScope(variant, depthMax, isTimeUp).result();
  }

  private static RegisterTenant registration() {
    var anna = Member.of("anna", "anna@customer.example");
    var ben = Member.of("ben", "ben@customer.example");
    var eva = Member.of("eva", "eva@customer.example");
    var operator = new Attempt(new PersonId("operator"), new DecisionId("register"));
    var members = new Membership("Premier", Set.of(anna, ben, eva), Set.of(), Set.of());
    return new RegisterTenant(Moves.TENANT, operator, members);
  }

  private Result result() {
    while (!frontier.isEmpty() && !isTimeUp.getAsBoolean()) {
      var way = frontier.remove();
      depth = way.length() - 1;
      if (depth == depthMax) {
        break;
      }
      var broken = leave(way);
      if (broken.isPresent()) {
        return new Result(depth, seen.size(), steps, broken);
      }
    }
    var reached = frontier.isEmpty() ? depthMax : depth;
    return new Result(reached, seen.size(), steps, Optional.empty());
  }

  private Optional<Broken> leave(Way way) {
    for (var at : times(way.situation())) {
      for (var command : Moves.from(way.situation())) {
        var broken = step(way, command, at);
        if (broken.isPresent()) {
          return broken;
        }
      }
    }
    return Optional.empty();
  }

  private static List<Instant> times(Situation situation) {
    var now = situation.now();
    return situation
        .nextDeadline()
        .filter(due -> due.isAfter(now))
        .map(due -> List.of(now, due.minus(TICK), due))
        .orElseGet(() -> List.of(now));
  }

  private Optional<Broken> step(Way way, RequestCommand command, Instant at) {
    steps++;
    try {
      var next = stepped(way, command, at);
      var broken = Oracle.judge(next.evidence());
      if (broken.isEmpty() && seen.add(next.situation())) {
        frontier.add(next);
      }
      return broken;
    } catch (ImpossibleHistory impossible) {
      return Optional.of(new Broken("TheCoreNeverStops", "it stopped at an impossible history"));
    }
  }

  private Way stepped(Way way, RequestCommand command, Instant at) {
    var before = way.situation().of(command.request());
    return switch (variant.rules().decide(before, command, rules, at)) {
      case Accepted<RequestEvent> yes -> {
        var after = folded(before, yes.events());
        yield way.then(
            command, at, yes.events(), way.situation().with(command.request(), after, at));
      }
      case Repeated<RequestEvent> again -> way.then(command, at, List.of(), way.situation().at(at));
      case Refused<RequestEvent> no ->
          way.then(command, at, refusal(command, no, at), way.situation().at(at));
    };
  }

  private static List<? extends Event> refusal(Command command, Refused<?> no, Instant at) {
    return CommandRefused.of(command, no, at).stream().toList();
  }

  private AccessRequest folded(AccessRequest before, List<RequestEvent> events) {
    var after = before;
    for (var event : events) {
      after = variant.fold().after(after, event);
    }
    return after;
  }
}
