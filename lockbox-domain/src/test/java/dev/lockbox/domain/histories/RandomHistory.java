package dev.lockbox.domain.histories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.domain.AccessRequest;
import dev.lockbox.domain.Cast;
import dev.lockbox.domain.RequestCommand;
import dev.lockbox.domain.RequestEvent.RequestFaulted;
import dev.lockbox.domain.TenantEvent;
import dev.lockbox.domain.decision.Decision.Accepted;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.domain.resource.Catalogue;
import dev.lockbox.domain.rules.AccessLimits;
import dev.lockbox.domain.tenant.Tenant;
import dev.lockbox.domain.tenant.TenantDecider;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * A few requests of two tenants, and whatever may befall them. Everything is drawn from one seed;
 * every step is judged.
 */
final class RandomHistory {
  /** Long enough for a request to live its life, short enough to begin many. */
  private static final int STEPS_PER_WORLD = 80;

  private static final List<TenantId> TENANTS = List.of(Cast.CONTOSO, Cast.FABRIKAM);
  private static final List<RequestId> REQUESTS =
      TENANTS.stream()
          .flatMap(
              tenant -> Stream.of("req-1", "req-2", "req-3").map(id -> new RequestId(tenant, id)))
          .toList();
  private static final List<AccessLimits> LIMITS =
      List.of(
          AccessLimits.DEFAULTS,
          new AccessLimits(Duration.ofDays(4), Duration.ofHours(1)),
          new AccessLimits(Duration.ofHours(1), Duration.ofHours(8)));

  private final RandomGenerator random;
  private final Rulebook rulebook;
  private final Consumer<Entry> watcher;
  private final RandomCommands commands;
  private final RandomClock clock;
  private final Map<TenantId, Tenant> tenants = new HashMap<>();
  private final Map<RequestId, AccessRequest> states = new HashMap<>();
  private final Map<RequestId, List<Entry>> histories = new HashMap<>();
  private AccessLimits limits = AccessLimits.DEFAULTS;

  private RandomHistory(RandomGenerator random, Rulebook rulebook, Consumer<Entry> watcher) {
    this.random = random;
    this.rulebook = rulebook;
    this.watcher = watcher;
    this.commands = new RandomCommands(random);
    this.clock = new RandomClock(random);
    TENANTS.forEach(tenant -> tenants.put(tenant, Tenant.UNREGISTERED));
    REQUESTS.forEach(request -> states.put(request, AccessRequest.UNOPENED));
    REQUESTS.forEach(request -> histories.put(request, new ArrayList<>()));
  }

  /**
   * Takes that many steps, beginning anew every now and then; or throws {@link BrokenPromise}.
   *
   * @param watcher sees every entry that was judged
   */
  static void walk(long seed, int steps, Rulebook rulebook, Consumer<Entry> watcher) {
    var random = new SplittableRandom(seed);
    for (var taken = 0; taken < steps; taken += STEPS_PER_WORLD) {
      var world = new RandomHistory(random, rulebook, watcher);
      for (var step = 0; step < STEPS_PER_WORLD; step++) {
        world.step();
      }
    }
  }

  private void step() {
    var at = clock.next(deadlines());
    var request = REQUESTS.get(random.nextInt(REQUESTS.size()));
    switch (random.nextInt(50)) {
      case 0 -> limits = LIMITS.get(random.nextInt(LIMITS.size()));
      case 1, 2, 3, 4 -> changeTenant(request.tenant(), at);
      case 5 -> fault(request, at);
      case 6, 7, 8, 9, 10, 11 -> ask(repeated(request), at);
      case 12, 13 -> ask(reusingAnId(request), at);
      default -> ask(commands.anyOf(request, states.get(request).version()), at);
    }
  }

  private void ask(RequestCommand command, Instant at) {
    var before = states.get(command.request());
    var rules = tenants.get(command.tenant()).rules(limits, Catalogue.BUILT_IN);
    var decision = rulebook.decide(before, command, rules, at);
    append(new Entry.Asked(command, rules, at, before, decision));
  }

  private void fault(RequestId request, Instant at) {
    if (random.nextInt(4) == 0) {
      var event = new RequestFaulted(request, at, "an approval met nothing opened");
      append(new Entry.Fault(event, states.get(request)));
    }
  }

  private void append(Entry entry) {
    var history = histories.get(entry.request());
    history.add(entry);
    states.put(entry.request(), new Promises(rulebook, history).judge());
    watcher.accept(entry);
  }

  private RequestCommand repeated(RequestId request) {
    var earlier = asked(request);
    return earlier.isEmpty()
        ? commands.anyOf(request, 0)
        : earlier.get(random.nextInt(earlier.size()));
  }

  private RequestCommand reusingAnId(RequestId request) {
    var version = states.get(request).version();
    return repeated(request)
        .attempt()
        .map(attempt -> commands.reusing(attempt, request, version))
        .orElseGet(() -> commands.anyOf(request, version));
  }

  private List<RequestCommand> asked(RequestId request) {
    return histories.get(request).stream()
        .filter(Entry.Asked.class::isInstance)
        .map(entry -> ((Entry.Asked) entry).command())
        .toList();
  }

  private void changeTenant(TenantId tenant, Instant at) {
    var before = tenants.get(tenant);
    if (TenantDecider.decide(before, commands.anyOf(tenant), at)
        instanceof Accepted<TenantEvent> yes) {
      var after = before;
      for (var event : yes.events()) {
        after = Tenant.evolve(after, event);
      }
      assertThat(after.version()).isEqualTo(before.version() + 1);
      assertThat(after.rules(limits, Catalogue.BUILT_IN))
          .hasValueSatisfying(rules -> assertThat(rules.approvers()).isNotEmpty());
      tenants.put(tenant, after);
    }
  }

  private List<Instant> deadlines() {
    return REQUESTS.stream().flatMap(request -> states.get(request).deadline().stream()).toList();
  }
}
