package dev.lockbox.notifier;

import dev.lockbox.domain.AccessRequest;
import dev.lockbox.domain.AccessRequest.Closed;
import dev.lockbox.domain.AccessRequest.Closing;
import dev.lockbox.domain.AccessRequest.Evaluated;
import dev.lockbox.domain.AccessRequest.Faulted;
import dev.lockbox.domain.AccessRequest.Granted;
import dev.lockbox.domain.AccessRequest.Passed;
import dev.lockbox.domain.AccessRequest.Pending;
import dev.lockbox.domain.AccessRequest.Scheduled;
import dev.lockbox.domain.AccessRequest.Unopened;
import dev.lockbox.domain.Approvals;
import dev.lockbox.domain.CommandRefused;
import dev.lockbox.domain.ExclusionEvent;
import dev.lockbox.domain.GrantsEvent;
import dev.lockbox.domain.Membership;
import dev.lockbox.domain.Opening;
import dev.lockbox.domain.ReadingEvent.RecordRead;
import dev.lockbox.domain.Recorded;
import dev.lockbox.domain.RequestEvent;
import dev.lockbox.domain.RequestEvent.RequestFaulted;
import dev.lockbox.domain.RolesEvent;
import dev.lockbox.domain.SessionEvent;
import dev.lockbox.domain.TenantEvent;
import dev.lockbox.domain.decision.ImpossibleHistory;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.domain.rules.Mails;
import dev.lockbox.domain.tenant.Tenant;
import dev.lockbox.domain.tenant.Tenant.Registered;
import dev.lockbox.domain.tenant.Tenant.Unregistered;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What the log has said so far of one tenant. */
final class TenantHistory {
  private final TenantId id;
  private long sequence;

  /** Read by other threads than the one that folds, as is what follows. */
  private final Map<RequestId, AccessRequest> open = new ConcurrentHashMap<>();

  private volatile Tenant tenant = Tenant.UNREGISTERED;

  TenantHistory(TenantId id) {
    this.id = id;
  }

  Optional<Membership> members() {
    return tenant.members();
  }

  /** Whether the request waits for this person's decision, as far as it was told. */
  boolean waits(RequestId request, PersonId person) {
    return switch (open.getOrDefault(request, AccessRequest.UNOPENED)) {
      case Pending pending ->
          pending.opening().approvers().contains(person) && !saidYes(pending.approvals(), person);
      case Evaluated evaluated ->
          decideNow(evaluated.approvals()).contains(person)
              && !saidYes(evaluated.approvals(), person);
      case Passed passed -> false;
      case Scheduled scheduled -> false;
      case Granted granted -> false;
      case Closing closing -> false;
      case Closed closed -> false;
      case Faulted faulted -> false;
      case Unopened none -> false;
    };
  }

  private static Set<PersonId> decideNow(Approvals approvals) {
    return approvals.stages().get(approvals.current()).approvers();
  }

  private static boolean saidYes(Approvals approvals, PersonId person) {
    return approvals.given().stream().anyMatch(one -> one.by().equals(person));
  }

  Known fold(Recorded recorded) {
    if (recorded.sequence() != sequence + 1) {
      throw new ImpossibleHistory("customer %s at sequence %s".formatted(id, sequence), recorded);
    }
    var known = known(recorded);
    sequence = recorded.sequence();
    return known;
  }

  private Known known(Recorded recorded) {
    return switch (recorded.event()) {
      case TenantEvent event -> happenedToTenant(recorded, event);
      case RequestEvent event -> happenedToRequest(recorded, event);
      case SessionEvent happened -> known(happened.about().flatMap(this::opening));
      case GrantsEvent nothingChanged -> known(Optional.empty());
      case RolesEvent nothingChanged -> known(Optional.empty());
      case ExclusionEvent nothingChanged -> known(Optional.empty());
      case CommandRefused nothingChanged -> known(Optional.empty());
    };
  }

  private Known known(Optional<Opening> opening) {
    return new Known(opening, members(), mails());
  }

  private Mails mails() {
    return switch (tenant) {
      case Registered registered -> registered.settings().policy().mails();
      case Unregistered none -> Mails.ALL;
    };
  }

  private Optional<Opening> opening(RequestId request) {
    return Optional.ofNullable(open.get(request)).flatMap(AccessRequest::opened);
  }

  private Known happenedToTenant(Recorded recorded, TenantEvent event) {
    var before = members();
    var after = Tenant.evolve(tenant, event);
    checkVersion(tenant, after.version(), recorded);
    tenant = after;
    return new Known(Optional.empty(), Optional.empty(), before, members(), mails());
  }

  private Known happenedToRequest(Recorded recorded, RequestEvent event) {
    if (event instanceof RecordRead read && !open.containsKey(read.request())) {
      return known(Optional.empty());
    }
    var before = open.getOrDefault(event.request(), AccessRequest.UNOPENED);
    var after = AccessRequest.evolve(before, event);
    if (!(event instanceof RequestFaulted)) {
      checkVersion(before, after.version(), recorded);
    }
    keep(event.request(), after);
    return new Known(after.opened(), internal(after), Optional.empty(), members(), mails());
  }

  private static Optional<Approvals> internal(AccessRequest after) {
    return after instanceof Evaluated evaluated
        ? Optional.of(evaluated.approvals())
        : Optional.empty();
  }

  /**
   * A closed request is forgotten unless its customer is to be reminded of it, and one that was
   * forgotten looks unopened: the version tells them apart, so that nothing can follow a request's
   * end. A fault may, and has no version to go by; and that somebody has read what was done, of
   * which nobody is told.
   */
  private static void checkVersion(Object before, long version, Recorded recorded) {
    if (version != recorded.version()) {
      throw new ImpossibleHistory(before, recorded);
    }
  }

  private void keep(RequestId request, AccessRequest after) {
    switch (after) {
      case Evaluated evaluated -> open.put(request, evaluated);
      case Passed passed -> open.put(request, passed);
      case Pending pending -> open.put(request, pending);
      case Scheduled scheduled -> open.put(request, scheduled);
      case Granted granted -> open.put(request, granted);
      case Closing closing -> open.put(request, closing);
      case Closed closed when closed.deadline().isPresent() -> open.put(request, closed);
      case Closed closed -> open.remove(request);
      case Faulted faulted -> open.remove(request);
      case Unopened none -> open.remove(request);
    }
  }
}
