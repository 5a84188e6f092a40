package dev.lockbox.api.stream;

import dev.lockbox.domain.Recorded;
import java.util.List;
import java.util.Optional;

/** What one reader follows. Everything here may throw where they may not read it any more. */
interface Feed {
  /**
   * Tells of each event that comes, until it is stopped.
   *
   * @param news must return at once
   * @return stops it
   */
  Runnable follow(Runnable news);

  /** The sequence of what happened last; 0 while nothing did. */
  long last();

  /** What an event of it is called. */
  String name();

  /** What happened behind a sequence, oldest first; at most {@code limit} events. */
  List<Recorded> after(long sequence, int limit);

  /** As the reader is told it; empty for what they are not told. */
  Optional<?> show(Recorded recorded);

  /** What is said when there is nothing to say. */
  AliveJson alive(long sequence);
}
