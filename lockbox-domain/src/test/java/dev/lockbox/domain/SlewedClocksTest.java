package dev.lockbox.domain;

import static dev.lockbox.domain.Cast.ANNA;
import static dev.lockbox.domain.Cast.BEN;
import static dev.lockbox.domain.Commands.approve;
import static dev.lockbox.domain.Commands.deny;
import static dev.lockbox.domain.Commands.enforceDeadline;
import static dev.lockbox.domain.Commands.open;
import static dev.lockbox.domain.Commands.withdraw;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.domain.decision.Decision;
import dev.lockbox.domain.decision.Decision.Accepted;
import dev.lockbox.domain.decision.Decision.Refused;
import dev.lockbox.domain.decision.Decision.Repeated;
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
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** T10: what keeps clocks right shows nowhere, but about a deadline by as much as it moved them. */
class SlewedClocksTest {
  /** The day before a leap second, should there be one. */
  private static final Instant START = Instant.parse("2026-12-31T00:00:00Z");

  private static final long SECOND = 1_000;
  private static final long HOUR = 3_600 * SECOND;
  private static final long DAY = 24 * HOUR;
  private static final long DAYS = 9 * DAY;
  private static final long TICK_EVERY = 30 * SECOND;
  private static final HostId HOST = new HostId("host-1");
  private static final Optional<ApprovalRules> RULES =
      Optional.of(Registry.naming(Set.of(ANNA, BEN), AccessLimits.DEFAULTS));

  /** What a clock shows when so many milliseconds have passed. */
  private enum Shown {
    RIGHT(real -> real),
    /** By 500 ppm, the most that a kernel slews by, up to 20 s off and back again. */
    SLEWED_TO_AND_FRO(real -> real + to(real, 40_000 * SECOND)),
    /** For as long as anybody looks. */
    SLEWED_ON(real -> real + real / 2_000),
    /** One second over a day, noon to noon. */
    SMEARED(real -> real - Math.clamp((real - DAY / 2) / (DAY / SECOND), 0, SECOND)),
    /** The last second of the day happens twice. */
    REPEATED(real -> real < DAY ? real : real - SECOND);

    private final LongUnaryOperator millis;

    Shown(LongUnaryOperator millis) {
      this.millis = millis;
    }

    Instant after(long real) {
      return START.plusMillis(millis.applyAsLong(real));
    }

    private static long to(long real, long turn) {
      var within = real % (2 * turn);
      return (within < turn ? within : 2 * turn - within) / 2_000;
    }
  }

  /**
   * Whose clock is moved.
   *
   * @param most how far anything is judged from where it was judged by clocks that are right
   */
  private enum Clocks {
    ALL_RIGHT(Shown.RIGHT, Shown.RIGHT, 0),
    BROKER_SLEWED(Shown.SLEWED_TO_AND_FRO, Shown.RIGHT, 20 * SECOND),
    HOSTS_SLEWED(Shown.RIGHT, Shown.SLEWED_TO_AND_FRO, 0),
    ALL_SLEWED_FOR_DAYS(Shown.SLEWED_ON, Shown.SLEWED_ON, DAYS / 2_000),
    ALL_SMEARED(Shown.SMEARED, Shown.SMEARED, SECOND),
    BROKER_SMEARED_AND_HOSTS_REPEAT(Shown.SMEARED, Shown.REPEATED, SECOND),
    BROKER_REPEATS_AND_HOSTS_SMEARED(Shown.REPEATED, Shown.SMEARED, SECOND);

    private final Shown broker;
    private final Shown host;
    private final long most;

    Clocks(Shown broker, Shown host, long most) {
      this.broker = broker;
      this.host = host;
      this.most = most;
    }
  }

  /** Something that is asked of a request when so many milliseconds have passed. */
  private record Asked(long real, RequestCommand command) {}

  @ParameterizedTest
  @EnumSource(Clocks.class)
  void theSameHistoryHasTheSameVerdictsAndTimeIsNeverSuspectNorRunsBackwards(Clocks clocks) {
    for (var seed = 0; seed < 2; seed++) {
      var script = script(new SplittableRandom(seed));
      var right = new Run(Clocks.ALL_RIGHT, clocks.most, script);
      var moved = new Run(clocks, clocks.most, right.clearOfDeadlines);
      assertThat(moved.verdicts).as("seed %s", seed).isEqualTo(right.verdicts);
      assertThat(right.verdicts).hasSizeGreaterThan(100);
    }
  }

  private static List<Asked> script(SplittableRandom random) {
    var script = new ArrayList<Asked>();
    for (var number = 0; number < 300; number++) {
      var request = new RequestId(Cast.CONTOSO, "r" + random.nextInt(60));
      var command =
          switch (random.nextInt(10)) {
            case 0, 1, 2, 3 -> open();
            case 4, 5 -> approve().ifVersion(1);
            case 6 -> deny();
            case 7 -> withdraw();
            default -> enforceDeadline();
          };
      script.add(new Asked(random.nextLong(DAYS), command.of(request).as("d" + number).build(1)));
    }
    script.sort((one, other) -> Long.compare(one.real(), other.real()));
    return script;
  }

  private static final class Run {
    private final Clocks clocks;
    private final long most;
    private final Map<RequestId, AccessRequest> requests = new HashMap<>();
    private final List<String> verdicts = new ArrayList<>();
    private final List<Asked> clearOfDeadlines = new ArrayList<>();
    private PartitionClock clock = PartitionClock.UNSET;
    private Instant last = Instant.MIN;
    private long ticked;

    Run(Clocks clocks, long most, List<Asked> script) {
      this.clocks = clocks;
      this.most = most;
      tick(0);
      for (var asked : script) {
        for (; ticked + TICK_EVERY < asked.real(); ticked += TICK_EVERY) {
          tick(ticked + TICK_EVERY);
        }
        if (clocks != Clocks.ALL_RIGHT || isClearOfDeadlines(asked)) {
          decide(asked);
        }
      }
    }

    private void tick(long real) {
      clock = clock.tick(HOST, clocks.host.after(real), clocks.broker.after(real));
      moment(real);
    }

    private Moment moment(long real) {
      var at = clock.at(clocks.broker.after(real));
      assertThat(at.suspect()).as("%s after %s ms", clocks, real).isFalse();
      assertThat(at.effective()).as("%s after %s ms", clocks, real).isAfterOrEqualTo(last);
      last = at.effective();
      return at;
    }

    private boolean isClearOfDeadlines(Asked asked) {
      return state(asked)
          .deadline()
          .map(at -> Duration.between(at, Shown.RIGHT.after(asked.real())).abs().toMillis() > most)
          .orElse(true);
    }

    private AccessRequest state(Asked asked) {
      return requests.getOrDefault(asked.command().request(), AccessRequest.UNOPENED);
    }

    private void decide(Asked asked) {
      var at = moment(asked.real());
      var before = state(asked);
      var decision = Decider.decide(before, asked.command(), RULES, at);
      verdicts.add(asked.command().getClass().getSimpleName() + " " + told(decision));
      clearOfDeadlines.add(asked);
      if (decision instanceof Accepted<RequestEvent> yes) {
        var after = before;
        for (var event : yes.events()) {
          after = AccessRequest.evolve(after, event);
        }
        requests.put(asked.command().request(), after);
      }
      clock = clock.after(at);
    }

    private static String told(Decision<RequestEvent> decision) {
      return switch (decision) {
        case Accepted<RequestEvent> yes ->
            yes.events().stream()
                .map(event -> event.getClass().getSimpleName())
                .toList()
                .toString();
        case Refused<RequestEvent> no -> no.refusal().name();
        case Repeated<RequestEvent> again -> "again " + again.version();
      };
    }
  }
}
