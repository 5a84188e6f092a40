package dev.lockbox.verifier.lease;

import dev.lockbox.verifier.lease.Received.Held;
import dev.lockbox.verifier.lease.Received.Rejected;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * What an enforcement point holds. Whoever wants to open something asks the lockbox for a lease of
 * the grant, hands in what came, and does so again about every half minute; before each thing that
 * an engineer does, {@link #mayNow} is asked. Nothing is renewed by itself, nothing opens without a
 * lease, and a lease is over at its end by the ticker or by the host's clock, whichever says so
 * first: turning the clock back lengthens nothing.
 *
 * <pre>{@code
 * var asking = leases.ask();                               // before the question is sent
 * String compact = post(".../lease", asking.nonce());      // your HTTP client
 * switch (leases.take(asking, compact)) { ... }            // held, or why not
 * switch (leases.mayNow(question)) { ... }                 // each time
 * }</pre>
 *
 * <p>The lockbox saying no, or nothing, changes nothing by itself: what is held lapses. Where the
 * lockbox says that the grant is over, {@link #end} it. Safe for several threads.
 */
public final class Leases {
  /**
   * Grants held at once, and grants that are remembered as not to be held; further ones are not.
   */
  public static final int HELD_MAX = 10_000;

  private static final int NONCE_BYTES = 16;

  private final Trust trust;
  private final LeaseReader reader;
  private final InstantSource clock;
  private final LongSupplier ticker;
  private final int heldMax;
  private final SecureRandom random = new SecureRandom();
  private final Map<GrantId, HeldLease> held = new HashMap<>();
  private final Stops stops = new Stops();

  /**
   * @param clock the host's, kept right by NTP
   * @param ticker nanoseconds since any moment, which never run backwards: {@link System#nanoTime}
   */
  public Leases(Trust trust, InstantSource clock, LongSupplier ticker) {
    this(trust, clock, ticker, HELD_MAX);
  }

  Leases(Trust trust, InstantSource clock, LongSupplier ticker, int heldMax) {
    this.trust = trust;
    this.reader = new LeaseReader(trust);
    this.clock = clock;
    this.ticker = ticker;
    this.heldMax = heldMax;
  }

  /** Begins to ask for a lease. */
  public Asking ask() {
    var nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    return new Asking(
        Base64.getUrlEncoder().withoutPadding().encodeToString(nonce), ticker.getAsLong());
  }

  /** Takes what came in answer. A lease takes the place of an earlier one of the same grant. */
  public Received take(Asking asking, String compact) {
    return switch (reader.read(compact)) {
      case Rejected rejected -> rejected;
      case Held read -> hold(asking, read.lease());
    };
  }

  private synchronized Received hold(Asking asking, Lease lease) {
    var now = clock.instant();
    var ticks = ticker.getAsLong();
    var fresh = new HeldLease(lease, asking.atNanos());
    forget(ticks, now);
    var rejection =
        contradiction(asking, lease, now, ticks)
            .or(() -> fresh.isOver(ticks, now) ? Optional.of(Rejection.LAPSED) : Optional.empty())
            .or(() -> crowding(lease.grant()));
    if (rejection.isPresent()) {
      return new Rejected(rejection.get());
    }
    held.merge(lease.grant(), fresh, Leases::later);
    return new Held(lease);
  }

  private Optional<Rejection> contradiction(Asking asking, Lease lease, Instant now, long ticks) {
    if (!lease.nonce().equals(asking.nonce())) {
      return Optional.of(Rejection.OTHER_ANSWER);
    }
    var isFirstSeen = !held.containsKey(lease.grant());
    if (isFirstSeen && lease.notBefore().isAfter(now.plus(trust.allowance()))) {
      stops.makeVoid(lease);
    }
    if (stops.isVoid(lease.grant())) {
      return Optional.of(Rejection.VOID);
    }
    if (isSkewed(asking, lease, now, ticks)) {
      return Optional.of(Rejection.CLOCK_SKEWED);
    }
    return stops.isEnded(lease.grant(), asking.atNanos())
        ? Optional.of(Rejection.ENDED)
        : Optional.empty();
  }

  /**
   * The lockbox issued it between the asking and now, so that its clock shows at least what it
   * signed, and at most that, the second it was rounded by, and the time the answer took.
   */
  private boolean isSkewed(Asking asking, Lease lease, Instant now, long ticks) {
    var earliest = lease.issuedAt();
    var latest = earliest.plusSeconds(1).plusNanos(ticks - asking.atNanos());
    return now.isBefore(earliest.minus(trust.allowance()))
        || now.isAfter(latest.plus(trust.allowance()));
  }

  private Optional<Rejection> crowding(GrantId grant) {
    var isNew = !held.containsKey(grant);
    var isCrowded = isNew && (held.size() >= heldMax || stops.size() >= heldMax);
    return isCrowded ? Optional.of(Rejection.TOO_MANY) : Optional.empty();
  }

  private static HeldLease later(HeldLease one, HeldLease other) {
    return one.askedAt() - other.askedAt() > 0 ? one : other;
  }

  /** May this be done now? */
  public synchronized Clearance mayNow(Question question) {
    var now = clock.instant();
    var ticks = ticker.getAsLong();
    var obstacles = EnumSet.noneOf(Obstacle.class);
    for (var one : of(question.tenant(), question.engineer())) {
      var against = one.against(question, ticks, now, trust.allowance());
      if (against.isEmpty()) {
        return new Clearance.Open(one.lease(), one.lease().until());
      }
      obstacles.addAll(against);
    }
    return new Clearance.Shut(obstacles.isEmpty() ? Set.of(Obstacle.NO_LEASE) : obstacles);
  }

  /** Each grant is looked at by itself: two together allow nothing that neither allows. */
  private List<HeldLease> of(String tenant, String engineer) {
    return held.values().stream()
        .filter(one -> one.lease().grant().tenant().equals(tenant))
        .filter(one -> one.lease().engineer().equals(engineer))
        .toList();
  }

  /**
   * Ends a grant here and now, because the lockbox says that it is over, frozen or otherwise not to
   * be had. No answer to a question that was asked before opens it again; one that is asked
   * afterwards may.
   */
  public synchronized void end(GrantId grant) {
    held.remove(grant);
    stops.end(grant, ticker.getAsLong());
  }

  /** Those grants whose leases are not over, which are to be renewed or given up. */
  public synchronized Set<GrantId> held() {
    forget(ticker.getAsLong(), clock.instant());
    return Set.copyOf(held.keySet());
  }

  private void forget(long ticks, Instant now) {
    held.values().removeIf(one -> one.isOver(ticks, now));
    stops.forget(ticks, now, trust.allowance());
  }
}
