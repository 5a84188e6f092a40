package dev.lockbox.simulator.history;

import dev.lockbox.simulator.people.Cast;
import dev.lockbox.simulator.people.Wish;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Steps that belong together: a role is defined, somebody asks to be a member, and is one. */
final class RolePlots {
  /** Whose number says of which role, by their places in {@link Cast#REQUESTS}. */
  private static final int TRAINED = 8;

  private static final int READER = 11;
  private static final int WRITER = 14;

  /** A request of the provider's own tenant. */
  private static final int PROVIDERS = 10;

  /** The variants of Ben, who administers too; of Eva, for a day; of a wider role; of an end. */
  private static final int BEN = 15;

  private static final int A_DAY = 5;
  private static final int WIDER = 1;
  static final int BY_HERSELF = 6;

  /** The variant of what Carla decides, who manages nobody. */
  static final int BY_CARLA = 5;

  private final SplittableRandom random;
  private final Draws draws;

  RolePlots(SplittableRandom random, Draws draws) {
    this.random = random;
    this.draws = draws;
  }

  List<Operation> any() {
    return switch (random.nextInt(8)) {
      case 0, 6 -> joined();
      case 7 -> withdrawn();
      case 1 -> needing();
      case 2 -> ofAnAdmin();
      case 3 -> unanswered();
      case 4 -> heldBack();
      default -> anything();
    };
  }

  /** What is withdrawn is closed for good, whatever is asked of it. */
  private List<Operation> withdrawn() {
    var all = begun(WRITER);
    all.add(asked(Wish.REQUEST_MEMBERSHIP, WRITER, 0));
    all.add(new Operation.Work());
    all.add(asked(Wish.WITHDRAW_ROLE, WRITER, 0));
    all.add(new Operation.Work());
    all.add(approved(WRITER));
    all.add(asked(Wish.WITHDRAW_ROLE, WRITER, 0));
    all.add(asked(Wish.DEFINE_ROLE, WRITER, random.nextInt(4)));
    all.add(asked(Wish.REQUEST_MEMBERSHIP, WRITER, 0));
    all.add(new Operation.Work());
    return all;
  }

  /** Eva becomes a member, something happens, and her time is up or nearly. */
  private List<Operation> joined() {
    var all = begun(TRAINED);
    all.add(asked(Wish.REQUEST_MEMBERSHIP, TRAINED, random.nextInt(3) == 0 ? A_DAY : 0));
    all.add(new Operation.Work());
    all.add(
        random.nextInt(4) == 0 ? asked(Wish.DEFINE_ROLE, TRAINED, WIDER) : new Operation.Tick());
    all.add(
        random.nextBoolean()
            ? asked(Wish.APPROVE_MEMBERSHIP, TRAINED, random.nextBoolean() ? BY_HERSELF : BY_CARLA)
            : new Operation.Tick());
    all.add(approved(TRAINED));
    all.add(new Operation.Work());
    all.add(asked(draws.ofRoles(), TRAINED, random.nextInt(16)));
    all.add(
        random.nextBoolean() ? new Operation.Rebalance(random.nextInt(6)) : new Operation.Tick());
    all.add(pass(Duration.ofDays(random.nextInt(1, 3))));
    all.add(asked(Wish.REQUEST_MEMBERSHIP, TRAINED, 0));
    all.add(asked(Wish.RING_MEMBERSHIPS, TRAINED, 0));
    all.add(
        random.nextBoolean() ? asked(Wish.END_MEMBERSHIP, TRAINED, BY_HERSELF) : approved(TRAINED));
    all.add(new Operation.Work());
    return all;
  }

  /** A role that needs another, which is held, or not any more. */
  private List<Operation> needing() {
    var all = begun(TRAINED);
    all.add(asked(Wish.DEFINE_ROLE, READER, 0));
    if (random.nextBoolean()) {
      all.add(asked(Wish.REQUEST_MEMBERSHIP, TRAINED, 0));
      all.add(new Operation.Work());
      all.add(approved(TRAINED));
    }
    all.add(new Operation.Work());
    all.add(asked(Wish.REQUEST_MEMBERSHIP, READER, 0));
    all.add(new Operation.Work());
    all.add(
        switch (random.nextInt(4)) {
          case 0 -> asked(Wish.END_MEMBERSHIP, TRAINED, BY_HERSELF);
          case 1 -> asked(Wish.WITHDRAW_ROLE, TRAINED, 0);
          case 2 -> pass(Duration.ofDays(2));
          default -> asked(Wish.DEFINE_ROLE, TRAINED, 3);
        });
    all.add(approved(READER));
    all.add(new Operation.Work());
    return all;
  }

  /** Whoever administers is a member too, and defines what they may. */
  private List<Operation> ofAnAdmin() {
    var all = begun(WRITER);
    all.add(new Operation.Ask(Wish.DESCRIBE_ENGINEER, WRITER, 0, evenly(), BEN, 0));
    all.add(asked(Wish.REQUEST_MEMBERSHIP, WRITER, BEN));
    all.add(new Operation.Work());
    all.add(
        random.nextBoolean() ? asked(Wish.APPROVE_MEMBERSHIP, WRITER, BEN) : new Operation.Tick());
    all.add(new Operation.Work());
    all.add(new Operation.Ask(Wish.DEFINE_ROLE, WRITER, 0, oddly(), WIDER, 0));
    all.add(new Operation.Ask(Wish.DESCRIBE_ENGINEER, WRITER, 0, oddly(), BEN, 0));
    all.add(new Operation.Work());
    return all;
  }

  /** The manager says nothing until it is too late, or nearly. */
  private List<Operation> unanswered() {
    var all = begun(TRAINED);
    all.add(asked(Wish.REQUEST_MEMBERSHIP, TRAINED, 0));
    all.add(new Operation.Work());
    all.add(
        random.nextBoolean() ? asked(Wish.REQUEST_MEMBERSHIP, TRAINED, 0) : new Operation.Tick());
    all.add(new Operation.Pass(Duration.ofDays(14).plusMillis(random.nextInt(-1, 2))));
    all.add(
        switch (random.nextInt(3)) {
          case 0 -> asked(Wish.RING_MEMBERSHIPS, TRAINED, 0);
          case 1 -> asked(Wish.REQUEST_MEMBERSHIP, TRAINED, A_DAY);
          default -> new Operation.Tick();
        });
    all.add(approved(TRAINED));
    all.add(asked(Wish.DENY_MEMBERSHIP, TRAINED, random.nextBoolean() ? 0 : A_DAY));
    all.add(new Operation.Work());
    return all;
  }

  /** The clock is suspect, or something freezes the provider's own tenant. */
  private List<Operation> heldBack() {
    var all = begun(TRAINED);
    all.add(asked(Wish.REQUEST_MEMBERSHIP, TRAINED, 0));
    all.add(new Operation.Tick());
    all.add(new Operation.Work());
    all.add(
        random.nextBoolean()
            ? new Operation.Litter(Wish.Door.LOG, Mishaps.tenantOf(PROVIDERS), 0)
            : new Operation.SetBrokerClock(0, Duration.ofDays(random.nextInt(-3, 3))));
    all.add(asked(Wish.DEFINE_ROLE, TRAINED, random.nextInt(3)));
    all.add(approved(TRAINED));
    all.add(asked(Wish.DESCRIBE_ENGINEER, TRAINED, random.nextInt(5)));
    all.add(asked(Wish.END_MEMBERSHIP, TRAINED, random.nextInt(16)));
    all.add(new Operation.Work());
    all.add(new Operation.SetBrokerClock(0, Duration.ZERO));
    all.add(new Operation.Work());
    return all;
  }

  /** Of any role, whatever became of it. */
  private List<Operation> anything() {
    var all = new ArrayList<Operation>();
    for (var times = 0; times < 6; times++) {
      all.add(asked(draws.ofRoles(), draws.request(), random.nextInt(16)));
      if (random.nextBoolean()) {
        all.add(new Operation.Work());
      }
    }
    all.add(new Operation.Work());
    return all;
  }

  private List<Operation> begun(int role) {
    var all = new ArrayList<Operation>();
    all.add(new Operation.Ask(Wish.DEFINE_ROLE, role, 0, evenly(), 0, 0));
    all.add(new Operation.Ask(Wish.DESCRIBE_ENGINEER, role, 0, evenly(), 0, 0));
    all.add(new Operation.Work());
    return all;
  }

  private Operation approved(int role) {
    var variant = random.nextInt(4) == 0 ? random.nextInt(16) : 0;
    return new Operation.Ask(
        Wish.APPROVE_MEMBERSHIP, role, 0, draws.fresh(), variant, random.nextInt(6) / 5);
  }

  private Operation asked(Wish wish, int role, int variant) {
    return new Operation.Ask(wish, role, random.nextInt(4), draws.fresh(), variant, 0);
  }

  /** By Carla. */
  private int evenly() {
    return draws.fresh() * 2;
  }

  /** By Ben. */
  private int oddly() {
    return draws.fresh() * 2 + 1;
  }

  /** All of it, or a millisecond less. */
  private Operation pass(Duration time) {
    return new Operation.Pass(time.minusMillis(random.nextInt(2)));
  }
}
