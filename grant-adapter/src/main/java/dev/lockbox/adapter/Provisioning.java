package dev.lockbox.adapter;

import dev.lockbox.domain.identity.RequestId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Watches that what was granted comes to be: that it is all there is told once, and that it is not
 * is told once it has lasted for a while. What was told is forgotten with this process, and told
 * again by the next one; the log knows it again by its id.
 */
final class Provisioning {
  private final Duration patience;
  private final SortedMap<RequestId, Watched> watched = new TreeMap<>();

  /**
   * @param patience how long something may be missing before it is told
   */
  Provisioning(Duration patience) {
    this.patience = patience;
  }

  /**
   * @param since when it came to be so before our eyes; empty where we found it so
   * @param told whether it was last told to be there
   */
  private record Watched(
      boolean isThere, Instant from, Optional<Instant> since, Optional<Boolean> told) {
    Watched seen(boolean isThereNow, Instant now) {
      return isThereNow == isThere ? this : new Watched(isThereNow, now, Optional.of(now), told);
    }
  }

  /**
   * What is to be told.
   *
   * @param since when it came to be so before our eyes; empty where we found it so
   */
  record News(Grant grant, boolean isThere, Optional<Instant> since) {}

  /**
   * Takes down how it stands.
   *
   * @param opened whose access should be there
   * @param isAllThere of each of them; without those of which nobody knows just now
   * @return what is to be told, again and again until it is {@link #told}
   */
  List<News> look(Map<RequestId, Grant> opened, Map<RequestId, Boolean> isAllThere, Instant now) {
    watched.keySet().retainAll(opened.keySet());
    var news = new ArrayList<News>();
    opened.forEach(
        (request, grant) -> {
          var isThere = Optional.ofNullable(isAllThere.get(request));
          var after =
              watched.containsKey(request)
                  ? isThere
                      .map(there -> watched.get(request).seen(there, now))
                      .orElse(watched.get(request))
                  : new Watched(isThere.orElse(false), now, Optional.empty(), Optional.empty());
          watched.put(request, after);
          if (isDue(after, now)) {
            news.add(new News(grant, after.isThere(), after.since()));
          }
        });
    return news;
  }

  private boolean isDue(Watched one, Instant now) {
    return one.isThere()
        ? !one.told().equals(Optional.of(true))
        : !one.told().equals(Optional.of(false)) && !now.isBefore(one.from().plus(patience));
  }

  /** It stands in the log. */
  void told(News news) {
    watched.computeIfPresent(
        news.grant().request(),
        (request, one) ->
            new Watched(one.isThere(), one.from(), one.since(), Optional.of(news.isThere())));
  }

  /** Of which something has been missing for too long. */
  SortedSet<RequestId> missing(Instant now) {
    var missing = new TreeSet<RequestId>();
    watched.forEach(
        (request, one) -> {
          if (!one.isThere() && !now.isBefore(one.from().plus(patience))) {
            missing.add(request);
          }
        });
    return missing;
  }
}
