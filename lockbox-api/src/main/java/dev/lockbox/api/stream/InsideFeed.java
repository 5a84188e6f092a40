package dev.lockbox.api.stream;

import dev.lockbox.api.security.Caller;
import dev.lockbox.api.view.Chronicle;
import dev.lockbox.api.view.InternalRequests;
import dev.lockbox.domain.Event;
import dev.lockbox.domain.Recorded;
import dev.lockbox.domain.identity.TenantId;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What the provider's own people follow of a customer's requests: that something happened to one
 * which they may read, and nothing of what it was. What they may is looked at again each time.
 */
final class InsideFeed implements Feed {
  private final Chronicle chronicle;
  private final InternalRequests requests;
  private final Caller caller;
  private final TenantId tenant;
  private final Predicate<Event> wanted;

  /** Throws {@link dev.lockbox.api.problem.ProblemException} for who is not the provider's. */
  InsideFeed(
      Chronicle chronicle,
      InternalRequests requests,
      Caller caller,
      String tenant,
      Predicate<Event> wanted) {
    this.chronicle = chronicle;
    this.requests = requests;
    this.caller = caller;
    this.tenant = requests.customer(caller, tenant);
    this.wanted = wanted;
  }

  @Override
  public Runnable follow(Runnable news) {
    return chronicle.follow(tenant, news);
  }

  @Override
  public long last() {
    return chronicle.last(tenant);
  }

  @Override
  public String name() {
    return "event";
  }

  @Override
  public List<Recorded> after(long sequence, int limit) {
    return chronicle.after(requests.customer(caller, tenant.value()), sequence, limit);
  }

  @Override
  public Optional<InsideNewsJson> show(Recorded recorded) {
    return Optional.of(recorded.event())
        .filter(wanted)
        .flatMap(Event::about)
        .filter(request -> requests.isReadable(caller, request))
        .map(request -> new InsideNewsJson(request.value()));
  }

  @Override
  public AliveJson alive(long sequence) {
    return new AliveJson(sequence, null);
  }
}
