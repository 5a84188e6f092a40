package dev.lockbox.api.view;

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
  <R> Page<R> map(Function<T, R> each) {
    return new Page<>(items.stream().map(each).toList(), next);
  }
}
