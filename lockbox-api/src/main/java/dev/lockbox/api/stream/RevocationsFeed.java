package dev.lockbox.api.stream;

import dev.lockbox.api.lease.ProvenView;
import dev.lockbox.api.view.Chronicle;
import dev.lockbox.api.view.View;
import dev.lockbox.domain.AccessRequest;
import dev.lockbox.domain.Recorded;
import dev.lockbox.domain.identity.TenantId;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** What a gateway follows: all that ends access at one customer, and nothing else. */
final class RevocationsFeed implements Feed {
  private final TenantId tenant;
  private final Chronicle chronicle;
  private final View view;
  private final ProvenView proven;
  private final InstantSource clock;

  RevocationsFeed(
      TenantId tenant, Chronicle chronicle, View view, ProvenView proven, InstantSource clock) {
    this.tenant = tenant;
    this.chronicle = chronicle;
    this.view = view;
    this.proven = proven;
    this.clock = clock;
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
    return "revocation";
  }

  @Override
  public List<Recorded> after(long sequence, int limit) {
    return chronicle.after(tenant, sequence, limit);
  }

  @Override
  public Optional<RevocationJson> show(Recorded recorded) {
    var event = recorded.event();
    return Ends.isEnd(event)
        ? Optional.of(
            RevocationJson.of(
                recorded, event.about().flatMap(view::find).flatMap(AccessRequest::opened)))
        : Optional.empty();
  }

  /** Asked for before the view is, so that whatever it vouches for was read after it. */
  @Override
  public AliveJson alive(long sequence) {
    return new AliveJson(sequence, proven.goodUntil(tenant, clock.instant()).orElse(null));
  }
}
