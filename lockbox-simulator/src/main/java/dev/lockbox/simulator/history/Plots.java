package dev.lockbox.simulator.history;

import dev.lockbox.simulator.people.Cast;
import dev.lockbox.simulator.people.Wish;
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
  static final List<Wish> ENDING =
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

  private final ReviewPlots reviewPlots;

  private final PracticePlots practicePlots;

  private final ReadingPlots readingPlots;

  private final SigningPlots signingPlots;

  private final RolePlots rolePlots;

  private final DecisionPlots decisions;
  private final TalkPlots talks;
  private final RulePlots rules;
  private final AccessPlots accesses;

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
    this.reviewPlots = new ReviewPlots(random, draws);
    this.practicePlots = new PracticePlots(random, draws);
    this.readingPlots = new ReadingPlots(random, draws);
    this.signingPlots = new SigningPlots(random, draws);
    this.sessionPlots = new SessionPlots(random, draws);
    this.decisions = new DecisionPlots(random, draws);
    this.talks = new TalkPlots(random, draws);
    this.rules = new RulePlots(random, draws);
    this.accesses = new AccessPlots(random, draws);
    this.isAskedInside = isAskedInside;
  }

  List<Operation> any() {
    if (random.nextInt(12) == 0) {
      return rolePlots.any();
    }
    if (random.nextInt(25) == 0) {
      return signingPlots.any(draws.plotted());
    }
    if (random.nextInt(25) == 0) {
      return pausePlots.any(draws.plotted());
    }
    if (random.nextInt(25) == 0) {
      return reviewPlots.any(draws.plotted());
    }
    if (random.nextInt(25) == 0) {
      return practicePlots.any(draws.plotted());
    }
    if (random.nextInt(25) == 0) {
      return readingPlots.any(draws.plotted());
    }
    if (random.nextInt(6) == 0) {
      return sessionPlots.any(draws.plotted());
    }
    return isAskedInside && random.nextInt(2) == 0 ? insidePlots.any(draws.plotted()) : anywhere();
  }

  private List<Operation> anywhere() {
    return switch (random.nextInt(47)) {
      case 0 -> mishaps.twiceTakenOver();
      case 1 -> mishaps.back();
      case 2 -> decisions.together(draws.plotted());
      case 3 -> decisions.selfMade(draws.plotted());
      case 4 -> mishaps.jumped(draws.plotted());
      case 5 -> mishaps.fallenBack(draws.plotted());
      case 6 -> mishaps.frozen(draws.plotted());
      case 7 -> mishaps.releasedOnce(draws.plotted());
      case 8 -> mishaps.spoilt(draws.plotted());
      case 9 -> talks.hurried(draws.plotted());
      case 10 -> talks.offered(draws.plotted());
      case 11 -> talks.questioned(draws.plotted());
      case 12 -> talks.talkative(draws.plotted());
      case 13 -> insidePlots.anything(draws.plotted());
      case 14 -> accesses.brokenGlass(draws.plotted());
      case 15 -> decisions.ended(draws.plotted());
      case 16 -> decisions.nested(draws.plotted());
      case 17 -> decisions.unfit(draws.plotted());
      case 18 -> mishaps.undone();
      case 19 -> accesses.later(draws.plotted());
      case 20 -> mishaps.heldBack(draws.plotted());
      case 21 -> rules.beforehand(draws.plotted());
      case 22 -> rules.forbidden(draws.plotted());
      case 23 -> rules.hasty(draws.plotted());
      case 24, 25 -> accesses.shut(draws.plotted());
      case 26 -> accesses.later(draws.plotted());
      case 27 -> talks.offered(draws.plotted());
      case 28 -> decisions.together(draws.plotted());
      case 29 -> rules.forbidden(draws.plotted());
      case 30 -> talks.questioned(draws.plotted());
      case 31 -> decisions.nested(draws.plotted());
      case 32 -> decisions.late(draws.plotted());
      case 33 -> mishaps.readAgain();
      case 34 -> mishaps.rungEarly(draws.plotted());
      case 35, 36 -> rules.beforehand(draws.plotted());
      case 37 -> accesses.brokenGlass(draws.plotted());
      case 38 -> mishaps.heldBack(draws.plotted());
      case 39 -> mishaps.undone();
      case 40, 42, 43 -> accesses.putOff(draws.plotted());
      case 44 -> mishaps.spoilt(draws.plotted());
      case 45 -> rules.behindAnother(draws.plotted());
      default -> decisions.proposed(draws.plotted());
    };
  }
}
