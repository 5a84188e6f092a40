package dev.lockbox.api.stream;

import dev.lockbox.domain.Recorded;
import java.util.List;
import java.util.Optional;

/**
 * What somebody follows from a page, for no longer than they are signed in: that is looked at with
 * every page, and each time they are told that the stream is alive.
 *
 * @param stays throws where they are signed in no more
 */
record WhileSignedIn(Feed feed, Runnable stays) implements Feed {
  @Override
  public Runnable follow(Runnable news) {
    return feed.follow(news);
  }

  @Override
  public long last() {
    return feed.last();
  }

  @Override
  public String name() {
    return feed.name();
  }

  @Override
  public List<Recorded> after(long sequence, int limit) {
    stays.run();
    return feed.after(sequence, limit);
  }

  @Override
  public Optional<?> show(Recorded recorded) {
    return feed.show(recorded);
  }

  @Override
  public AliveJson alive(long sequence) {
    return feed.alive(sequence);
  }
}
