package dev.lockbox.domain.session;

import dev.lockbox.domain.SessionCommand.StartSession;
import dev.lockbox.domain.gateway.SeatReport;
import dev.lockbox.domain.gateway.SeatReport.SeatAnswered;
import dev.lockbox.domain.gateway.SeatReport.SeatLeft;
import dev.lockbox.domain.identity.CommandId;
import dev.lockbox.domain.identity.SessionId;
import dev.lockbox.domain.identity.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Where one engineer is on a gateway, or has asked to be and is not answered yet, over all
 * customers. What customers decide of it is told a moment later, so that a seat may still seem
 * taken when it is not, and never the other way round.
 *
 * @param held by the command that asked; from {@value #HELD_MAX} on nobody claims another, so that
 *     it grows no further than by sessions that began unclaimed, of which a customer has one
 */
public record Seats(SortedMap<CommandId, Seat> held) {
  public static final int HELD_MAX = 64;

  /**
   * A seat of which nothing was told for so long is nobody's: no session lasts longer than half of
   * it, and the other half is for whatever stands still between a command and its answer. So an
   * answer that never comes locks nobody out for ever, also where the log's clock was far ahead.
   */
  public static final Duration LONGEST = Duration.ofHours(48);

  public static final Seats NONE = new Seats(Collections.emptySortedMap());

  public Seats {
    held = Collections.unmodifiableSortedMap(new TreeMap<>(held));
  }

  /**
   * @param customer where the engineer is, or asks to be
   * @param taken whether a session began; otherwise nobody has answered yet
   * @param toldAt when the log had last told of it
   */
  public record Seat(TenantId customer, SessionId session, boolean taken, Instant toldAt) {
    private boolean isLapsed(Instant one, Instant other) {
      return isOlder(one) && isOlder(other) || isNewer(one) && isNewer(other);
    }

    private boolean isOlder(Instant clock) {
      return !clock.isBefore(toldAt.plus(LONGEST));
    }

    private boolean isNewer(Instant clock) {
      return !clock.isAfter(toldAt.minus(LONGEST));
    }
  }

  /**
   * As they are now, without those of which nothing was told for too long. Two clocks must say so:
   * one that jumps takes nobody's seat away.
   *
   * @param log its time
   * @param host what the clock of whoever reads it shows
   */
  public Seats at(Instant log, Instant host) {
    return without(seat -> seat.isLapsed(log, host));
  }

  /** Whether the engineer may not ask a customer for a seat: one is held at another. */
  public boolean areTakenFor(TenantId customer) {
    return held.size() >= HELD_MAX
        || held.values().stream().anyMatch(seat -> !seat.customer().equals(customer));
  }

  /** A customer is asked for one, and no other is until that is answered. */
  public Seats claimed(CommandId claim, StartSession start, Instant at) {
    return with(claim, new Seat(start.tenant(), start.session(), false, at));
  }

  /** What a customer did not claim here is held all the same, once a session has begun. */
  public Seats after(SeatReport report, Instant at) {
    var customer = report.engineer().tenant();
    return switch (report) {
      case SeatAnswered answer ->
          answer
              .session()
              .map(session -> with(answer.claim(), new Seat(customer, session, true, at)))
              .orElseGet(() -> without(answer.claim(), customer));
      case SeatLeft left -> without(seat -> isLeft(seat, left));
    };
  }

  /** Another try under the same id, which is not answered yet, is another seat. */
  private static boolean isLeft(Seat seat, SeatLeft left) {
    return seat.taken()
        && seat.customer().equals(left.engineer().tenant())
        && seat.session().equals(left.session());
  }

  private Seats with(CommandId claim, Seat seat) {
    var more = new TreeMap<>(held);
    more.put(claim, seat);
    return new Seats(more);
  }

  private Seats without(CommandId claim, TenantId customer) {
    var less = new TreeMap<>(held);
    less.computeIfPresent(claim, (id, seat) -> seat.customer().equals(customer) ? null : seat);
    return new Seats(less);
  }

  private Seats without(Predicate<Seat> given) {
    var less = new TreeMap<>(held);
    less.values().removeIf(given);
    return new Seats(less);
  }
}
