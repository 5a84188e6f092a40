package dev.lockbox.simulator.history;

import static dev.lockbox.simulator.history.Plots.ANNA;
import static dev.lockbox.simulator.history.Plots.BEN;
import static dev.lockbox.simulator.history.Plots.CARLA;

import dev.lockbox.simulator.people.Wish;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Steps that belong together: somebody comes in under a grant, does something, and is out. */
final class SessionPlots {
  /** The variant of the settings under which not everybody comes in. */
  static final int GUARDED = 21;

  /** The variant of the settings under which sessions are short, and may be two. */
  private static final int ROOMY = 22;

  /** The variant of the settings under which nothing is typed but over one channel. */
  private static final int LISTED_ONLY = 27;

  /** The variants of what was done in a session by typing something. */
  private static final List<Integer> TYPED = List.of(1, 8, 13);

  /** The variants of what a gateway tells to which few customers object. */
  private static final List<Integer> SOUND = List.of(0, 1, 2, 4, 5, 6, 8);

  /** The first of those variants of a session to each of which some customer objects. */
  static final int FIRST_UNSOUND = 9;

  /** How many things a customer may mind about how somebody comes. */
  static final int MINDED = 9;

  /** The variant of a session on a target that was not asked for. */
  static final int ELSEWHERE = 3;

  /** The variant of a yes under the condition that all is recorded. */
  static final int RECORDED = 7;

  /** The variant of a session by a gateway that keeps no conditions. */
  static final int KEEPS_NOTHING = 8;

  /** The variant of what a target's own log tells, of no session. */
  static final int TOLD_BY_LOG = 6;

  /** The variant of a request for one use. */
  static final int FOR_ONE_USE = 6;

  /** The variant of a request that Anna makes, who approves others'. */
  private static final int OF_ANNAS = 7;

  /** The variant of a device's being found mended: the one of all even variants. */
  private static final int MENDED = 8;

  /** The variant of a request for a few minutes. */
  private static final int BRIEF = 12;

  private static final int MANY = 1_000;

  private final SplittableRandom random;
  private final Draws draws;

  SessionPlots(SplittableRandom random, Draws draws) {
    this.random = random;
    this.draws = draws;
  }

  List<Operation> any(int request) {
    return switch (random.nextInt(13)) {
      case 0 -> visited(request, draws.ordinary(request));
      case 1 -> visited(request, under(request, GUARDED));
      case 2 -> visited(request, under(request, ROOMY));
      case 3, 4 -> usedOnce(request);
      case 5 -> heldBack(request);
      case 6 -> ofTwo(request);
      case 7 -> keptOut(request);
      case 8 -> conditional(request);
      case 9 -> typed(request);
      case 10 -> onOneDevice(request);
      case 11 -> examined(request);
      default -> leftAlone(request);
    };
  }

  /** All sorts of things happen. */
  private List<Operation> visited(int request, Operation settings) {
    var all = new ArrayList<Operation>();
    all.add(settings);
    all.addAll(granted(request, draws.plainOpening(request)));
    all.add(came(Wish.START_SESSION, request));
    all.add(new Operation.Work());
    for (var times = random.nextInt(2, 5); times > 0; times--) {
      all.add(
          random.nextInt(3) == 0
              ? came(Wish.START_SESSION_ON_TARGET, request)
              : told(draws.ofSessions(), request));
      all.add(new Operation.Work());
    }
    all.add(random.nextBoolean() ? pass(Duration.ofMinutes(5)) : new Operation.Tick());
    all.add(told(Wish.NOTE_ACTIVITY, request));
    all.add(ended(request));
    all.add(told(draws.ofSessions(), request));
    all.add(new Operation.Work());
    return all;
  }

  /** Something is typed on a channel for which nothing is listed. */
  private List<Operation> typed(int request) {
    var all = new ArrayList<Operation>();
    all.add(under(request, LISTED_ONLY));
    all.addAll(granted(request, draws.plainOpening(request)));
    all.add(sound(Wish.START_SESSION, request));
    all.add(new Operation.Work());
    all.add(
        new Operation.Ask(
            Wish.REPORT_ACTION,
            request,
            ANNA,
            draws.fresh(),
            TYPED.get(random.nextInt(TYPED.size())),
            0));
    all.add(told(draws.ofSessions(), request));
    all.add(new Operation.Work());
    return all;
  }

  /** Access under conditions, by a gateway that mostly keeps them. */
  private List<Operation> conditional(int request) {
    var all = new ArrayList<Operation>();
    all.add(draws.ordinary(request));
    all.add(draws.plainOpening(request));
    all.add(new Operation.Work());
    all.add(new Operation.Ask(Wish.APPROVE, request, ANNA, draws.fresh(), RECORDED, 0));
    all.add(new Operation.Work());
    var variant = random.nextBoolean() ? KEEPS_NOTHING : random.nextInt(8);
    all.add(new Operation.Ask(Wish.START_SESSION, request, ANNA, draws.fresh(), variant, 0));
    all.add(new Operation.Work());
    return all;
  }

  /** Who has a grant comes in another way than the customer wants, or elsewhere. */
  private List<Operation> keptOut(int request) {
    var all = new ArrayList<Operation>();
    all.add(under(request, GUARDED));
    all.addAll(granted(request, draws.plainOpening(request)));
    for (var times = 0; times < 4; times++) {
      var variant = FIRST_UNSOUND + random.nextInt(MINDED);
      all.add(new Operation.Ask(Wish.START_SESSION, request, ANNA, draws.fresh(), variant, 0));
    }
    all.add(
        new Operation.Ask(
            Wish.START_SESSION_ON_TARGET, request, ANNA, draws.fresh(), ELSEWHERE, 0));
    all.add(new Operation.Work());
    return all;
  }

  /** Whoever had their one use comes again. */
  private List<Operation> usedOnce(int request) {
    var all = new ArrayList<Operation>();
    all.add(draws.ordinary(request));
    all.addAll(granted(request, new Operation.Ask(Wish.OPEN, request, 0, 1, FOR_ONE_USE, 0)));
    if (random.nextInt(3) == 0) {
      all.add(new Operation.Ask(Wish.REPORT_ACTION, request, ANNA, draws.fresh(), TOLD_BY_LOG, 0));
    }
    all.add(sound(Wish.START_SESSION, request));
    all.add(new Operation.Work());
    all.add(came(Wish.START_SESSION_ON_TARGET, request));
    all.add(random.nextBoolean() ? new Operation.Work() : new Operation.Tick());
    all.add(sound(Wish.END_SESSION, request));
    all.add(random.nextBoolean() ? sound(Wish.START_SESSION, request) : new Operation.Tick());
    if (random.nextInt(3) == 0) {
      all.addAll(undone());
    }
    all.add(new Operation.Work());
    all.add(sound(Wish.REPORT_ACTION, request));
    all.add(new Operation.Work());
    return all;
  }

  /** What was passed on is decided, and the transaction in which it was fails. */
  static List<Operation> undone() {
    var all = new ArrayList<Operation>();
    all.addAll(ofEach(instance -> new Operation.Poll(instance, MANY)));
    all.addAll(ofEach(Operation.Commit::new));
    all.addAll(ofEach(instance -> new Operation.Poll(instance, MANY)));
    all.addAll(ofEach(Operation.Abort::new));
    return all;
  }

  private static List<Operation> ofEach(IntFunction<Operation> operation) {
    return IntStream.range(0, World.INSTANCES).mapToObj(operation).toList();
  }

  /** The clock goes wrong, or something freezes the tenant, while somebody is in. */
  private List<Operation> heldBack(int request) {
    var all = new ArrayList<Operation>();
    all.add(draws.ordinary(request));
    all.add(new Operation.Tick());
    all.addAll(granted(request, draws.plainOpening(request)));
    all.add(sound(Wish.START_SESSION, request));
    all.add(new Operation.Work());
    all.add(
        random.nextBoolean()
            ? new Operation.Litter(Wish.Door.LOG, Mishaps.tenantOf(request), 0)
            : new Operation.SetBrokerClock(0, aside()));
    all.add(new Operation.Work());
    all.add(sound(Wish.NOTE_ACTIVITY, request));
    all.add(sound(Wish.START_SESSION_ON_TARGET, request));
    all.add(sound(Wish.REPORT_ACTION, request));
    all.add(new Operation.Work());
    all.add(sound(random.nextBoolean() ? Wish.END_SESSION : Wish.REVOKE, request));
    all.add(new Operation.SetBrokerClock(0, Duration.ZERO));
    all.add(new Operation.Work());
    return all;
  }

  /** Two grants of one engineer's, and what is told of one is told of the other. */
  private List<Operation> ofTwo(int request) {
    var other = Draws.sister(request);
    var all = new ArrayList<Operation>();
    all.add(draws.ordinary(request));
    all.addAll(granted(request, draws.plainOpening(request)));
    all.addAll(granted(other, draws.plainOpening(other)));
    all.add(sound(Wish.START_SESSION, request));
    all.add(new Operation.Work());
    all.add(came(Wish.START_SESSION_ON_TARGET, other));
    all.add(new Operation.Work());
    all.add(sound(Wish.REPORT_DEVICE, random.nextBoolean() ? request : other));
    all.add(new Operation.Work());
    all.add(came(Wish.START_SESSION, other));
    all.add(came(Wish.START_SESSION_ON_TARGET, other));
    all.add(new Operation.Work());
    all.add(ended(request));
    all.add(told(draws.ofSessions(), other));
    all.add(new Operation.Work());
    return all;
  }

  /** Two engineers come on one device, which is found wanting with one of them. */
  private List<Operation> onOneDevice(int request) {
    var other = Draws.sister(request);
    var all = new ArrayList<Operation>();
    all.add(draws.ordinary(request));
    all.addAll(
        granted(
            request,
            random.nextBoolean()
                ? draws.plainOpening(request)
                : new Operation.Ask(Wish.OPEN, request, 0, 1, FOR_ONE_USE, 0)));
    all.add(new Operation.Ask(Wish.OPEN, other, 0, 1, OF_ANNAS, 0));
    all.add(new Operation.Work());
    all.add(new Operation.Ask(Wish.APPROVE, other, BEN, draws.fresh(), 0, 0));
    all.add(new Operation.Work());
    all.add(onTheDevice(Wish.START_SESSION, request));
    all.add(random.nextBoolean() ? onTheDevice(Wish.START_SESSION, other) : new Operation.Tick());
    all.add(new Operation.Work());
    all.add(onTheDevice(Wish.REPORT_DEVICE, random.nextBoolean() ? request : other));
    all.add(new Operation.Work());
    all.add(onTheDevice(Wish.START_SESSION, other));
    all.add(
        new Operation.Ask(
            Wish.REPORT_DEVICE,
            random.nextBoolean() ? request : other,
            ANNA,
            draws.fresh(),
            MENDED,
            0));
    all.add(new Operation.Work());
    all.add(onTheDevice(Wish.START_SESSION, random.nextBoolean() ? request : other));
    all.add(new Operation.Work());
    return all;
  }

  /** Somebody is in on a device, and it is examined, for all, again and again. */
  private List<Operation> examined(int request) {
    var all = new ArrayList<Operation>();
    all.add(draws.ordinary(request));
    all.addAll(granted(request, draws.plainOpening(request)));
    for (var times = random.nextInt(2, 5); times > 0; times--) {
      all.add(onTheDevice(Wish.START_SESSION, request));
      all.add(random.nextBoolean() ? new Operation.Work() : new Operation.Tick());
      all.add(draws.examination());
      all.add(new Operation.Work());
    }
    all.add(random.nextBoolean() ? new Operation.Rebalance(random.nextInt(6)) : draws.any());
    all.add(onTheDevice(Wish.START_SESSION, request));
    all.add(new Operation.Work());
    return all;
  }

  /** With nothing else wrong. */
  private Operation onTheDevice(Wish wish, int request) {
    return new Operation.Ask(wish, request, ANNA, draws.fresh(), 2 * random.nextInt(4), 0);
  }

  /** Nobody moves any more, or the grant's time is up, to the millisecond or nearly. */
  private List<Operation> leftAlone(int request) {
    var all = new ArrayList<Operation>();
    all.add(random.nextInt(3) == 0 ? under(request, ROOMY) : draws.ordinary(request));
    all.addAll(
        granted(
            request,
            random.nextBoolean()
                ? draws.plainOpening(request)
                : new Operation.Ask(Wish.OPEN, request, 0, 1, BRIEF, 0)));
    all.add(sound(Wish.START_SESSION, request));
    all.add(new Operation.Work());
    all.add(
        random.nextBoolean()
            ? new Operation.PassToDeadline(request, random.nextInt(-1, 2))
            : pass(Duration.ofMinutes(random.nextBoolean() ? 10 : 15)));
    all.add(
        random.nextBoolean() ? new Operation.Rebalance(random.nextInt(6)) : new Operation.Look());
    all.add(came(Wish.START_SESSION, request));
    all.add(told(draws.ofSessions(), request));
    all.add(sound(Wish.RING_SESSIONS, request));
    all.add(new Operation.Work());
    all.add(new Operation.Ask(Wish.RING, request, ANNA, 6, 0, 0));
    all.add(told(Wish.REPORT_ACTION, request));
    all.add(new Operation.Work());
    return all;
  }

  /** By so much that nobody vouches for it, and not so much that anybody is idle. */
  private Duration aside() {
    var minutes = Duration.ofMinutes(random.nextInt(2, 10));
    return random.nextBoolean() ? minutes : minutes.negated();
  }

  private List<Operation> granted(int request, Operation opening) {
    return List.of(
        opening,
        new Operation.Work(),
        new Operation.Ask(Wish.APPROVE, request, ANNA, draws.fresh(), 0, 0),
        new Operation.Work());
  }

  private Operation under(int request, int settings) {
    return new Operation.Ask(Wish.CHANGE_SETTINGS, request, CARLA, draws.fresh(), settings, 0);
  }

  private Operation ended(int request) {
    var ends = List.of(Wish.DENY, Wish.REVOKE, Wish.FINISH, Wish.RESOLVE_TICKET, Wish.END_SESSION);
    return new Operation.Ask(
        ends.get(random.nextInt(ends.size())), request, ANNA, draws.fresh(), 0, 0);
  }

  /** Anything may be wrong with it. */
  private Operation told(Wish wish, int request) {
    var behind = random.nextInt(4) / 3;
    return new Operation.Ask(
        wish, request, random.nextInt(4), draws.fresh(), random.nextInt(16), behind);
  }

  /** As its engineer does, mostly with nothing wrong. */
  private Operation came(Wish wish, int request) {
    return random.nextInt(3) == 0 ? told(wish, request) : sound(wish, request);
  }

  /** Of the request's own engineer, with nothing wrong that a customer might mind. */
  private Operation sound(Wish wish, int request) {
    return new Operation.Ask(
        wish, request, ANNA, draws.fresh(), SOUND.get(random.nextInt(SOUND.size())), 0);
  }

  /** All of it, or a millisecond less. */
  private Operation pass(Duration time) {
    return new Operation.Pass(time.minusMillis(random.nextInt(2)));
  }
}
