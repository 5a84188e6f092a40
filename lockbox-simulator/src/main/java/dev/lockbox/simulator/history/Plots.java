package dev.lockbox.simulator.history;

import dev.lockbox.simulator.people.Cast;
import dev.lockbox.simulator.people.Details;
import dev.lockbox.simulator.people.Wish;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Steps that belong together: what people do one after the other. */
final class Plots {
  /** By their places in {@link Cast#PEOPLE}: who approves mostly, and who administers. */
  static final int ANNA = 0;

  static final int BEN = 1;
  static final int CARLA = 2;

  /** Who goes in, mostly. */
  static final int EVA = 3;

  /** The variant of a membership in which all three approve. */
  static final int ALL_THREE = 7;

  /** The variants of the settings under which more than one must say yes. */
  static final List<Integer> SEVERAL = List.of(1, 1, 5, 7, 8);

  /** The variant of the settings under which first one and then another group must say yes. */
  static final int GROUPED = 7;

  /** The variant of the settings under which newcomers approve too. */
  static final int LIVE = 2;

  /** The variant of the settings under which whoever changes them must wait. */
  static final int EDITORS_WAIT = 12;

  /** The first of two variants of the settings by which much is decided beforehand. */
  static final int AUTOMATIC = 13;

  /** The variant of the settings by which some is denied whatever anybody says. */
  static final int DENIED = 15;

  /** The first of two variants of the settings by which an engineer may ask for only so much. */
  static final int PACED = 16;

  /** The first of two variants of the settings by which somebody must close behind a grant. */
  static final int CLOSING = 18;

  /** The variant of the settings that a second administrator must agree to. */
  static final int TWO_ADMINS = 4;

  /** What ends a grant. */
  private static final List<Wish> ENDING =
      List.of(Wish.RESOLVE_TICKET, Wish.FINISH, Wish.FINISH, Wish.WITHDRAW, Wish.DENY, Wish.REVOKE);

  /** The variant of a request with which nothing is wrong that a provider might want. */
  static final int SAID_WELL = 6;

  /** The variant of a yes to one way in, which is not always left. */
  static final int BY_SSH = 6;

  /** The variant of a request for a few minutes. */
  static final int BRIEF = 12;

  private final SplittableRandom random;
  private final Draws draws;
  private final Mishaps mishaps;
  private final InsidePlots insidePlots;
  private final SessionPlots sessionPlots;
  private final PausePlots pausePlots;
  private final RolePlots rolePlots;
  private final boolean isAskedInside;

  /**
   * @param isAskedInside whether the provider has approvers of its own
   */
  Plots(SplittableRandom random, Draws draws, boolean isAskedInside) {
    this.random = random;
    this.draws = draws;
    this.mishaps = new Mishaps(random, draws);
    this.insidePlots = new InsidePlots(random, draws);
    this.rolePlots = new RolePlots(random, draws);
    this.pausePlots = new PausePlots(random, draws);
    this.sessionPlots = new SessionPlots(random, draws);
    this.isAskedInside = isAskedInside;
  }

  List<Operation> any() {
    if (random.nextInt(12) == 0) {
      return rolePlots.any();
    }
    if (random.nextInt(25) == 0) {
      return pausePlots.any(draws.plotted());
    }
    if (random.nextInt(6) == 0) {
      return sessionPlots.any(draws.plotted());
    }
    return isAskedInside && random.nextInt(2) == 0 ? insidePlots.any(draws.plotted()) : anywhere();
  }

  private List<Operation> anywhere() {
    return switch (random.nextInt(45)) {
      case 0 -> mishaps.twiceTakenOver();
      case 1 -> mishaps.back();
      case 2 -> together(draws.plotted());
      case 3 -> selfMade(draws.plotted());
      case 4 -> mishaps.jumped(draws.plotted());
      case 5 -> mishaps.fallenBack(draws.plotted());
      case 6 -> mishaps.frozen(draws.plotted());
      case 7 -> mishaps.releasedOnce(draws.plotted());
      case 8 -> mishaps.spoilt(draws.plotted());
      case 9 -> hurried(draws.plotted());
      case 10 -> offered(draws.plotted());
      case 11 -> questioned(draws.plotted());
      case 12 -> talkative(draws.plotted());
      case 13 -> insidePlots.anything(draws.plotted());
      case 14 -> brokenGlass(draws.plotted());
      case 15 -> ended(draws.plotted());
      case 16 -> nested(draws.plotted());
      case 17 -> unfit(draws.plotted());
      case 18 -> mishaps.undone();
      case 19 -> later(draws.plotted());
      case 20 -> mishaps.heldBack(draws.plotted());
      case 21 -> beforehand(draws.plotted());
      case 22 -> forbidden(draws.plotted());
      case 23 -> hasty(draws.plotted());
      case 24, 25 -> shut(draws.plotted());
      case 26 -> later(draws.plotted());
      case 27 -> offered(draws.plotted());
      case 28 -> together(draws.plotted());
      case 29 -> forbidden(draws.plotted());
      case 30 -> questioned(draws.plotted());
      case 31 -> nested(draws.plotted());
      case 32 -> late(draws.plotted());
      case 33 -> mishaps.readAgain();
      case 34 -> mishaps.rungEarly(draws.plotted());
      case 35, 36 -> beforehand(draws.plotted());
      case 37 -> brokenGlass(draws.plotted());
      case 38 -> mishaps.heldBack(draws.plotted());
      case 39 -> mishaps.undone();
      case 40, 42, 43 -> putOff(draws.plotted());
      case 44 -> mishaps.spoilt(draws.plotted());
      default -> proposed(draws.plotted());
    };
  }

  /** Two say yes, perhaps to less; or it is one and the same. */
  private List<Operation> together(int request) {
    var second = random.nextBoolean() ? BEN : ANNA;
    var needed = SEVERAL.get(random.nextInt(SEVERAL.size()));
    return List.of(
        new Operation.Ask(Wish.CHANGE_SETTINGS, request, CARLA, draws.fresh(), needed, 0),
        draws.opening(request),
        new Operation.Work(),
        new Operation.Ask(Wish.APPROVE, request, ANNA, 6, draws.mostlyPlain(6), 0),
        new Operation.Work(),
        new Operation.Ask(Wish.APPROVE, request, second, 7, draws.mostlyPlain(6), 0),
        new Operation.Work());
  }

  /** An administrator becomes an approver while a request is open. */
  private List<Operation> selfMade(int request) {
    return List.of(
        new Operation.Ask(
            Wish.CHANGE_SETTINGS,
            request,
            CARLA,
            draws.fresh(),
            random.nextBoolean() ? LIVE : 0,
            0),
        draws.opening(request),
        new Operation.Work(),
        new Operation.Ask(
            Wish.REPLACE_APPROVERS, request, random.nextInt(3), draws.fresh(), ALL_THREE, 0),
        new Operation.Ask(Wish.APPROVE, request, CARLA, 7, 0, 0),
        new Operation.Work());
  }

  /** Settings that need two administrators are set, changed, and agreed to by one or the other. */
  private List<Operation> proposed(int request) {
    var second = random.nextBoolean() ? BEN : CARLA;
    return List.of(
        new Operation.Ask(Wish.CHANGE_SETTINGS, request, CARLA, draws.fresh(), TWO_ADMINS, 0),
        new Operation.Work(),
        new Operation.Ask(
            Wish.CHANGE_SETTINGS,
            request,
            CARLA,
            draws.fresh(),
            random.nextInt(Details.SETTINGS),
            0),
        new Operation.Work(),
        new Operation.Ask(Wish.CONFIRM_SETTINGS, request, second, 6, 0, 0),
        new Operation.Work());
  }

  /** Whoever changed the rules says yes, sooner or later. */
  private List<Operation> hurried(int request) {
    return List.of(
        new Operation.Ask(Wish.CHANGE_SETTINGS, request, BEN, draws.fresh(), EDITORS_WAIT, 0),
        draws.opening(request),
        new Operation.Work(),
        new Operation.Ask(Wish.APPROVE, request, BEN, 6, 0, 0),
        new Operation.Work(),
        new Operation.Pass(Duration.ofHours(1).minusMillis(random.nextInt(2))),
        new Operation.Ask(Wish.APPROVE, request, BEN, 7, 0, 0),
        new Operation.Work());
  }

  /** Less is offered, perhaps taken back or overtaken, accepted, and said yes to. */
  private List<Operation> offered(int request) {
    var between =
        List.of(Wish.COUNTER_OFFER, Wish.APPROVE, Wish.WITHDRAW_OFFER, Wish.WITHDRAW_OFFER);
    var isBetween = random.nextInt(3) == 0;
    return List.of(
        random.nextInt(3) == 0
            ? new Operation.Ask(Wish.CHANGE_SETTINGS, request, CARLA, draws.fresh(), 1, 0)
            : draws.ordinary(request),
        draws.opening(request),
        new Operation.Work(),
        new Operation.Ask(Wish.COUNTER_OFFER, request, BEN, 6, draws.mostlyOfLess(), 0),
        new Operation.Work(),
        isBetween
            ? new Operation.Ask(
                between.get(random.nextInt(between.size())), request, ANNA, 7, random.nextInt(8), 0)
            : new Operation.Tick(),
        new Operation.Work(),
        random.nextInt(6) == 0
            ? new Operation.Tick()
            : new Operation.Ask(
                Wish.ACCEPT_OFFER,
                request,
                ANNA,
                1,
                draws.mostlyPlain(4),
                draws.mostlyPlain(4) / 2),
        new Operation.Work(),
        new Operation.Ask(Wish.APPROVE, request, ANNA, 8, 0, random.nextInt(2)),
        new Operation.Ask(Wish.APPROVE, request, BEN, 8, 0, 0),
        new Operation.Work());
  }

  /** Somebody who may be new asks, the request is decided or not in time, and the answer comes. */
  private List<Operation> questioned(int request) {
    var asks = random.nextBoolean() ? CARLA : BEN;
    return List.of(
        draws.ordinary(request),
        draws.opening(request),
        new Operation.Work(),
        new Operation.Ask(Wish.REPLACE_APPROVERS, request, ANNA, draws.fresh(), ALL_THREE, 0),
        new Operation.Ask(Wish.ASK_QUESTION, request, asks, 6, random.nextInt(4), 0),
        new Operation.Work(),
        random.nextBoolean()
            ? new Operation.PassToDeadline(request, random.nextInt(-1, 2))
            : new Operation.Tick(),
        random.nextInt(4) > 0
            ? new Operation.Ask(Wish.ANSWER_QUESTION, request, ANNA, 1, random.nextInt(4), 0)
            : new Operation.Tick(),
        new Operation.Ask(Wish.APPROVE, request, asks, 7, 0, random.nextInt(2)),
        new Operation.Ask(Wish.APPROVE, request, ANNA, 7, 0, 1),
        new Operation.Work());
  }

  /** Nobody comes to an end. */
  private List<Operation> talkative(int request) {
    var said = random.nextBoolean() ? Wish.ASK_QUESTION : Wish.COUNTER_OFFER;
    var all = new ArrayList<Operation>();
    all.add(draws.opening(request));
    all.add(new Operation.Work());
    for (var attempt = 10; attempt < 16; attempt++) {
      all.add(new Operation.Ask(said, request, random.nextInt(2), attempt, 0, 0));
    }
    all.add(new Operation.Work());
    return all;
  }

  /** A tenant has decided beforehand; of the rest, somebody says yes, perhaps to less. */
  private List<Operation> beforehand(int request) {
    var rules = random.nextInt(AUTOMATIC, AUTOMATIC + 2);
    var approved = rules == AUTOMATIC ? BRIEF : SAID_WELL;
    return List.of(
        random.nextBoolean()
            ? new Operation.Ask(Wish.REPLACE_APPROVERS, request, EVA, draws.fresh(), ALL_THREE, 0)
            : new Operation.Tick(),
        new Operation.Ask(Wish.CHANGE_SETTINGS, request, CARLA, draws.fresh(), rules, 0),
        random.nextInt(4) == 0
            ? new Operation.Litter(Wish.Door.LOG, Mishaps.tenantOf(request), 0)
            : new Operation.Pass(Duration.ofHours(random.nextInt(24))),
        random.nextInt(3) == 0
            ? draws.opening(request)
            : new Operation.Ask(Wish.OPEN, request, 0, 1, approved, 0),
        new Operation.Work(),
        new Operation.Ask(
            Wish.APPROVE,
            request,
            ANNA,
            6,
            random.nextInt(3) == 0 ? BY_SSH : draws.mostlyPlain(8),
            0),
        new Operation.Work());
  }

  /** What waits is denied meanwhile, in part; and more of it is asked for. */
  private List<Operation> forbidden(int request) {
    return List.of(
        draws.ordinary(request),
        random.nextInt(4) > 0 ? draws.opening(request) : new Operation.Tick(),
        new Operation.Work(),
        new Operation.Ask(Wish.CHANGE_SETTINGS, request, CARLA, draws.fresh(), DENIED, 0),
        draws.opening(request),
        new Operation.Work(),
        new Operation.Ask(Wish.APPROVE, request, ANNA, 6, random.nextInt(6), 0),
        new Operation.Work(),
        new Operation.Ask(Wish.APPROVE, request, BEN, 6, 3, 0),
        new Operation.Work());
  }

  /** An engineer asks for one thing after the other, whatever becomes of them. */
  private List<Operation> hasty(int request) {
    var other = Draws.sister(request);
    var third = Draws.sister(other);
    var ends = List.of(Wish.DENY, Wish.DENY, Wish.REVOKE, Wish.WITHDRAW);
    return List.of(
        new Operation.Ask(
            Wish.CHANGE_SETTINGS, request, CARLA, draws.fresh(), PACED + random.nextInt(2), 0),
        draws.plainOpening(request),
        new Operation.Work(),
        random.nextBoolean()
            ? new Operation.Ask(Wish.APPROVE, request, ANNA, 6, 0, 0)
            : new Operation.Tick(),
        draws.plainOpening(other),
        new Operation.Work(),
        random.nextInt(4) == 0 ? new Operation.Spoil(request) : new Operation.Tick(),
        new Operation.Ask(ends.get(random.nextInt(ends.size())), request, ANNA, 7, 0, 0),
        new Operation.Ask(ends.get(random.nextInt(ends.size())), other, ANNA, 7, 0, 0),
        new Operation.Work(),
        random.nextInt(4) == 0 ? new Operation.Rebalance(random.nextInt(6)) : new Operation.Tick(),
        random.nextBoolean()
            ? new Operation.Pass(draws.time())
            : new Operation.Pass(Duration.ofHours(2).minusMillis(random.nextInt(2))),
        draws.plainOpening(third),
        new Operation.Work());
  }

  /** Two stages, and for the second comes somebody of a group within a group. */
  private List<Operation> nested(int request) {
    return List.of(
        new Operation.Ask(Wish.REPLACE_APPROVERS, request, ANNA, draws.fresh(), ALL_THREE, 0),
        new Operation.Ask(Wish.CHANGE_SETTINGS, request, CARLA, draws.fresh(), GROUPED, 0),
        draws.opening(request),
        new Operation.Work(),
        new Operation.Ask(Wish.APPROVE, request, BEN, 6, 0, 0),
        new Operation.Work(),
        new Operation.Ask(Wish.APPROVE, request, random.nextBoolean() ? CARLA : ANNA, 6, 0, 0),
        new Operation.Work());
  }

  /** What cannot be asked for is, and somebody would say yes. */
  private List<Operation> unfit(int request) {
    return List.of(
        new Operation.Ask(Wish.OPEN, request, 0, 5, random.nextInt(16), 0),
        new Operation.Work(),
        new Operation.Ask(Wish.APPROVE, request, ANNA, 6, 0, 0),
        new Operation.Work());
  }

  /** The time for deciding is up, to the millisecond or nearly, and somebody decides. */
  private List<Operation> late(int request) {
    var said =
        List.of(
            Wish.WITHDRAW, Wish.DENY, Wish.REVOKE, Wish.RESOLVE_TICKET, Wish.APPROVE, Wish.RING);
    return List.of(
        draws.ordinary(request),
        draws.opening(request),
        new Operation.Work(),
        new Operation.PassToDeadline(request, random.nextInt(-1, 2)),
        new Operation.Ask(
            said.get(random.nextInt(said.size())),
            request,
            random.nextInt(Cast.PEOPLE.size()),
            draws.fresh(),
            random.nextInt(16),
            0),
        new Operation.Work());
  }

  /** A grant is given, and ended by somebody. */
  private List<Operation> ended(int request) {
    return List.of(
        draws.opening(request),
        new Operation.Work(),
        new Operation.Ask(Wish.APPROVE, request, ANNA, 6, 0, 0),
        new Operation.Work(),
        random.nextInt(3) == 0 ? draws.ask(draws.ofRequests(), request) : new Operation.Tick(),
        draws.ask(ENDING.get(random.nextInt(ENDING.size())), request),
        new Operation.Work());
  }

  /** Access ends, and who must close says so, or not in time. */
  private List<Operation> shut(int request) {
    return List.of(
        new Operation.Ask(
            Wish.CHANGE_SETTINGS,
            request,
            CARLA,
            draws.fresh(),
            CLOSING + random.nextInt(4) / 3,
            0),
        draws.plainOpening(request),
        new Operation.Work(),
        new Operation.Ask(Wish.APPROVE, request, ANNA, 6, 0, 0),
        new Operation.Work(),
        random.nextInt(3) == 0
            ? new Operation.PassToDeadline(request, random.nextInt(2))
            : new Operation.Tick(),
        draws.ask(ENDING.get(random.nextInt(ENDING.size())), request),
        new Operation.Ask(Wish.RING, request, ANNA, 6, 0, 0),
        new Operation.Work(),
        new Operation.Ask(Wish.ACKNOWLEDGE_CLOSING, request, 0, 1, random.nextInt(2), 0),
        draws.ask(draws.ofRequests(), request),
        draws.ask(draws.ofRequests(), request),
        draws.ask(draws.ofRequests(), request),
        new Operation.Work(),
        random.nextBoolean()
            ? new Operation.PassToDeadline(request, random.nextInt(-1, 2))
            : new Operation.Tick(),
        new Operation.Ask(Wish.RING, request, ANNA, 6, 0, 0),
        new Operation.Ask(Wish.ACKNOWLEDGE_CLOSING, request, 0, 1, random.nextInt(2), 0),
        new Operation.Ask(Wish.RING, request, ANNA, 6, 0, 0),
        draws.ask(draws.ofRequests(), request),
        new Operation.Ask(Wish.ACKNOWLEDGE_CLOSING, request, 0, 1, random.nextInt(2), 0),
        new Operation.Work());
  }

  /** Access is agreed on for later, something is asked in between, and the time comes. */
  private List<Operation> later(int request) {
    var ends =
        List.of(Wish.RESOLVE_TICKET, Wish.FINISH, Wish.WITHDRAW, Wish.DENY, Wish.DENY, Wish.REVOKE);
    return List.of(
        draws.ordinary(request),
        draws.openingForLater(request),
        new Operation.Work(),
        new Operation.Ask(Wish.APPROVE, request, ANNA, 6, draws.mostlyPlain(6), 0),
        new Operation.Work(),
        draws.ask(draws.endingNothing(), request),
        draws.ask(draws.endingNothing(), request),
        draws.ask(draws.endingNothing(), request),
        random.nextBoolean()
            ? draws.ask(ends.get(random.nextInt(ends.size())), request)
            : new Operation.Tick(),
        new Operation.Work(),
        new Operation.PassToDeadline(request, random.nextBoolean() ? -1 : random.nextInt(2)),
        new Operation.Ask(Wish.RING, request, ANNA, 6, 0, 0),
        new Operation.Work(),
        draws.ask(draws.ofRequests(), request),
        new Operation.Work());
  }

  /** Of access that is agreed on for later, somebody asks something before its time; of two. */
  private List<Operation> putOff(int request) {
    var all = new ArrayList<Operation>();
    all.add(draws.ordinary(request));
    for (var one : List.of(request, Draws.sister(request))) {
      all.add(draws.openingForLater(one));
      all.add(new Operation.Work());
      all.add(new Operation.Ask(Wish.APPROVE, one, ANNA, draws.fresh(), 0, 0));
      all.add(new Operation.Work());
      all.add(draws.ask(draws.ofRequests(), one));
      all.add(new Operation.Work());
    }
    return all;
  }

  /** The glass is broken, or something else is reported; confirmed and noted, or not in time. */
  private List<Operation> brokenGlass(int request) {
    var second = List.of(ANNA, BEN, EVA).get(random.nextInt(3));
    return List.of(
        new Operation.Ask(Wish.REPORT_EXCLUSION, request, BEN, 6, random.nextInt(4), 0),
        new Operation.Work(),
        random.nextBoolean() ? pass(Duration.ofHours(1)) : new Operation.Tick(),
        new Operation.Ask(Wish.CONFIRM_BREAK_GLASS, request, second, 7, 0, 0),
        new Operation.Work(),
        random.nextInt(2) == 0 ? pass(Duration.ofDays(3)) : new Operation.Tick(),
        new Operation.Look(),
        new Operation.Work(),
        draws.ask(draws.ofExclusions(), request),
        draws.ask(draws.ofExclusions(), request),
        new Operation.Ask(
            Wish.ACKNOWLEDGE_EXCLUSION, request, random.nextInt(Cast.PEOPLE.size()), 8, 0, 0),
        new Operation.Work(),
        draws.ask(draws.ofExclusions(), request),
        draws.ask(draws.ofExclusions(), request),
        new Operation.Work());
  }

  /** All of it, or a millisecond less. */
  private Operation pass(Duration time) {
    return new Operation.Pass(time.minusMillis(random.nextInt(2)));
  }
}
