package dev.lockbox.processor;

import static dev.lockbox.domain.Cast.CONTOSO;
import static dev.lockbox.domain.Cast.FABRIKAM;
import static dev.lockbox.domain.Cast.MORNING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.domain.AccessRequest;
import dev.lockbox.domain.Command;
import dev.lockbox.domain.Recorded;
import dev.lockbox.domain.RequestEvent;
import dev.lockbox.domain.histories.RandomCommands;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.TenantId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever is asked, in whatever order and at whatever time: the store, the state topic and the
 * fold of the events are one and the same. Replay one run with {@code -Dlockbox.seed=…}.
 */
class RandomCommandsTest {
  private static final int STEPS = 1_500;
  private static final List<TenantId> TENANTS = List.of(CONTOSO, FABRIKAM);

  static LongStream seeds() {
    return Optional.ofNullable(Long.getLong("lockbox.seed"))
        .map(LongStream::of)
        .orElseGet(() -> LongStream.of(1, ThreadLocalRandom.current().nextLong()));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void theStoreTheStateTopicAndTheFoldOfTheEventsAreOne(long seed, @TempDir Path directory) {
    System.out.printf("random commands: replay with -Dlockbox.seed=%d%n", seed);
    try (var rig = Rig.at(directory.resolve("stores"), MORNING)) {
      walk(rig, new SplittableRandom(seed));
      var recorded = rig.recorded();
      thenSequencesAreDense(recorded);
      thenAllAgree(rig, recorded);
      assertThat(rig.quarantined()).isEmpty();
    }
  }

  private static void walk(Rig rig, RandomGenerator random) {
    var commands = new RandomCommands(random);
    var past = new ArrayList<Command>();
    for (var step = 0; step < STEPS; step++) {
      var tenant = TENANTS.get(random.nextInt(TENANTS.size()));
      var command = next(rig, random, commands, past, tenant);
      past.add(command);
      rig.append(command);
      if (random.nextInt(4) == 0) {
        rig.pass(Duration.ofMillis(random.nextLong(Duration.ofHours(20).toMillis())));
      }
    }
  }

  private static Command next(
      Rig rig,
      RandomGenerator random,
      RandomCommands commands,
      List<Command> past,
      TenantId tenant) {
    var request = new RequestId(tenant, "r" + random.nextInt(40));
    return switch (random.nextInt(20)) {
      case 0 -> commands.anyOf(tenant);
      case 1, 2, 3 ->
          past.isEmpty() ? commands.anyOf(tenant) : past.get(random.nextInt(past.size()));
      default -> commands.anyOf(request, rig.stored(request).version());
    };
  }

  private static void thenSequencesAreDense(List<Recorded> recorded) {
    for (var tenant : TENANTS) {
      var sequences =
          recorded.stream()
              .filter(entry -> entry.event().tenant().equals(tenant))
              .map(Recorded::sequence)
              .toList();
      assertThat(sequences)
          .isEqualTo(IntStream.rangeClosed(1, sequences.size()).mapToObj(Long::valueOf).toList());
    }
  }

  private static void thenAllAgree(Rig rig, List<Recorded> recorded) {
    var folded = new HashMap<RequestId, AccessRequest>();
    for (var entry : recorded) {
      if (entry.event() instanceof RequestEvent event) {
        var before = folded.getOrDefault(event.request(), AccessRequest.UNOPENED);
        var after = AccessRequest.evolve(before, event);
        assertThat(entry.version()).isEqualTo(after.version());
        folded.put(event.request(), after);
      }
    }
    Map<RequestId, AccessRequest> onTopic = new HashMap<>();
    rig.states().forEach(snapshot -> onTopic.put(snapshot.request(), snapshot.state()));
    assertThat(onTopic).hasSizeGreaterThan(10).isEqualTo(folded);
    folded.forEach((request, state) -> assertThat(rig.stored(request)).isEqualTo(state));
  }
}
