package dev.lockbox.api.view;

import dev.lockbox.api.problem.ProblemException;
import dev.lockbox.domain.ExclusionEvent;
import dev.lockbox.domain.Recorded;
import dev.lockbox.domain.exclusion.Exclusion;
import dev.lockbox.domain.identity.ExclusionId;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.events.codec.Stored;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How accesses that no approval covers stood once, by their own events up to there and the rules'
 * own fold. Every method throws {@link ProblemException}: INVALID_REQUEST for an instant to come,
 * TOO_MUCH_HAPPENED where more than {@value Hindsight#EVENTS_MAX} entries would have to be looked
 * at.
 */
@Singleton
final class PastExclusions {
  private final View view;
  private final ViewStores stores;
  private final Chronicle chronicle;
  private final InstantSource clock;
  private final int eventsMax;

  @Inject
  PastExclusions(View view, ViewStores stores, Chronicle chronicle, InstantSource clock) {
    this(view, stores, chronicle, clock, Hindsight.EVENTS_MAX);
  }

  PastExclusions(
      View view, ViewStores stores, Chronicle chronicle, InstantSource clock, int eventsMax) {
    this.view = view;
    this.stores = stores;
    this.chronicle = chronicle;
    this.clock = clock;
    this.eventsMax = eventsMax;
  }

  /** One of them; empty where nothing was known of it yet. */
  Optional<ExclusionJson> show(ExclusionId exclusion, AsOf.Time asOf) {
    asOf.mustBeOver(clock.instant());
    return view.get(ViewStores.EXCLUSIONS, exclusion.tenant(), Keys.exclusion(exclusion))
        .map(bytes -> Stored.EXCLUSION.fromBytes(bytes).state())
        .flatMap(now -> show(exclusion, now, new Past(asOf)));
  }

  /**
   * A customer's, in the order of their ids. A page ends early where it would look at more than
   * {@value View#SCANNED_MAX} of them.
   *
   * @param after behind this one; empty from the first on
   * @param limit at most so many
   */
  Page<ExclusionJson> list(
      TenantId tenant, Optional<ExclusionId> after, int limit, AsOf.Time asOf) {
    asOf.mustBeOver(clock.instant());
    var range = Keys.exclusionsAfter(tenant, after);
    var items = new ArrayList<ExclusionJson>();
    var past = new Past(asOf);
    try (var scan = stores.of(ViewStores.EXCLUSIONS, tenant).range(range.from(), range.to())) {
      for (var looked = 1; scan.hasNext(); looked++) {
        var now = Stored.EXCLUSION.fromBytes(scan.next().value);
        show(now.exclusion(), now.state(), past).ifPresent(items::add);
        if (scan.hasNext() && (items.size() == limit || looked == View.SCANNED_MAX)) {
          return new Page<>(items, Optional.of(now.exclusion().value()));
        }
      }
    }
    return new Page<>(items, Optional.empty());
  }

  private Optional<ExclusionJson> show(ExclusionId exclusion, Exclusion now, Past past) {
    return Optional.of(past.fold(exclusion, now))
        .filter(stood -> stood.stage() != Exclusion.Stage.UNKNOWN)
        .map(stood -> ExclusionJson.of(exclusion, stood));
  }

  /** A look back, and what it cost so far. */
  private final class Past {
    private final AsOf.Time asOf;
    private int looked;

    Past(AsOf.Time asOf) {
      this.asOf = asOf;
    }

    /**
     * @param now as it stands, which says how much must have happened to it
     */
    Exclusion fold(ExclusionId exclusion, Exclusion now) {
      var kept = kept(exclusion);
      var stood = Exclusion.UNKNOWN;
      for (var recorded : kept.size() < now.trail().version() ? older(exclusion, now) : kept) {
        if (!asOf.includes(recorded)) {
          return stood;
        }
        stood = Exclusion.evolve(stood, (ExclusionEvent) recorded.event());
      }
      return stood;
    }

    private List<Recorded> kept(ExclusionId exclusion) {
      var tenant = exclusion.tenant();
      var range = Keys.eventsOf(exclusion);
      var found = new ArrayList<Recorded>();
      try (var scan =
          stores.of(ViewStores.EXCLUSION_EVENTS, tenant).range(range.from(), range.to())) {
        while (scan.hasNext()) {
          look();
          found.add(chronicle.at(tenant, Keys.sequenceIn(scan.next().key)));
        }
      }
      return found;
    }

    /** What was folded before its events were kept apart is looked for among everything else. */
    private List<Recorded> older(ExclusionId exclusion, Exclusion now) {
      var tenant = exclusion.tenant();
      var range = Keys.historyAfter(tenant, 0);
      var found = new ArrayList<Recorded>();
      try (var scan = stores.of(ViewStores.HISTORY, tenant).range(range.from(), range.to())) {
        while (scan.hasNext() && found.size() < now.trail().version()) {
          look();
          chronicle
              .ofNoRequest(tenant, scan.next().value)
              .filter(recorded -> isOf(exclusion, recorded))
              .ifPresent(found::add);
        }
      }
      return found;
    }

    private static boolean isOf(ExclusionId exclusion, Recorded recorded) {
      return recorded.event() instanceof ExclusionEvent event
          && event.exclusion().equals(exclusion);
    }

    private void look() {
      if (looked == eventsMax) {
        throw Hindsight.tooMuch("Too much happened at the customer.");
      }
      looked++;
    }
  }
}
