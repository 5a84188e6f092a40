package dev.lockbox.api.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Part of a list.
 *
 * @param next cursor of the rest; empty when this was the last page. A page may hold fewer than was
 *     asked for, or none, and still have a next one.
 */
public record Page<T>(List<T> items, Optional<String> next) {
  /** Looks at the next part of a list. */
  interface Look<T> {
    Page<T> at(int limit, Optional<String> cursor);
  }

  /**
   * Reads on until there are enough, or nothing is left, or it was looked often enough; in the last
   * case too there is a next page, and nothing is known of what is on it.
   *
   * @param limit at most so many
   * @param looks at most so often
   */
  static <T> Page<T> readOn(int limit, int looks, Look<T> look) {
    var found = new ArrayList<T>();
    var next = Optional.<String>empty();
    for (var looked = 0; looked < looks; looked++) {
      var page = look.at(limit - found.size(), next);
      found.addAll(page.items());
      next = page.next();
      if (next.isEmpty() || found.size() == limit) {
        break;
      }
    }
    return new Page<>(found, next);
  }

  <R> Page<R> map(Function<T, R> each) {
    return new Page<>(items.stream().map(each).toList(), next);
  }
}
