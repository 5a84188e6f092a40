package dev.lockbox.simulator.history;

import static dev.lockbox.simulator.history.Plots.ANNA;
import static dev.lockbox.simulator.history.Plots.BEN;
import static dev.lockbox.simulator.history.Plots.BRIEF;
import static dev.lockbox.simulator.history.Plots.CARLA;
import static dev.lockbox.simulator.history.Plots.EVA;
import static dev.lockbox.simulator.history.Script.ORDINARY;

import dev.lockbox.simulator.people.Details;
import dev.lockbox.simulator.people.Signatures;
import dev.lockbox.simulator.people.Signatures.Way;
import dev.lockbox.simulator.people.Wish;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;

/** Scenes of keys, of whoever signs with them, and of whoever would and cannot. */
final class SigningScenes {
  static final List<UnaryOperator<Script>> ALL =
      List.of(
          SigningScenes::rightly,
          SigningScenes::byAnother,
          SigningScenes::ofOtherContent,
          SigningScenes::ofMoreThanWasSigned,
          SigningScenes::withdrawn,
          SigningScenes::tooSoon,
          SigningScenes::agreedToByWhom,
          SigningScenes::notTheirs,
          SigningScenes::tooMany,
          SigningScenes::atABadTime,
          SigningScenes::byWhoeverCan,
          SigningScenes::byTwo,
          SigningScenes::askedForLess,
          SigningScenes::byNoRule);

  /** The variants of the settings by which yesses are signed. */
  static final int BY_WHOEVER_CAN = Details.SIGNED;

  static final int BY_EVERYBODY = Details.SIGNED + 1;
  static final int BY_TWO = Details.SIGNED + 2;
  static final int AT_ONCE = Details.SIGNED + 3;

  /** The variant of a yes to ten minutes. */
  private static final int FOR_TEN_MINUTES = 1;

  /** One more than a person may have. */
  private static final int TOO_MANY = 9;

  private static final Duration A_DAY = Duration.ofDays(1);
  private static final Duration TICK = Duration.ofMillis(1);

  private SigningScenes() {}

  private static Script registered(Script script, int person, int number) {
    return script.ask(Wish.REGISTER_KEY, person, Signatures.variant(Way.RIGHTLY, number));
  }

  /** Carla agrees to a key of this person's, which holds after a day at the latest. */
  private static Script holding(Script script, int person) {
    return registered(script, person, 0)
        .worked()
        .ask(Wish.CONFIRM_KEY, CARLA, Signatures.ofKey(person, 0))
        .worked();
  }

  private static Script signed(Script script, int person, Way way) {
    return script.ask(Wish.APPROVE_SIGNED, person, Signatures.variant(way, 0));
  }

  /** Nobody signs, and then Anna does; and nobody signs that there is to be none. */
  private static Script rightly(Script script) {
    holding(script, ANNA).passed(A_DAY).rules(BY_EVERYBODY).opened().approved();
    return signed(script, ANNA, Way.RIGHTLY)
        .worked()
        .about(1)
        .opened()
        .ask(Wish.DENY, ANNA)
        .worked();
  }

  /** With another's key, in another's hand, in another's name; and as it was not made. */
  private static Script byAnother(Script script) {
    holding(holding(script, ANNA), BEN).passed(A_DAY).rules(BY_EVERYBODY).opened();
    signed(script, ANNA, Way.BY_ANOTHERS_KEY);
    signed(script, ANNA, Way.IN_ANOTHERS_HAND);
    signed(script, ANNA, Way.BROKEN);
    signed(script, ANNA, Way.IN_ANOTHERS_NAME).worked();
    return signed(script, ANNA, Way.RIGHTLY).worked();
  }

  private static Script ofOtherContent(Script script) {
    holding(script, ANNA).passed(A_DAY).rules(BY_EVERYBODY).opened();
    signed(script, ANNA, Way.OF_ANOTHER_REQUEST);
    signed(script, ANNA, Way.OF_ANOTHER_VERSION);
    return signed(script, ANNA, Way.OF_ANOTHER_ATTEMPT).worked();
  }

  private static Script ofMoreThanWasSigned(Script script) {
    holding(script, ANNA).passed(A_DAY).rules(BY_EVERYBODY).opened();
    signed(script, ANNA, Way.FOR_LESS_TIME);
    return signed(script, ANNA, Way.UNDER_CONDITIONS).worked();
  }

  /** By whoever holds it, when it was good for one yes. */
  private static Script withdrawn(Script script) {
    holding(script, ANNA).passed(A_DAY).rules(BY_EVERYBODY).opened().about(1).opened();
    signed(script, ANNA, Way.RIGHTLY)
        .ask(Wish.WITHDRAW_KEY, ANNA, Signatures.ofKey(ANNA, 0))
        .worked()
        .about(0);
    return signed(script, ANNA, Way.RIGHTLY).worked();
  }

  /** Before anybody agreed, before its day, a millisecond before that, and then. */
  private static Script tooSoon(Script script) {
    registered(script.rules(BY_EVERYBODY), ANNA, 0).worked().opened();
    signed(script, ANNA, Way.RIGHTLY)
        .ask(Wish.CONFIRM_KEY, CARLA, Signatures.ofKey(ANNA, 0))
        .worked();
    signed(script, ANNA, Way.RIGHTLY).worked().passed(A_DAY.minus(TICK)).about(1).opened();
    signed(script, ANNA, Way.RIGHTLY).worked().passed(TICK);
    return signed(script, ANNA, Way.RIGHTLY).worked();
  }

  /** By Ben himself, by Anna, who does not administer, by Carla, and by Carla again. */
  private static Script agreedToByWhom(Script script) {
    return registered(script, BEN, 0)
        .worked()
        .ask(Wish.CONFIRM_KEY, BEN, Signatures.ofKey(BEN, 0))
        .ask(Wish.CONFIRM_KEY, ANNA, Signatures.ofKey(BEN, 0))
        .ask(Wish.CONFIRM_KEY, CARLA, Signatures.ofKey(BEN, 1))
        .ask(Wish.CONFIRM_KEY, CARLA, Signatures.ofKey(BEN, 0))
        .worked()
        .ask(Wish.CONFIRM_KEY, CARLA, Signatures.ofKey(BEN, 0))
        .ask(Wish.WITHDRAW_KEY, ANNA, Signatures.ofKey(BEN, 0))
        .ask(Wish.WITHDRAW_KEY, CARLA, Signatures.ofKey(BEN, 0))
        .worked()
        .ask(Wish.WITHDRAW_KEY, CARLA, Signatures.ofKey(BEN, 0))
        .worked();
  }

  /** A stranger's, another's, one that is there already, and one that was shown before. */
  private static Script notTheirs(Script script) {
    registered(registered(script, EVA, 0), BEN, 0)
        .worked()
        .ask(Wish.REGISTER_KEY, ANNA, Signatures.variant(Way.BY_ANOTHERS_KEY, 0))
        .ask(Wish.REGISTER_KEY, ANNA, Signatures.variant(Way.OF_ANOTHER_ATTEMPT, 0))
        .ask(Wish.REGISTER_KEY, ANNA, Signatures.variant(Way.BROKEN, 0))
        .ask(Wish.REGISTER_KEY, BEN, Signatures.variant(Way.BY_ANOTHERS_KEY, 0))
        .worked();
    return registered(script, BEN, 0).worked();
  }

  private static Script tooMany(Script script) {
    for (var number = 0; number < TOO_MANY; number++) {
      registered(script, ANNA, number);
    }
    return script.worked().ask(Wish.WITHDRAW_KEY, ANNA, Signatures.ofKey(ANNA, 0)).worked();
  }

  /** While grants are frozen, and while nobody vouches for the clock. */
  private static Script atABadTime(Script script) {
    registered(registered(script, ANNA, 0), ANNA, 1).worked().frozen();
    registered(script, BEN, 0)
        .ask(Wish.CONFIRM_KEY, CARLA, Signatures.ofKey(ANNA, 0))
        .ask(Wish.WITHDRAW_KEY, ANNA, Signatures.ofKey(ANNA, 0))
        .worked()
        .released()
        .clockAhead(Duration.ofMinutes(5));
    return registered(script.then(new Operation.Tick()), BEN, 0)
        .ask(Wish.CONFIRM_KEY, CARLA, Signatures.ofKey(ANNA, 1))
        .worked()
        .clockRight();
  }

  /** Who has no key need not sign; who has one must. */
  private static Script byWhoeverCan(Script script) {
    return holding(script, ANNA)
        .passed(A_DAY)
        .rules(BY_WHOEVER_CAN)
        .opened()
        .approved()
        .ask(Wish.APPROVE, BEN)
        .worked();
  }

  /** Ben signs what was asked for at first, and Anna left less of it. */
  private static Script byTwo(Script script) {
    holding(holding(script, ANNA), BEN).passed(A_DAY).rules(BY_TWO).opened();
    script
        .ask(Wish.APPROVE_SIGNED, ANNA, Signatures.variant(Way.RIGHTLY, FOR_TEN_MINUTES))
        .worked();
    signed(script, BEN, Way.OF_THE_FIRST_TERMS).worked();
    return signed(script, BEN, Way.RIGHTLY).worked();
  }

  /** By one administrator alone, and then by two. */
  private static Script askedForLess(Script script) {
    return script
        .rules(BY_EVERYBODY)
        .rules(ORDINARY)
        .opened()
        .approved()
        .ask(Wish.CONFIRM_SETTINGS, CARLA)
        .ask(Wish.CONFIRM_SETTINGS, BEN)
        .worked()
        .approved();
  }

  /** Nobody need sign for a rule, and so none says yes; what needs no waiting holds at once. */
  private static Script byNoRule(Script script) {
    holding(script.rules(AT_ONCE).opened(BRIEF), ANNA);
    return signed(script, ANNA, Way.RIGHTLY).worked();
  }
}
