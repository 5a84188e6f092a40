package dev.lockbox.domain;

import static dev.lockbox.domain.Cast.ANNA;
import static dev.lockbox.domain.Cast.BEN;
import static dev.lockbox.domain.Cast.CONTOSO;
import static dev.lockbox.domain.Cast.NOON;
import static dev.lockbox.domain.Commands.approve;
import static dev.lockbox.domain.Commands.deny;
import static dev.lockbox.domain.Commands.enforceDeadline;
import static dev.lockbox.domain.Commands.open;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.domain.AccessEvent.AccessScheduled;
import dev.lockbox.domain.AccessRequest.Granted;
import dev.lockbox.domain.RequestEvent.RequestApproved;
import dev.lockbox.domain.decision.Decision.Accepted;
import dev.lockbox.domain.decision.Decision.Refused;
import dev.lockbox.domain.decision.Refusal;
import dev.lockbox.domain.entitlement.Entitlements;
import dev.lockbox.domain.entitlement.Holding;
import dev.lockbox.domain.identity.HostId;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.rules.AccessLimits;
import dev.lockbox.domain.rules.ApprovalRules;
import dev.lockbox.domain.time.Moment;
import dev.lockbox.domain.time.PartitionClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * T3: two clocks, that of the world and that of the broker which stamps the log, and the second
 * jumps. Whoever probes whether something is open does so by the first.
 */
class InRealTimeTest {
  private static final int HISTORIES = 80;
  private static final int STEPS = 100;
  private static final Duration FOUR_DAYS = Duration.ofDays(4);
  private static final Duration EIGHT_HOURS = AccessLimits.DEFAULTS.accessFor();
  private static final Optional<ApprovalRules> RULES =
      Optional.of(Registry.naming(Set.of(ANNA, BEN), AccessLimits.DEFAULTS));

  @Test
  void thereIsNoAccessOutsideEightHoursOfRealTimeWhateverTheBrokersClockDoes() {
    var opened = 0;
    var suspected = 0;
    for (var seed = 0; seed < HISTORIES; seed++) {
      var history = new History(seed);
      history.ticks();
      for (var step = 0; step < STEPS; step++) {
        history.step();
      }
      opened += history.opened;
      suspected += history.suspected;
    }
    assertThat(opened).as("probes that found something open").isGreaterThan(HISTORIES);
    assertThat(suspected).as("what a wrong clock stopped").isGreaterThan(HISTORIES);
  }

  /** Of the one jump that the fault model names, with a grant before it and a try at every turn. */
  @Test
  void aJumpOfFourDaysAndBackOpensNothingFourDaysLater() {
    var history = new History(0);
    history.asks("before", Details.AT_ONCE);
    history.asks("during", Details.AT_ONCE);
    history.asks("after", Details.AT_ONCE);
    history.ticks();
    history.says(approve(), "before");
    history.jumps(FOUR_DAYS);
    history.says(approve(), "during");
    history.pass(Duration.ofSeconds(5));
    history.ticks();
    history.says(approve(), "during");
    history.says(enforceDeadline(), "before");
    history.jumps(Duration.ZERO);
    history.says(approve(), "during");
    assertThat(history.windows).containsOnlyKeys(request("before"));
    assertThat(history.suspected).isEqualTo(3);
    history.ticks();
    history.says(approve(), "after");
    assertThat(history.windows).containsOnlyKeys(request("before"), request("after"));
    assertThat(history.isOpen("after", history.real)).isTrue();
    for (var later = Duration.ZERO; later.toDays() < 9; later = later.plusMinutes(30)) {
      history.probe(history.real.plus(later));
    }
    assertThat(history.isOpen("after", history.real.plus(FOUR_DAYS))).isFalse();
  }

  private static RequestId request(String id) {
    return new RequestId(CONTOSO, id);
  }

  private enum Details {
    AT_ONCE,
    LATER
  }

  /** From its beginning, and not any more at its end. */
  private record Window(Instant from, Instant until) {
    boolean holds(Instant at) {
      return !at.isBefore(from) && at.isBefore(until);
    }
  }

  private static final class History {
    private final int seed;
    private final SplittableRandom random;
    private final Map<RequestId, AccessRequest> requests = new HashMap<>();

    /** When access may be open, in real time: by who said yes when. */
    private final Map<RequestId, Window> windows = new HashMap<>();

    private PartitionClock clock = PartitionClock.UNSET;
    private Instant real = NOON;
    private Duration ahead = Duration.ZERO;
    private int attempts;
    private int opened;
    private int suspected;

    History(int seed) {
      this.seed = seed;
      this.random = new SplittableRandom(seed);
    }

    void step() {
      pass(Duration.ofMillis(random.nextLong(random.nextInt(8) == 0 ? 20_000_000 : 40_000)));
      switch (random.nextInt(24)) {
        case 0 -> jumps(FOUR_DAYS);
        case 1 -> jumps(FOUR_DAYS.negated());
        case 2 -> jumps(Duration.ofMillis(random.nextLong(120_000, FOUR_DAYS.toMillis())));
        case 3, 4, 5, 6 -> jumps(Duration.ZERO);
        case 7 -> asks(anyOf(), Details.LATER);
        case 8, 9 -> asks(anyOf(), Details.AT_ONCE);
        case 10, 11, 12, 13 -> says(approve(), anyOf());
        case 14 -> says(deny(), anyOf());
        case 15, 16, 17 -> says(enforceDeadline(), anyOf());
        default -> ticks();
      }
      probeAll();
    }

    private String anyOf() {
      return "r" + random.nextInt(Math.max(3, requests.size() + 2));
    }

    void pass(Duration time) {
      real = real.plus(time);
    }

    /** The broker's clock shows the real time and this from now on. */
    void jumps(Duration told) {
      ahead = told;
    }

    /** A host whose clock is right puts it on the log. */
    void ticks() {
      clock = clock.tick(new HostId("host-" + random.nextInt(2)), real, real.plus(ahead));
    }

    void asks(String id, Details details) {
      var start = real.plus(Duration.ofHours(1 + random.nextInt(100)));
      says(
          details == Details.LATER
              ? open().saying(Said.nothing().startAt(start).details())
              : open(),
          id);
    }

    void says(CommandBuilder<?> command, String id) {
      var request = request(id);
      var state = requests.getOrDefault(request, AccessRequest.UNOPENED);
      var at = clock.at(real.plus(ahead));
      var asked = command.of(request).as("a-" + ++attempts).build(state.version());
      switch (Decider.decide(state, asked, RULES, at)) {
        case Accepted<RequestEvent> yes -> happened(request, state, yes.events(), at);
        case Refused<RequestEvent> no -> suspected += no.refusal() == Refusal.CLOCK_SUSPECT ? 1 : 0;
        default -> throw new AssertionError("every attempt is another one");
      }
    }

    private void happened(
        RequestId request, AccessRequest state, List<RequestEvent> events, Moment at) {
      var after = state;
      for (var event : events) {
        after = AccessRequest.evolve(after, event);
        if (event instanceof RequestApproved) {
          windows.put(request, new Window(real, real.plus(EIGHT_HOURS)));
        }
        if (event instanceof AccessScheduled later) {
          windows.put(request, new Window(later.startsAt(), later.startsAt().plus(EIGHT_HOURS)));
        }
      }
      requests.put(request, after);
      clock = clock.after(at);
    }

    /** Now, soon and days later, if nothing more is ever heard. */
    private void probeAll() {
      var at = new ArrayList<Instant>();
      at.add(real);
      for (var days : new int[] {0, 4, 8}) {
        var day = real.plus(Duration.ofDays(days));
        at.add(day.plus(Duration.ofMillis(random.nextLong(2 * EIGHT_HOURS.toMillis()))));
        at.add(day.plus(EIGHT_HOURS));
      }
      at.forEach(this::probe);
    }

    void probe(Instant at) {
      for (var request : requests.keySet()) {
        if (isOpen(request.value(), at)) {
          opened++;
          assertThat(windows).as("seed %s, %s at %s", seed, request, at).containsKey(request);
          assertThat(windows.get(request))
              .as("seed %s, %s at %s", seed, request, at)
              .matches(window -> window.holds(at), "holds it");
        }
      }
    }

    boolean isOpen(String id, Instant at) {
      return requests.get(request(id)) instanceof Granted granted
          && !Entitlements.at(at, List.of(Holding.of(request(id), granted, false))).isEmpty();
    }
  }
}
