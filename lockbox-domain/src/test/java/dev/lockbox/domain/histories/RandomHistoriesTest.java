package dev.lockbox.domain.histories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.lockbox.domain.AccessRequest;
import dev.lockbox.domain.RequestCommand;
import dev.lockbox.domain.RequestEvent;
import dev.lockbox.domain.SealedTypes;
import dev.lockbox.domain.decision.Decision.Refused;
import dev.lockbox.domain.decision.Decision.Repeated;
import dev.lockbox.domain.decision.Refusal;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever anybody asks, in whatever order and at whatever time, the promises hold. Replay one run
 * with {@code -Dlockbox.seed=…}; without it, a few fixed seeds and a new one are walked.
 */
class RandomHistoriesTest {
  private static final int STEPS = 20_000;

  /** These tenants have set nothing, and their approvers narrow nothing. */
  private static final Set<Class<?>> NEED_SETTINGS =
      Set.of(
          RequestEvent.ApprovalsRequired.class,
          RequestEvent.ApprovalGiven.class,
          RequestEvent.RequestNarrowed.class,
          RequestEvent.GrantedWithoutCustomer.class);

  /** Of a tenant itself, or at moments that these walks do not come by. */
  private static final EnumSet<Refusal> NOT_MET =
      EnumSet.of(
          Refusal.TENANT_EXISTS,
          Refusal.WIDER_THAN_ASKED,
          Refusal.ALREADY_APPROVED,
          Refusal.TICKET_REQUIRED,
          Refusal.NOT_AN_ADMIN,
          Refusal.SECOND_PERSON_NEEDED,
          Refusal.NO_SUCH_PROPOSAL,
          Refusal.CLOCK_SUSPECT,
          Refusal.GRANTS_FROZEN,
          Refusal.NOT_FROZEN);

  static LongStream seeds() {
    return Optional.ofNullable(Long.getLong("lockbox.seed"))
        .map(LongStream::of)
        .orElseGet(() -> LongStream.of(1, 2, 3, ThreadLocalRandom.current().nextLong()));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void thePromisesHoldInEveryHistory(long seed) {
    System.out.printf("random histories: replay with -Dlockbox.seed=%d%n", seed);
    assertThatCode(() -> RandomHistory.walk(seed, STEPS, Rulebook.OURS, entry -> {}))
        .as("replay with -Dlockbox.seed=%d", seed)
        .doesNotThrowAnyException();
  }

  /** A walk that never got anywhere would keep every promise. */
  @Test
  void aWalkMeetsEveryStateEveryCommandEveryEventAndEveryRefusal() {
    var seen = new Seen();
    RandomHistory.walk(1, 2 * STEPS, Rulebook.OURS, seen::see);
    assertThat(seen.states).isEqualTo(SealedTypes.kindsOf(AccessRequest.class));
    assertThat(seen.commands).isEqualTo(SealedTypes.kindsOf(RequestCommand.class));
    assertThat(seen.events)
        .containsExactlyInAnyOrderElementsOf(
            SealedTypes.kindsOf(RequestEvent.class).stream()
                .filter(event -> !NEED_SETTINGS.contains(event))
                .toList());
    assertThat(seen.refusals).isEqualTo(EnumSet.complementOf(NOT_MET));
    assertThat(seen.repeated).isGreaterThan(100);
  }

  private static final class Seen {
    private final Set<Class<?>> states = new HashSet<>();
    private final Set<Class<?>> commands = new HashSet<>();
    private final Set<Class<?>> events = new HashSet<>();
    private final Set<Refusal> refusals = EnumSet.noneOf(Refusal.class);
    private int repeated;

    private void see(Entry entry) {
      states.add(entry.before().getClass());
      entry.events().forEach(event -> events.add(event.getClass()));
      if (entry instanceof Entry.Asked asked) {
        commands.add(asked.command().getClass());
        if (asked.decision() instanceof Refused<RequestEvent> no) {
          refusals.add(no.refusal());
        }
        if (asked.decision() instanceof Repeated<RequestEvent>) {
          repeated++;
        }
      }
    }
  }
}
