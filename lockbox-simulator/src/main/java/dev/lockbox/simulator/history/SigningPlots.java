package dev.lockbox.simulator.history;

import static dev.lockbox.simulator.history.Plots.ANNA;
import static dev.lockbox.simulator.history.Plots.BEN;
import static dev.lockbox.simulator.history.Plots.CARLA;

import dev.lockbox.simulator.people.Details;
import dev.lockbox.simulator.people.Signatures;
import dev.lockbox.simulator.people.Signatures.Way;
import dev.lockbox.simulator.people.Wish;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;

/** Steps that belong together: somebody gets a key, and signs with it or does not. */
final class SigningPlots {
  private static final Duration A_DAY = Duration.ofDays(1);
  private static final List<Way> WAYS = List.of(Way.values());

  private final SplittableRandom random;
  private final Draws draws;

  SigningPlots(SplittableRandom random, Draws draws) {
    this.random = random;
    this.draws = draws;
  }

  /** Mostly as it should be, and something goes wrong in between. */
  List<Operation> any(int request) {
    var who = random.nextInt(4) == 0 ? BEN : ANNA;
    return List.of(
        ask(Wish.REGISTER_KEY, request, who, Signatures.variant(Way.RIGHTLY, random.nextInt(2))),
        new Operation.Work(),
        ask(Wish.CONFIRM_KEY, request, CARLA, Signatures.ofKey(who, random.nextInt(2))),
        ask(Wish.CHANGE_SETTINGS, request, CARLA, Details.SIGNED + random.nextInt(4)),
        new Operation.Work(),
        new Operation.Pass(random.nextInt(4) == 0 ? draws.time() : A_DAY),
        draws.opening(request),
        new Operation.Work(),
        random.nextInt(4) == 0
            ? ask(Wish.WITHDRAW_KEY, request, CARLA, Signatures.ofKey(who, 0))
            : new Operation.Rebalance(random.nextInt(6)),
        random.nextBoolean()
            ? ask(Wish.APPROVE_SIGNED, request, who, anyhow())
            : ask(Wish.APPROVE, request, who, draws.mostlyPlain(8)),
        ask(
            Wish.APPROVE_SIGNED,
            request,
            who,
            Signatures.variant(Way.RIGHTLY, draws.mostlyPlain(8))),
        new Operation.Work());
  }

  private int anyhow() {
    return Signatures.variant(WAYS.get(random.nextInt(WAYS.size())), draws.mostlyPlain(8));
  }

  private Operation ask(Wish wish, int request, int person, int variant) {
    return new Operation.Ask(wish, request, person, draws.fresh(), variant, 0);
  }
}
