package dev.lockbox.simulator.history;

import dev.lockbox.domain.rules.Deployment;
import dev.lockbox.simulator.people.Cast;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What hardly ever comes about by chance, while nothing else goes wrong. Of so many histories one
 * is made of these alone, by turns: however few are run, each has been told after a while.
 */
final class Scenes {
  /** One history in so many. */
  private static final int EVERY = 3;

  /** And of those one in so many is of a provider that asks its own approvers first. */
  private static final int INSIDE_EVERY = 3;

  private static final List<UnaryOperator<Script>> OF_DECISIONS =
      all(DecisionScenes.ALL, RuleScenes.ALL, SigningScenes.ALL);

  private static final List<UnaryOperator<Script>> OF_GRANTS =
      all(LaterScenes.ALL, StateScenes.ALL, MishapScenes.ALL, PracticeScenes.ALL);

  private static final List<UnaryOperator<Script>> OF_ENGINEERS =
      all(SessionScenes.ALL, TargetScenes.ALL, RoleScenes.ALL);

  private Scenes() {}

  @SafeVarargs
  private static List<UnaryOperator<Script>> all(List<UnaryOperator<Script>>... some) {
    return Stream.of(some).flatMap(List::stream).toList();
  }

  /** Whether a history of this seed is made of them. */
  static boolean areAll(long seed) {
    return Math.floorMod(seed, EVERY) == 0;
  }

  static Deployment deployment(long seed, SplittableRandom random) {
    return areInside(seed)
        ? Deployments.askingInside(random)
        : Deployments.lookingAtNothing(random);
  }

  private static boolean areInside(long seed) {
    return Math.floorMod(turn(seed), INSIDE_EVERY) == 0;
  }

  private static long turn(long seed) {
    return Math.floorDiv(seed, EVERY);
  }

  /** Three of them, each of a tenant's own. */
  static List<Operation> of(long seed, Draws draws) {
    var tenant = draws.tenant();
    var steps = new ArrayList<Operation>();
    for (var scene : areInside(seed) ? inside(turn(seed)) : outside(turn(seed))) {
      steps.addAll(scene.apply(new Script(draws, tenant)).steps());
      tenant = (tenant + 1) % Cast.TENANTS.size();
    }
    return steps;
  }

  private static List<UnaryOperator<Script>> inside(long turn) {
    var own = Math.floorDiv(turn, INSIDE_EVERY);
    return List.of(
        one(InsideScenes.ALL, 2 * own),
        one(InsideScenes.ALL, 2 * own + 1),
        one(RoleScenes.ALL, own));
  }

  private static List<UnaryOperator<Script>> outside(long turn) {
    var own = turn - Math.floorDiv(turn, INSIDE_EVERY);
    return List.of(one(OF_DECISIONS, own), one(OF_GRANTS, own), one(OF_ENGINEERS, own));
  }

  private static UnaryOperator<Script> one(List<UnaryOperator<Script>> scenes, long turn) {
    return scenes.get(Math.floorMod(turn, scenes.size()));
  }
}
