package dev.lockbox.simulator.history;

import static dev.lockbox.simulator.history.Plots.ANNA;
import static dev.lockbox.simulator.history.Plots.EVA;
import static dev.lockbox.simulator.history.Script.ORDINARY;
import static dev.lockbox.simulator.history.SessionPlots.ELSEWHERE;
import static dev.lockbox.simulator.history.SessionPlots.FIRST_UNSOUND;
import static dev.lockbox.simulator.history.SessionPlots.FOR_ONE_USE;
import static dev.lockbox.simulator.history.SessionPlots.GUARDED;
import static dev.lockbox.simulator.history.SessionPlots.KEEPS_NOTHING;
import static dev.lockbox.simulator.history.SessionPlots.MINDED;
import static dev.lockbox.simulator.history.SessionPlots.RECORDED;
import static dev.lockbox.simulator.history.SessionPlots.TOLD_BY_LOG;

import dev.lockbox.simulator.people.Wish;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;

/** Scenes of who is let in, who is not, and what is told of them. */
final class SessionScenes {
  static final List<UnaryOperator<Script>> ALL =
      List.of(
          SessionScenes::unconditional,
          SessionScenes::whileFrozen,
          SessionScenes::whileSuspect,
          SessionScenes::onABarredDevice,
          SessionScenes::onADeviceBarredEverywhere,
          SessionScenes::examinedBeforehand,
          SessionScenes::examinedInVain,
          SessionScenes::throughAGateway,
          SessionScenes::atTwoCustomers,
          SessionScenes::backInVain,
          SessionScenes::usedWithoutASession,
          SessionScenes::usedInVain,
          SessionScenes::askedFirst,
          SessionScenes::keptOut);

  /** The variant in which a device is found wanting, and of who comes on it. */
  private static final int WANTING = 0;

  private static final int MANY = 1_000;

  /** The variant of an action that nobody asks for. */
  private static final int NOT_ASKED_FOR = 4;

  /** The variant of a session on a target, through no gateway, and the device it is on. */
  private static final int ON_THE_OTHER = 1;

  /** Of a tenant's requests the one that no other scene speaks of. */
  private static final int SEATED = 3;

  private SessionScenes() {}

  /** By a gateway that keeps no conditions, though there are some. */
  private static Script unconditional(Script script) {
    return script
        .rules(ORDINARY)
        .opened()
        .ask(Wish.APPROVE, ANNA, RECORDED)
        .worked()
        .ask(Wish.START_SESSION, ANNA, KEEPS_NOTHING)
        .worked();
  }

  /** Somebody comes, and does something; and somebody else wants to release it. */
  private static Script whileFrozen(Script script) {
    return script
        .rules(ORDINARY)
        .granted()
        .frozen()
        .ask(Wish.START_SESSION, ANNA)
        .ask(Wish.REPORT_ACTION, ANNA)
        .worked()
        .ask(Wish.RELEASE, ANNA)
        .worked()
        .released();
  }

  /** Somebody is in, and moves. */
  private static Script whileSuspect(Script script) {
    return script
        .rules(ORDINARY)
        .granted()
        .ask(Wish.START_SESSION, ANNA)
        .worked()
        .clockAhead(Duration.ofMinutes(5))
        .then(new Operation.Tick())
        .ask(Wish.NOTE_ACTIVITY, ANNA)
        .worked()
        .clockRight();
  }

  private static Script onABarredDevice(Script script) {
    return script
        .rules(ORDINARY)
        .granted()
        .ask(Wish.REPORT_DEVICE, ANNA, WANTING)
        .worked()
        .ask(Wish.START_SESSION, ANNA, WANTING)
        .worked();
  }

  /**
   * Somebody is in at two customers on one device, which is found wanting for all: they are out,
   * and come in vain, also once it is told that it was as it should be before that; until it is
   * found mended. Then it is wanting again, and others take over.
   */
  private static Script onADeviceBarredEverywhere(Script script) {
    var told = comesAtTwo(grantedAtTwo(script));
    told = comesAtTwo(told.then(examined(false, Duration.ZERO)).worked());
    told = comesAtTwo(told.then(examined(true, Duration.ofMinutes(10))).worked());
    told = told.passed(Duration.ofSeconds(1)).then(examined(true, Duration.ZERO)).worked();
    told = comesAtTwo(told).passed(Duration.ofSeconds(1)).then(examined(false, Duration.ZERO));
    return comesAtTwo(told.worked().then(new Operation.Rebalance(1)).worked());
  }

  private static Script comesAtTwo(Script script) {
    return script
        .ask(Wish.START_SESSION_ON_TARGET, ANNA, ON_THE_OTHER)
        .elsewhere()
        .about(SEATED)
        .ask(Wish.START_SESSION_ON_TARGET, ANNA, ON_THE_OTHER)
        .worked()
        .elsewhere()
        .elsewhere()
        .about(SEATED);
  }

  private static Operation examined(boolean compliant, Duration ago) {
    return new Operation.Examine(ON_THE_OTHER, compliant, ago);
  }

  /** It is said what a device will be like tomorrow, and then it is found wanting. */
  private static Script examinedBeforehand(Script script) {
    return script
        .rules(ORDINARY)
        .granted()
        .then(examined(true, Duration.ofDays(-1)))
        .worked()
        .passed(Duration.ofSeconds(1))
        .then(examined(false, Duration.ZERO))
        .worked()
        .ask(Wish.START_SESSION_ON_TARGET, ANNA, ON_THE_OTHER)
        .worked();
  }

  /** Of who has one use, and the transaction in which it is passed on is undone. */
  private static Script examinedInVain(Script script) {
    var told =
        script
            .rules(ORDINARY)
            .granted(FOR_ONE_USE)
            .ask(Wish.START_SESSION_ON_TARGET, ANNA, ON_THE_OTHER)
            .worked()
            .then(examined(false, Duration.ZERO));
    for (var one = 0; one < World.INSTANCES; one++) {
      told.then(new Operation.Poll(one, MANY)).then(new Operation.Abort(one));
    }
    return told.worked();
  }

  /**
   * Somebody leaves the gateway session that another one goes through, and comes again; meanwhile
   * they come to a second one, and elsewhere.
   */
  private static Script throughAGateway(Script script) {
    return script
        .rules(ORDINARY)
        .granted()
        .ask(Wish.START_SESSION, ANNA)
        .worked()
        .ask(Wish.START_SESSION_ON_TARGET, ANNA)
        .worked()
        .ask(Wish.START_SESSION, ANNA)
        .ask(Wish.START_SESSION_ON_TARGET, EVA, ELSEWHERE)
        .askBehind(Wish.END_SESSION, ANNA, 1)
        .worked()
        .ask(Wish.START_SESSION, ANNA)
        .ask(Wish.START_SESSION, ANNA)
        .worked();
  }

  /**
   * Somebody is in at one customer, says so again, and comes to another: in vain until they have
   * left the first. Then they come to both at once.
   */
  private static Script atTwoCustomers(Script script) {
    return grantedAtTwo(script)
        .ask(Wish.START_SESSION, ANNA)
        .worked()
        .then(new Operation.Retry(0))
        .worked()
        .then(new Operation.Rebalance(1))
        .elsewhere()
        .about(SEATED)
        .ask(Wish.START_SESSION, ANNA)
        .worked()
        .elsewhere()
        .elsewhere()
        .about(SEATED)
        .ask(Wish.END_SESSION, ANNA)
        .worked()
        .worked()
        .elsewhere()
        .about(SEATED)
        .ask(Wish.START_SESSION, ANNA)
        .worked()
        .ask(Wish.END_SESSION, ANNA)
        .worked()
        .worked()
        .ask(Wish.START_SESSION, ANNA)
        .elsewhere()
        .elsewhere()
        .about(SEATED)
        .ask(Wish.START_SESSION, ANNA)
        .worked();
  }

  /** Somebody leaves, and the transaction in which they did is undone; and they come elsewhere. */
  private static Script backInVain(Script script) {
    var told =
        grantedAtTwo(script).ask(Wish.START_SESSION, ANNA).worked().ask(Wish.END_SESSION, ANNA);
    SessionPlots.undone().forEach(told::then);
    return told.elsewhere().about(SEATED).ask(Wish.START_SESSION, ANNA).worked();
  }

  /** The same engineer has a grant at this tenant and at the one behind it. */
  private static Script grantedAtTwo(Script script) {
    return script
        .about(SEATED)
        .rules(ORDINARY)
        .granted()
        .elsewhere()
        .about(SEATED)
        .rules(ORDINARY)
        .granted()
        .elsewhere()
        .elsewhere()
        .about(SEATED);
  }

  /** A target tells of what was done without a session, and then somebody comes. */
  private static Script usedWithoutASession(Script script) {
    return script
        .rules(ORDINARY)
        .granted(FOR_ONE_USE)
        .ask(Wish.REPORT_ACTION, ANNA, TOLD_BY_LOG)
        .ask(Wish.START_SESSION, ANNA)
        .worked();
  }

  /** The one use is over, and the transaction in which it ended is undone. */
  private static Script usedInVain(Script script) {
    var told =
        script
            .rules(ORDINARY)
            .granted(FOR_ONE_USE)
            .ask(Wish.START_SESSION, ANNA)
            .worked()
            .ask(Wish.END_SESSION, ANNA);
    SessionPlots.undone().forEach(told::then);
    return told.worked();
  }

  /** A gateway asks before something is done: in no session, in one, and while it is suspect. */
  private static Script askedFirst(Script script) {
    return script
        .rules(ORDINARY)
        .granted()
        .ask(Wish.AUTHORISE_ACTION, ANNA)
        .ask(Wish.START_SESSION, ANNA)
        .worked()
        .ask(Wish.AUTHORISE_ACTION, ANNA)
        .ask(Wish.AUTHORISE_ACTION, ANNA, NOT_ASKED_FOR)
        .worked()
        .clockAhead(Duration.ofMinutes(5))
        .then(new Operation.Tick())
        .ask(Wish.AUTHORISE_ACTION, ANNA)
        .worked()
        .clockRight();
  }

  /** Somebody comes in every way that a customer minds, and elsewhere. */
  private static Script keptOut(Script script) {
    var told = script.rules(GUARDED).granted();
    for (var variant = FIRST_UNSOUND; variant < FIRST_UNSOUND + MINDED; variant++) {
      told.ask(Wish.START_SESSION, EVA, variant);
    }
    return told.ask(Wish.START_SESSION, ANNA)
        .worked()
        .ask(Wish.START_SESSION_ON_TARGET, ANNA, ELSEWHERE)
        .worked();
  }
}
