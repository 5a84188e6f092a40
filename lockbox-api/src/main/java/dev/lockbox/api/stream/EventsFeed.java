package dev.lockbox.api.stream;

import dev.lockbox.api.security.Authority;
import dev.lockbox.api.security.Caller;
import dev.lockbox.api.security.Reach;
import dev.lockbox.api.view.Chronicle;
import dev.lockbox.api.view.StreamedJson;
import dev.lockbox.domain.Event;
import dev.lockbox.domain.Recorded;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What a customer's own people follow: of all that they may read, what they want. What they may is
 * looked at again with every page.
 */
final class EventsFeed implements Feed {
  private final Chronicle chronicle;
  private final Authority authority;
  private final Caller caller;
  private final Predicate<Event> wanted;
  private Reach reach;

  /** Throws {@link dev.lockbox.api.problem.ProblemException} where they may read nothing. */
  EventsFeed(
      Chronicle chronicle,
      Authority authority,
      Caller caller,
      String tenant,
      Predicate<Event> wanted) {
    this.chronicle = chronicle;
    this.authority = authority;
    this.caller = caller;
    this.wanted = wanted;
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
    return wanted.test(recorded.event()) ? chronicle.show(recorded, reach) : Optional.empty();
  }

  @Override
  public AliveJson alive(long sequence) {
    return new AliveJson(sequence, null);
  }
}
