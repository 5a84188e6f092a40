package dev.lockbox.simulator.history;

import static dev.lockbox.simulator.history.Plots.ANNA;
import static dev.lockbox.simulator.history.RolePlots.BY_CARLA;
import static dev.lockbox.simulator.history.RolePlots.BY_HERSELF;

import dev.lockbox.simulator.people.Details;
import dev.lockbox.simulator.people.Wish;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;

/** Scenes of who becomes a member of the provider's roles, and who does not. */
final class RoleScenes {
  static final List<UnaryOperator<Script>> ALL =
      List.of(
          RoleScenes::byWhoManagesNobody,
          RoleScenes::whileFrozen,
          RoleScenes::whileSuspect,
          RoleScenes::ofNothing,
          RoleScenes::inEveryRole);

  /** Whose number says of which role: of one that needs no other. */
  private static final int TRAINED = 2;

  /** The variant of a wish to be a member for longer than the role is held. */
  private static final int TOO_LONG = 2;

  /** More roles than anybody may stand in. */
  private static final int MANY = 33;

  private RoleScenes() {}

  private static Script asked(Script script) {
    return described(script).ask(Wish.REQUEST_MEMBERSHIP, ANNA).worked();
  }

  private static Script described(Script script) {
    return script
        .ofTheProvider()
        .about(TRAINED)
        .ask(Wish.DEFINE_ROLE, ANNA)
        .ask(Wish.DESCRIBE_ENGINEER, ANNA)
        .worked();
  }

  private static Script byWhoManagesNobody(Script script) {
    return asked(script)
        .ask(Wish.APPROVE_MEMBERSHIP, ANNA, BY_HERSELF)
        .ask(Wish.APPROVE_MEMBERSHIP, ANNA, BY_CARLA)
        .ask(Wish.DENY_MEMBERSHIP, ANNA)
        .worked();
  }

  private static Script whileFrozen(Script script) {
    return asked(script).frozen().ask(Wish.APPROVE_MEMBERSHIP, ANNA).worked().released();
  }

  private static Script whileSuspect(Script script) {
    return asked(script)
        .clockAhead(Duration.ofDays(1))
        .then(new Operation.Tick())
        .ask(Wish.APPROVE_MEMBERSHIP, ANNA)
        .worked()
        .clockRight();
  }

  /** Eva asks for one role after the other. */
  private static Script inEveryRole(Script script) {
    var told = described(script);
    for (var role = 0; role < MANY; role++) {
      told.ask(Wish.DEFINE_ROLE, ANNA, ownRole(role));
    }
    told.worked();
    for (var role = 0; role < MANY; role++) {
      told.ask(Wish.REQUEST_MEMBERSHIP, ANNA, ownRole(role));
    }
    return told.worked();
  }

  /** In multiples, so that nothing else varies. */
  private static int ownRole(int number) {
    return Details.OWN_ROLES * (number + 1);
  }

  /** Of somebody who is there, and neither a member nor asks to be. */
  private static Script ofNothing(Script script) {
    return described(script)
        .ask(Wish.RING_MEMBERSHIPS, ANNA)
        .ask(Wish.DENY_MEMBERSHIP, ANNA)
        .ask(Wish.END_MEMBERSHIP, ANNA)
        .ask(Wish.APPROVE_MEMBERSHIP, ANNA)
        .ask(Wish.REQUEST_MEMBERSHIP, ANNA, TOO_LONG)
        .worked();
  }
}
