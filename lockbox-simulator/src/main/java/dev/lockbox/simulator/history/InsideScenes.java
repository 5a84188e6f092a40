package dev.lockbox.simulator.history;

import static dev.lockbox.simulator.history.InsidePlots.ANNA_ALONE;
import static dev.lockbox.simulator.history.InsidePlots.LEAD;
import static dev.lockbox.simulator.history.InsidePlots.MANAGER;
import static dev.lockbox.simulator.history.InsidePlots.OTHER_LEAD;
import static dev.lockbox.simulator.history.Plots.ALL_THREE;
import static dev.lockbox.simulator.history.Plots.ANNA;
import static dev.lockbox.simulator.history.Plots.BEN;
import static dev.lockbox.simulator.history.Plots.DENIED;
import static dev.lockbox.simulator.history.Plots.EVA;
import static dev.lockbox.simulator.history.Plots.LIVE;
import static dev.lockbox.simulator.history.Plots.SAID_WELL;
import static dev.lockbox.simulator.history.Script.ORDINARY;

import dev.lockbox.simulator.people.Details;
import dev.lockbox.simulator.people.Wish;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;

/** Scenes of the provider's own approvers, where it has some. */
final class InsideScenes {
  static final List<UnaryOperator<Script>> ALL =
      List.of(
          InsideScenes::noLead,
          InsideScenes::thoughtBetter,
          InsideScenes::ofBothSides,
          InsideScenes::ruledOut,
          InsideScenes::ruledOutOtherwise,
          InsideScenes::whileFrozen,
          InsideScenes::twice,
          InsideScenes::everythingElse);

  /** The variant of a request whose leads lead for a quarter of an hour more. */
  private static final int FOR_A_WHILE = 5;

  /**
   * The variants of the settings that want a ticket, and under which only some may be asked for.
   */
  private static final List<Integer> MEANWHILE = List.of(3, 26);

  private static final List<Wish> LEAVING_IT_THERE =
      List.of(
          Wish.WITHDRAW_OFFER,
          Wish.ACCEPT_OFFER,
          Wish.COUNTER_OFFER,
          Wish.ASK_QUESTION,
          Wish.ANSWER_QUESTION,
          Wish.ACKNOWLEDGE_CLOSING,
          Wish.RING,
          Wish.APPROVE);

  private InsideScenes() {}

  private static Script yes(Script script, int insider) {
    return script.ask(Wish.APPROVE_INSIDE, insider).worked();
  }

  /** All of them, in whatever turn they are to be asked. */
  private static Script passedOn(Script script) {
    return yes(yes(yes(yes(script, MANAGER), LEAD), OTHER_LEAD), MANAGER);
  }

  /** Who led when it was asked for says yes when they no longer do. */
  private static Script noLead(Script script) {
    var passed =
        yes(script.rules(ORDINARY).opened(FOR_A_WHILE), MANAGER).passed(Duration.ofMinutes(20));
    return yes(passed, LEAD);
  }

  /** When the customer has said yes to one, and before they do to another. */
  private static Script thoughtBetter(Script script) {
    return denied(passedOn(denied(passedOn(opened(script)).approved()).about(1).opened(SAID_WELL)));
  }

  private static Script denied(Script script) {
    return script.ask(Wish.DENY_INSIDE, LEAD).ask(Wish.DENY_INSIDE, MANAGER).worked();
  }

  private static Script opened(Script script) {
    return script.rules(ORDINARY).opened(SAID_WELL);
  }

  /** Ben says yes inside while he is no customer, and then for the customer. */
  private static Script ofBothSides(Script script) {
    var asked =
        yes(
            script
                .rules(LIVE)
                .ask(Wish.REPLACE_APPROVERS, EVA, ANNA_ALONE)
                .worked()
                .opened(SAID_WELL),
            MANAGER);
    var passed = yes(asked.ask(Wish.APPROVE_INSIDE, BEN, Details.STRANGE_INSIDER).worked(), LEAD);
    return passed
        .ask(Wish.REPLACE_APPROVERS, EVA, ALL_THREE)
        .ask(Wish.APPROVE, BEN)
        .worked()
        .approved();
  }

  /** Meanwhile its customer denies such things. */
  private static Script ruledOut(Script script) {
    return passedOn(opened(script).rules(DENIED));
  }

  /** Meanwhile it wants a ticket, or is asked for less at once. */
  private static Script ruledOutOtherwise(Script script) {
    var told = script.rules(ORDINARY);
    for (var number = 0; number < MEANWHILE.size(); number++) {
      told.about(number).opened(SAID_WELL);
    }
    for (var number = 0; number < MEANWHILE.size(); number++) {
      told = passedOn(told.about(number).rules(MEANWHILE.get(number)));
    }
    return told;
  }

  private static Script whileFrozen(Script script) {
    return passedOn(opened(script).frozen()).released();
  }

  /** One of two says yes once more. */
  private static Script twice(Script script) {
    return yes(yes(yes(opened(script), MANAGER), LEAD), LEAD);
  }

  /** And then it is taken back; in whatever way. */
  private static Script everythingElse(Script script) {
    return opened(script)
        .askAll(LEAVING_IT_THERE)
        .worked()
        .ask(Wish.FINISH, ANNA)
        .worked()
        .about(1)
        .opened(SAID_WELL)
        .ask(Wish.WITHDRAW, ANNA)
        .worked()
        .about(2)
        .opened(SAID_WELL)
        .ask(Wish.RESOLVE_TICKET, ANNA)
        .worked();
  }
}
