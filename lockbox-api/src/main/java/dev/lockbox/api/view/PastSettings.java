package dev.lockbox.api.view;

import dev.lockbox.api.problem.ProblemException;
import dev.lockbox.domain.Recorded;
import dev.lockbox.domain.TenantEvent;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.domain.tenant.Tenant;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How a customer stood once: its people, plan, rules and keys, by its own events up to there and
 * the rules' own fold. What happened to its requests is not looked at, however much it was.
 */
@Singleton
public final class PastSettings {
  private final View view;
  private final ViewStores stores;
  private final Chronicle chronicle;
  private final InstantSource clock;
  private final int eventsMax;

  @Inject
  PastSettings(View view, ViewStores stores, Chronicle chronicle, InstantSource clock) {
    this(view, stores, chronicle, clock, Hindsight.EVENTS_MAX);
  }

  PastSettings(
      View view, ViewStores stores, Chronicle chronicle, InstantSource clock, int eventsMax) {
    this.view = view;
    this.stores = stores;
    this.chronicle = chronicle;
    this.clock = clock;
    this.eventsMax = eventsMax;
  }

  /**
   * The customer as it stood; empty where it was not registered yet, or never came to the version.
   *
   * @throws ProblemException INVALID_REQUEST for an instant to come, TOO_MUCH_HAPPENED where more
   *     than {@value Hindsight#EVENTS_MAX} entries would have to be looked at
   */
  public Optional<Tenant.Registered> find(TenantId tenant, AsOf asOf) {
    if (asOf instanceof AsOf.Time then) {
      then.mustBeOver(clock.instant());
    }
    return Optional.of(fold(tenant, asOf))
        .filter(Tenant.Registered.class::isInstance)
        .map(Tenant.Registered.class::cast)
        .filter(stood -> !(asOf instanceof AsOf.Version then) || stood.version() == then.number());
  }

  private Tenant fold(TenantId tenant, AsOf asOf) {
    var past = new Past(asOf);
    var kept = firstKept(tenant);
    if (kept.isEmpty() || kept.getAsLong() > 1) {
      older(tenant, kept, past);
    }
    var range = Keys.historyAfter(tenant, 0);
    try (var scan = stores.of(ViewStores.CHANGES, tenant).range(range.from(), range.to())) {
      while (scan.hasNext() && !past.isOver) {
        past.take(event(tenant, Keys.sequenceIn(scan.next().key)));
      }
    }
    return past.stood;
  }

  /** What was folded before the changes were kept apart is looked for among everything else. */
  private void older(TenantId tenant, OptionalLong before, Past past) {
    var range =
        before.isPresent()
            ? Keys.historyBefore(tenant, before.getAsLong())
            : Keys.historyAfter(tenant, 0);
    try (var scan = stores.of(ViewStores.HISTORY, tenant).range(range.from(), range.to())) {
      while (scan.hasNext() && !past.isOver) {
        past.take(chronicle.ofNoRequest(tenant, scan.next().value));
      }
    }
  }

  private OptionalLong firstKept(TenantId tenant) {
    var range = Keys.historyAfter(tenant, 0);
    try (var scan = stores.of(ViewStores.CHANGES, tenant).range(range.from(), range.to())) {
      return scan.hasNext()
          ? OptionalLong.of(Keys.sequenceIn(scan.next().key))
          : OptionalLong.empty();
    }
  }

  private Optional<Recorded> event(TenantId tenant, long sequence) {
    return view.get(ViewStores.HISTORY, tenant, Keys.history(tenant, sequence))
        .flatMap(entry -> chronicle.ofNoRequest(tenant, entry));
  }

  /** The fold on its way. */
  private final class Past {
    private final AsOf asOf;
    private Tenant stood = Tenant.UNREGISTERED;
    private int looked;
    private boolean isOver;

    Past(AsOf asOf) {
      this.asOf = asOf;
    }

    /**
     * @param entry empty for one of a request's
     */
    void take(Optional<Recorded> entry) {
      if (looked == eventsMax) {
        throw Hindsight.tooMuch("Too much happened at the customer.");
      }
      looked++;
      isOver = entry.filter(one -> !asOf.includes(one)).isPresent();
      if (!isOver && entry.map(Recorded::event).orElse(null) instanceof TenantEvent event) {
        stood = Tenant.evolve(stood, event);
      }
    }
  }
}
