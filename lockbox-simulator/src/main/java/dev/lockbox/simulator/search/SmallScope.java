package dev.lockbox.simulator.search;

import dev.lockbox.domain.AccessRequest;
import dev.lockbox.domain.Asking;
import dev.lockbox.domain.Command;
import dev.lockbox.domain.CommandRefused;
import dev.lockbox.domain.Event;
import dev.lockbox.domain.Membership;
import dev.lockbox.domain.RequestCommand;
import dev.lockbox.domain.RequestEvent;
import dev.lockbox.domain.TenantCommand.ChangeSettings;
import dev.lockbox.domain.TenantCommand.RegisterTenant;
import dev.lockbox.domain.TenantEvent;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.decision.Decision;
import dev.lockbox.domain.decision.Decision.Accepted;
import dev.lockbox.domain.decision.Decision.Refused;
import dev.lockbox.domain.decision.Decision.Repeated;
import dev.lockbox.domain.decision.ImpossibleHistory;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.Member;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.rules.ApprovalRules;
import dev.lockbox.domain.rules.Deployment;
import dev.lockbox.domain.tenant.Tenant;
import dev.lockbox.domain.tenant.TenantDecider;
import dev.lockbox.domain.time.Moment;
import dev.lockbox.simulator.oracle.Broken;
import dev.lockbox.simulator.oracle.Oracle;
import dev.lockbox.simulator.search.Moves.Move;
import dev.lockbox.simulator.variant.Variant;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * Breadth first through everything that can happen to two requests of one tenant, with three actors
 * and time that stands still, goes to just before the next deadline, or to it. Of situations that
 * are alike one is visited, by the first way that leads to it; every step out of each is taken and
 * judged by the oracle, along that way.
 */
public final class SmallScope {
  private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");
  private static final Duration TICK = Duration.ofMillis(1);
  private static final PersonId ADMIN = new PersonId("admin");

  private final Variant variant;
  private final Scope scope;
  private final int depthMax;
  private final BooleanSupplier isTimeUp;
  private final Optional<ApprovalRules> rules;
  private final Moves moves = new Moves();
  private final Likeness likeness = new Likeness(moves);
  private final Set<String> seen = new HashSet<>();
  private final Queue<Way> frontier = new ArrayDeque<>();
  private long steps;
  private int depth;

  private SmallScope(Variant variant, Scope scope, int depthMax, BooleanSupplier isTimeUp) {
    this.variant = variant;
    this.scope = scope;
    this.depthMax = depthMax;
    this.isTimeUp = isTimeUp;
    var way = Way.from(new Situation(START));
    var tenant = Tenant.UNREGISTERED;
    for (var command : List.of(registration(), change(scope))) {
      if (TenantDecider.decide(tenant, command, Moment.at(START))
          instanceof Accepted<TenantEvent> yes) {
        tenant = Tenant.evolve(tenant, yes.events().getFirst());
        way = way.governed(command, yes.events().getFirst(), tenant.version());
      }
    }
    this.rules = tenant.rules(Deployment.DEFAULTS);
    note(way);
  }

  /**
   * What was found.
   *
   * @param scope what was tried
   * @param depth down to which everything was visited
   * @param isAll whether nothing new lies behind it
   * @param situations that are not alike
   * @param steps that were taken and judged
   */
  public record Result(
      Scope scope, int depth, boolean isAll, long situations, long steps, Optional<Broken> broken) {
    /** For people. */
    public String name() {
      return scope.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  /**
   * @param isTimeUp asked now and then; what was begun by then is left
   */
  public static Result search(
      Variant variant, Scope scope, int depthMax, BooleanSupplier isTimeUp) {
    return new SmallScope(variant, scope, depthMax, isTimeUp).result();
  }

  private static RegisterTenant registration() {
    var anna = Member.of("anna", "anna@customer.example");
    var ben = Member.of("ben", "ben@customer.example");
    var eva = Member.of("eva", "eva@customer.example");
    var admin = Member.of("admin", "admin@customer.example");
    var members = new Membership("Premier", Set.of(anna, ben, eva), Set.of(admin), Set.of());
    return new RegisterTenant(Moves.TENANT, by("register"), members);
  }

  private static ChangeSettings change(Scope scope) {
    return new ChangeSettings(Moves.TENANT, by("change"), scope.settings());
  }

  private static Attempt by(String id) {
    return new Attempt(ADMIN, new DecisionId(id));
  }

  private Result result() {
    while (!frontier.isEmpty()) {
      var way = frontier.remove();
      depth = way.length();
      if (depth == depthMax || isTimeUp.getAsBoolean()) {
        return result(false, Optional.empty());
      }
      var broken = leave(way);
      if (broken.isPresent()) {
        return result(false, broken);
      }
    }
    return result(true, Optional.empty());
  }

  private Result result(boolean isAll, Optional<Broken> broken) {
    return new Result(scope, depth, isAll, seen.size(), steps, broken);
  }

  private void note(Way way) {
    if (seen.add(likeness.of(way.situation()))) {
      frontier.add(way);
    }
  }

  /** Somebody asks, or time passes. */
  private Optional<Broken> leave(Way way) {
    for (var move : moves.from(way.situation())) {
      var broken = step(way, move);
      if (broken.isPresent()) {
        return broken;
      }
    }
    way.situation()
        .nextDeadline()
        .ifPresent(due -> Stream.of(due.minus(TICK), due).map(way::waited).forEach(this::note));
    return Optional.empty();
  }

  private Optional<Broken> step(Way way, Move move) {
    steps++;
    try {
      var next = stepped(way, move);
      var broken = Oracle.judge(next.evidence());
      if (broken.isEmpty()) {
        note(next);
      }
      return broken;
    } catch (ImpossibleHistory impossible) {
      return Optional.of(new Broken("TheCoreNeverStops", "it stopped at an impossible history"));
    }
  }

  private Way stepped(Way way, Move move) {
    var command = move.command();
    var at = way.situation().now();
    var before = way.situation().of(command.request());
    return switch (decided(before, command, at)) {
      case Accepted<RequestEvent> yes ->
          way.then(
              move,
              yes.events(),
              way.situation().with(command.request(), folded(before, yes.events())));
      case Repeated<RequestEvent> again -> way.then(move, List.of(), way.situation());
      case Refused<RequestEvent> no -> way.then(move, refusal(command, no, at), way.situation());
    };
  }

  private Decision<RequestEvent> decided(AccessRequest before, RequestCommand command, Instant at) {
    return variant.rules().decide(before, command, rules, Asking.NOTHING_ELSE, Moment.at(at));
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
