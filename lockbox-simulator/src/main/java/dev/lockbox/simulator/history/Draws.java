package dev.lockbox.simulator.history;

import dev.lockbox.simulator.people.Cast;
import dev.lockbox.simulator.people.Details;
import dev.lockbox.simulator.people.Wish;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.SplittableRandom;

/** Who, what and when, at random. */
final class Draws {
  private static final List<Wish> WISHES =
      Arrays.stream(Wish.values())
          .flatMap(wish -> Collections.nCopies(wish.weight(), wish).stream())
          .toList();

  static final List<Wish> OF_REQUESTS = List.copyOf(EnumSet.range(Wish.OPEN, Wish.RING));

  /** The variants of a request for later that can be agreed on; and one that is too far ahead. */
  private static final List<Integer> SOUND_FOR_LATER = List.of(1, 2, 4, 5, 6, 6, 7);

  /** The variants of a request that most tenants and providers ask about. */
  private static final List<Integer> SOUND = List.of(2, 4, 4, 5, 6, 7, 12, 14);

  /** The variants of an offer of less. */
  private static final List<Integer> OF_LESS = List.of(0, 2, 3, 6);

  private static final List<Integer> PLAIN = List.of(4, 5, 6, 12);

  static final List<Wish> ENDING_NOTHING =
      List.of(
          Wish.OPEN,
          Wish.START_PRACTICE,
          Wish.APPROVE,
          Wish.APPROVE_INSIDE,
          Wish.DENY_INSIDE,
          Wish.ASK_QUESTION,
          Wish.ANSWER_QUESTION,
          Wish.COUNTER_OFFER,
          Wish.WITHDRAW_OFFER,
          Wish.ACCEPT_OFFER,
          Wish.ACKNOWLEDGE_CLOSING);

  static final List<Wish> OF_EXCLUSIONS =
      List.copyOf(EnumSet.range(Wish.REPORT_EXCLUSION, Wish.RING_EXCLUSION));

  private static final List<Wish> OF_ROLES =
      List.copyOf(EnumSet.range(Wish.DEFINE_ROLE, Wish.RING_MEMBERSHIPS));

  private static final List<Wish> OF_SESSIONS =
      List.copyOf(EnumSet.range(Wish.START_SESSION, Wish.RING_SESSIONS));

  private final SplittableRandom random;
  private int unspoken = Cast.EVERYDAY;

  Draws(SplittableRandom random) {
    this.random = random;
  }

  /** Mostly with nothing wrong. */
  Operation opening(int request) {
    var variant =
        random.nextInt(3) == 0 ? random.nextInt(16) : SOUND.get(random.nextInt(SOUND.size()));
    return new Operation.Ask(Wish.OPEN, request, 0, 1, variant, 0);
  }

  /** Whoever makes it has made none like it before. */
  int fresh() {
    return 100 + random.nextInt(10_000);
  }

  /** The tenant goes back to what holds while nothing is set. */
  Operation ordinary(int request) {
    return new Operation.Ask(Wish.CHANGE_SETTINGS, request, Plots.CARLA, fresh(), 0, 0);
  }

  /** Of Eva's, with nothing wrong. */
  Operation plainOpening(int request) {
    return new Operation.Ask(Wish.OPEN, request, 0, 1, plain(), 0);
  }

  /** The variant of a request of Eva's with which nothing is wrong. */
  int plain() {
    return PLAIN.get(random.nextInt(PLAIN.size()));
  }

  /** Mostly with nothing wrong. */
  Operation openingForLater(int request) {
    var variant =
        random.nextInt(3) == 0
            ? random.nextInt(16)
            : SOUND_FOR_LATER.get(random.nextInt(SOUND_FOR_LATER.size()));
    return new Operation.Ask(Wish.OPEN, request, 0, 2, variant, 0);
  }

  /** As what follows the one before it. */
  Operation openingBehind(int request) {
    return new Operation.Ask(Wish.OPEN, request, 0, 3, random.nextInt(16), 0);
  }

  /** Of the device on which most come, or the other one; now and then of earlier, or beforehand. */
  Operation examination() {
    var ago = Duration.ofSeconds(mostlyPlain(600) - mostlyPlain(120));
    return new Operation.Examine(random.nextInt(2), random.nextBoolean(), ago);
  }

  Operation any() {
    return ask(wish(), request());
  }

  Wish wish() {
    return WISHES.get(random.nextInt(WISHES.size()));
  }

  /** Whatever can be asked about a request, also what hardly ever is. */
  Wish ofRequests() {
    return OF_REQUESTS.get(random.nextInt(OF_REQUESTS.size()));
  }

  /** What can be asked about a request and does not end it, once it is agreed on. */
  Wish endingNothing() {
    return ENDING_NOTHING.get(random.nextInt(ENDING_NOTHING.size()));
  }

  /** Whatever can be asked about what no approval covers. */
  Wish ofExclusions() {
    return OF_EXCLUSIONS.get(random.nextInt(OF_EXCLUSIONS.size()));
  }

  /** Whatever can be asked about the provider's roles and their members. */
  Wish ofRoles() {
    return OF_ROLES.get(random.nextInt(OF_ROLES.size()));
  }

  /** Whatever a gateway can tell. */
  Wish ofSessions() {
    return OF_SESSIONS.get(random.nextInt(OF_SESSIONS.size()));
  }

  Operation ask(Wish wish, int request) {
    return new Operation.Ask(
        wish,
        request,
        person(),
        random.nextInt(6),
        random.nextInt(wish == Wish.CHANGE_SETTINGS ? Details.SETTINGS : 16),
        random.nextInt(8) == 0 ? random.nextInt(1, 3) : 0);
  }

  /** Nothing more often than not; otherwise less than so much. */
  int mostlyPlain(int bound) {
    return random.nextBoolean() ? 0 : random.nextInt(bound);
  }

  /** The variant of an offer that mostly is of less than was asked for. */
  int mostlyOfLess() {
    return random.nextInt(3) == 0 ? random.nextInt(8) : OF_LESS.get(random.nextInt(OF_LESS.size()));
  }

  Wish.Door door() {
    return random.nextBoolean() ? Wish.Door.INTAKE : Wish.Door.LOG;
  }

  /** Mostly somebody who may. */
  private int person() {
    return random.nextInt(3) == 0 ? random.nextInt(Cast.PEOPLE.size()) : random.nextInt(2);
  }

  /** By its place in {@link Cast#TENANTS}. */
  int tenant() {
    return random.nextInt(Cast.TENANTS.size());
  }

  int request() {
    return random.nextInt(Cast.EVERYDAY);
  }

  /** Mostly one that nobody has spoken of, so that a plot goes as it should. */
  int plotted() {
    return unspoken < Cast.FIRST_IN_SCENES && random.nextInt(4) > 0 ? unspoken++ : request();
  }

  /** Another one of the same tenant's. */
  static int sister(int request) {
    var others = Cast.FIRST_IN_SCENES - Cast.EVERYDAY;
    return request < Cast.EVERYDAY
        ? request ^ 1
        : Cast.EVERYDAY + (request - Cast.EVERYDAY + Cast.TENANTS.size()) % others;
  }

  int instance() {
    return random.nextInt(World.INSTANCES);
  }

  int broker() {
    return random.nextInt(World.BROKERS);
  }

  Duration time() {
    return switch (random.nextInt(4)) {
      case 0 -> Duration.ofMillis(random.nextLong(1, 1_000));
      case 1 -> Duration.ofSeconds(random.nextLong(1, 600));
      case 2 -> Duration.ofMinutes(random.nextLong(1, 600));
      default -> Duration.ofHours(random.nextLong(1, 60));
    };
  }

  Duration skew() {
    return switch (random.nextInt(4)) {
      case 0 -> Duration.ZERO;
      case 1 -> Duration.ofSeconds(random.nextLong(-60, 60));
      case 2 -> Duration.ofHours(random.nextLong(-6, 6));
      default -> Duration.ofDays(random.nextLong(-4, 5));
    };
  }
}
