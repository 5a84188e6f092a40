package dev.lockbox.api.stream;

import dev.lockbox.api.security.Authority;
import dev.lockbox.api.security.Caller;
import dev.lockbox.api.security.Reach;
import dev.lockbox.api.view.Chronicle;
import dev.lockbox.api.view.StreamedJson;
import dev.lockbox.domain.Recorded;
import java.util.List;
import java.util.Optional;

/**
 * What a customer's own people follow: all that they may read. What they may is looked at again
 * with every page.
 */
final class EventsFeed implements Feed {
  private final Chronicle chronicle;
  private final Authority authority;
  private final Caller caller;
  private Reach reach;

  /** Throws {@link dev.lockbox.api.problem.ProblemException} where they may read nothing. */
  EventsFeed(Chronicle chronicle, Authority authority, Caller caller, String tenant) {
    this.chronicle = chronicle;
    this.authority = authority;
    this.caller = caller;
    this.reach = authority.toReadRequests(caller, tenant);
  }

  @Override
  public Runnable follow(Runnable news) {
    return chronicle.follow(reach.tenant(), news);
  }

  @Override
  public long last() {
    return chronicle.last(reach.tenant());
  }

  @Override
  public String name() {
    return "event";
  }

  @Override
  public List<Recorded> after(long sequence, int limit) {
    reach = authority.toReadRequests(caller, reach.tenant().value());
    return chronicle.after(reach.tenant(), sequence, limit);
  }

  @Override
  public Optional<StreamedJson> show(Recorded recorded) {
    return chronicle.show(recorded, reach);
  }

  @Override
  public AliveJson alive(long sequence) {
    return new AliveJson(sequence, null);
  }
}
