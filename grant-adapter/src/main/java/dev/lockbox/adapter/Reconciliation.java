package dev.lockbox.adapter;

import dev.lockbox.adapter.Step.Acknowledge;
import dev.lockbox.adapter.Step.Create;
import dev.lockbox.adapter.Step.Remove;
import dev.lockbox.adapter.target.Assignment;
import dev.lockbox.adapter.target.Listed;
import dev.lockbox.adapter.target.Listed.Says;
import dev.lockbox.adapter.target.Listing;
import dev.lockbox.adapter.target.Places;
import dev.lockbox.domain.AccessRequest.Granted;
import dev.lockbox.domain.gateway.Finding;
import dev.lockbox.domain.identity.ActionName;
import dev.lockbox.domain.identity.EngineerId;
import dev.lockbox.domain.identity.PointId;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.ResourceName;
import dev.lockbox.domain.rules.Conditions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is to be done at a target, from what the log grants and what the target lists. Pure: the
 * same knowledge at the same instant makes the same steps.
 *
 * <p>Whatever helps an engineer in needs everything: a grant that lasts by the adapter's own clock,
 * conditions that the target keeps, and a reading of the log that does not lag. Whatever puts one
 * out needs nothing.
 *
 * @param grants by their requests
 * @param places where what they allow stands at the target; several may want the same there, and it
 *     stays until the last of them is over
 * @param kept the conditions that the target keeps
 * @param point as what it tells that it closed
 * @param removedWithin what is still there of a grant that ended no longer ago is removed, and is
 *     no news
 */
record Reconciliation(
    Map<RequestId, Grant> grants,
    Places places,
    Conditions kept,
    PointId point,
    Duration removedWithin) {
  Reconciliation {
    grants = Map.copyOf(grants);
  }

  /**
   * What goes comes first, then what is new, then what is said.
   *
   * <p>Where nobody knows what there is nothing is created, and no end is said.
   *
   * @param listing what the target has, and where nobody knows what it had before
   * @param isCurrent whether the log has been read to its end just now
   */
  List<Step> steps(Listing listing, Instant now, boolean isCurrent) {
    var wanted = wanted(now);
    var lately = lately(now);
    var there = listing.listed();
    var steps = new ArrayList<Step>();
    there.stream()
        .filter(one -> !wanted.containsKey(one))
        .map(one -> new Remove(one, lately.contains(one) ? Set.of() : news(one, now)))
        .forEach(steps::add);
    if (isCurrent) {
      wanted.entrySet().stream()
          .filter(one -> !there.contains(one.getKey()))
          .map(Map.Entry::getValue)
          .filter(one -> isRead(listing, one.assignment()))
          .forEach(steps::add);
      placeless(now).forEach(steps::add);
    }
    closed(listing, wanted.keySet(), now).map(Acknowledge::new).forEach(steps::add);
    return steps;
  }

  /** The requests whose access should be at the target. */
  Map<RequestId, Grant> opened(Instant now) {
    return grants.values().stream()
        .filter(grant -> grant.opens(now) && grant.isKeptBy(kept))
        .collect(Collectors.toUnmodifiableMap(Grant::request, grant -> grant));
  }

  /** Whether all is there of each of them; without those of which nobody knows. */
  Map<RequestId, Boolean> provisioned(Listing listing, Instant now) {
    return opened(now).values().stream()
        .filter(grant -> grant.assignments().stream().allMatch(one -> isRead(listing, one)))
        .collect(
            Collectors.toUnmodifiableMap(
                Grant::request, grant -> isAllThere(grant, listing.listed())));
  }

  /** How many grants open nothing here, because the target does not keep their conditions. */
  long withheld(Instant now) {
    return grants.values().stream()
        .filter(grant -> grant.opens(now) && !grant.isKeptBy(kept))
        .count();
  }

  private boolean isAllThere(Grant grant, Set<Listed> there) {
    var all = grant.assignments();
    var placed = places.places(all);
    return placed.keySet().containsAll(all) && there.containsAll(placed.values());
  }

  /** What several grants want in one place is wanted once, until the last of them ends. */
  private Map<Listed, Create> wanted(Instant now) {
    var wanted = new LinkedHashMap<Listed, Create>();
    for (var grant : opened(now).values()) {
      places
          .places(grant.assignments())
          .forEach(
              (one, place) ->
                  wanted.merge(
                      place,
                      new Create(one, Optional.of(place), grant.shutFrom()),
                      Reconciliation::later));
    }
    return wanted;
  }

  private static Create later(Create one, Create other) {
    return other.until().isAfter(one.until()) ? other : one;
  }

  /** What is granted and can stand nowhere at the target, which must be seen. */
  private List<Create> placeless(Instant now) {
    var placeless = new ArrayList<Create>();
    for (var grant : opened(now).values()) {
      var placed = places.places(grant.assignments());
      grant.assignments().stream()
          .filter(one -> !placed.containsKey(one))
          .map(one -> new Create(one, Optional.empty(), grant.shutFrom()))
          .forEach(placeless::add);
    }
    return placeless;
  }

  /**
   * What another grant still wants where the ended one had it is nothing that is left of it.
   * Whatever else is there and could let its engineer in is, whosever it says that it is.
   */
  private Stream<RequestId> closed(Listing listing, Set<Listed> wanted, Instant now) {
    var left = listing.listed().stream().filter(one -> !wanted.contains(one)).toList();
    var ids = left.stream().map(Listed::id).collect(Collectors.toSet());
    var says = left.stream().flatMap(one -> one.says().stream()).toList();
    var requests = says.stream().flatMap(one -> one.request().stream()).collect(Collectors.toSet());
    var allowed = says.stream().map(Allowed::of).collect(Collectors.toSet());
    return grants.values().stream()
        .filter(grant -> grant.awaited().contains(point) && !grant.opens(now))
        .filter(grant -> !requests.contains(grant.request()))
        .filter(
            grant ->
                grant.assignments().stream()
                    .noneMatch(
                        one ->
                            allowed.contains(Allowed.of(one))
                                || places.couldBe(ids, one)
                                || !isRead(listing, one)))
        .map(Grant::request)
        .sorted();
  }

  /** Who may do what, whosever grant it is by. */
  private record Allowed(EngineerId engineer, ActionName action, ResourceName resource) {
    static Allowed of(Says says) {
      return new Allowed(says.engineer(), says.action(), says.resource());
    }

    static Allowed of(Assignment one) {
      return new Allowed(one.whose(), one.action(), one.resource());
    }
  }

  private boolean isRead(Listing listing, Assignment one) {
    return !places.couldBeUnder(listing.unread().keySet(), one);
  }

  /** Empty where it was granted until just now. */
  private Set<Finding> news(Listed listed, Instant now) {
    var says = listed.says().orElse(null);
    if (says == null) {
      return Set.of(Finding.NO_REQUEST);
    }
    var grant = says.request().flatMap(request -> Optional.ofNullable(grants.get(request)));
    return grant.filter(one -> isOverJustNow(one, says, now)).isPresent()
        ? Set.of()
        : findings(says, grant, now);
  }

  /** What stood for grants that were over just now: a place may tell nothing of whose it is. */
  private Set<Listed> lately(Instant now) {
    return grants.values().stream()
        .filter(grant -> grant.isOverSince(now.minus(removedWithin), now))
        .flatMap(grant -> places.places(grant.assignments()).values().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  private boolean isOverJustNow(Grant grant, Says says, Instant now) {
    return grant.engineer().equals(says.engineer())
        && grant.isOverSince(now.minus(removedWithin), now)
        && grant.granted().map(granted -> covers(granted, says)).orElse(true);
  }

  private static boolean covers(Granted granted, Says says) {
    return granted.terms().actions().contains(says.action())
        && granted.terms().resources().contains(says.resource());
  }

  /** Empty where a grant allows it, which then stands under an id that is not its own. */
  private Set<Finding> findings(Says says, Optional<Grant> found, Instant now) {
    if (says.request().isEmpty()) {
      return Set.of(Finding.NO_REQUEST);
    }
    if (found.isEmpty()) {
      return Set.of(Finding.NOT_GRANTED);
    }
    var grant = found.get();
    var findings = EnumSet.noneOf(Finding.class);
    if (!grant.engineer().equals(says.engineer())) {
      findings.add(Finding.OTHER_ENGINEER);
    }
    if (grant.isFrozen()) {
      findings.add(Finding.FROZEN);
    } else if (!grant.opens(now) || !grant.isKeptBy(kept)) {
      findings.add(Finding.NOT_GRANTED);
    }
    if (grant.granted().filter(one -> !one.terms().actions().contains(says.action())).isPresent()) {
      findings.add(Finding.ACTION_NOT_GRANTED);
    }
    if (grant
        .granted()
        .filter(one -> !one.terms().resources().contains(says.resource()))
        .isPresent()) {
      findings.add(Finding.RESOURCE_NOT_GRANTED);
    }
    return findings;
  }
}
