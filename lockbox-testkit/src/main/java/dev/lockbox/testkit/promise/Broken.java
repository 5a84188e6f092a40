package dev.lockbox.testkit.promise;

import dev.lockbox.testkit.run.Logged;

/**
 * A place where a promise was not kept.
 *
 * @param about the tenant, or {@code tenant/request}
 * @param where a record, as {@code topic-partition@offset}, or whom else to ask
 */
public record Broken(String promise, String about, String where, String why) {

  static Broken of(Promise promise, Object about, Logged<?> where, String why) {
    return new Broken(promise.name(), about.toString(), where.where(), why);
  }

  static Broken of(Promise promise, Object about, String where, String why) {
    return new Broken(promise.name(), about.toString(), where, why);
  }

  @Override
  public String toString() {
    return "%s: %s at %s: %s".formatted(promise, about, where, why);
  }
}
