package dev.lockbox.api.view;

import dev.lockbox.api.problem.Problem;
import dev.lockbox.api.problem.ProblemException;
import dev.lockbox.api.security.Reach;
import dev.lockbox.api.view.Keys.Range;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.TenantId;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Looks for some of all that happened at a customer. It is in the order of time, the newest first;
 * what was folded before times were kept comes last, in the order of the customer's sequence. So it
 * is within one request's history, which is short.
 */
@Singleton
final class Happenings {
  private final View view;
  private final ViewStores stores;
  private final Chronicle chronicle;

  Happenings(View view, ViewStores stores, Chronicle chronicle) {
    this.view = view;
    this.stores = stores;
    this.chronicle = chronicle;
  }

  /**
   * What somebody may read of what they look for.
   *
   * @param limit at most so many
   * @throws ProblemException INVALID_REQUEST when the cursor is not of this list; NO_SUCH_REQUEST
   *     where nothing of the request that is asked for is there for them
   */
  Page<StreamedJson> page(
      Reach reach, WantedHappenings wanted, int limit, Optional<String> cursor) {
    var tenant = reach.tenant();
    var request = wanted.request().map(id -> RequestIds.parse(tenant, id));
    var after = cursor.map(text -> Cursor.when(tenant, request, text));
    request.ifPresent(one -> mustBeThere(one, reach));
    var places = request.map(one -> of(one, after)).orElseGet(() -> at(tenant, wanted, after));
    var items = new ArrayList<StreamedJson>();
    var names = new Names(view);
    var looked = 0;
    while (looked < Math.min(places.size(), View.SCANNED_MAX) && items.size() < limit) {
      Optional.of(chronicle.at(tenant, places.get(looked).sequence()))
          .filter(recorded -> wanted.mayInclude(recorded.event()))
          .flatMap(recorded -> chronicle.show(recorded, reach, names))
          .filter(wanted::includes)
          .ifPresent(items::add);
      looked++;
    }
    return new Page<>(
        items,
        looked < places.size()
            ? Optional.of(Cursor.of(tenant, request, places.get(looked - 1)))
            : Optional.empty());
  }

  /** Else a wrong id would look like one to which nothing happened. */
  private void mustBeThere(RequestId request, Reach reach) {
    if (!chronicle.isReadable(request, reach) || view.newest(request, 1).isEmpty()) {
      throw new ProblemException(Problem.noSuchRequest());
    }
  }

  /** Where what happened to a request stands: one place more than are looked at, where there is. */
  private List<When> of(RequestId request, Optional<When> after) {
    var all = Keys.timelineAfter(request, 0);
    var last = after.map(when -> Keys.timeline(request, when.sequence() - 1)).orElse(all.to());
    return bySequence(
        ViewStores.TIMELINE, request.tenant(), new Range(all.from(), last), new ArrayList<>());
  }

  private List<When> at(TenantId tenant, WantedHappenings wanted, Optional<When> after) {
    var first =
        view.get(ViewStores.TIMES, tenant, Keys.tenant(tenant))
            .map(Folding::number)
            .orElse(Long.MAX_VALUE);
    var places = new ArrayList<When>();
    if (after.filter(when -> when.sequence() < first).isEmpty()) {
      var range = Keys.times(tenant, wanted.from(), wanted.until(), after);
      try (var scan = stores.of(ViewStores.TIMES, tenant).range(range.from(), range.to())) {
        while (scan.hasNext() && places.size() <= View.SCANNED_MAX) {
          places.add(Keys.whenIn(scan.next().key));
        }
      }
    }
    var before = after.map(When::sequence).filter(sequence -> sequence < first).orElse(first);
    return bySequence(ViewStores.HISTORY, tenant, Keys.historyBefore(tenant, before), places);
  }

  private List<When> bySequence(String store, TenantId tenant, Range range, List<When> places) {
    if (range.from().compareTo(range.to()) <= 0 && places.size() <= View.SCANNED_MAX) {
      try (var scan = stores.of(store, tenant).reverseRange(range.from(), range.to())) {
        while (scan.hasNext() && places.size() <= View.SCANNED_MAX) {
          places.add(new When(0, Keys.sequenceIn(scan.next().key)));
        }
      }
    }
    return places;
  }
}
