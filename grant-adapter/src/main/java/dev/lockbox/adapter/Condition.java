package dev.lockbox.adapter;

import dev.lockbox.adapter.target.Listing;
import dev.lockbox.adapter.target.TargetFailed;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.service.Vitals;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How the adapter is, as an operator sees it: at {@code /health}, in meters and in the log. */
final class Condition {
  static final String TARGET = "target";
  static final String NOT_PROVISIONED = "not-provisioned";
  static final String NOT_REMOVED = "not-removed";
  static final String LOG_CONDITION = "log";

  /** Ids that one reason names at most. */
  static final int SHOWN_MAX = 10;

  private static final Logger LOG = LoggerFactory.getLogger(Condition.class);

  private final Vitals vitals;
  private final AtomicLong grants;
  private final AtomicLong withheld;
  private final AtomicLong assignments;
  private final AtomicLong notProvisioned;
  private final AtomicLong notRemoved;
  private final AtomicLong untold;
  private final Counter ungranted;
  private final Counter failures;
  private Set<RequestId> lastMissing = Set.of();

  Condition(Vitals vitals, MeterRegistry meters) {
    this.vitals = vitals;
    this.grants = meters.gauge("lockbox.adapter.grants", new AtomicLong());
    this.withheld = meters.gauge("lockbox.adapter.withheld", new AtomicLong());
    this.assignments = meters.gauge("lockbox.adapter.assignments", new AtomicLong());
    this.notProvisioned = meters.gauge("lockbox.adapter.not.provisioned", new AtomicLong());
    this.notRemoved = meters.gauge("lockbox.adapter.not.removed", new AtomicLong());
    this.untold = meters.gauge("lockbox.adapter.untold", new AtomicLong());
    this.ungranted =
        Counter.builder("lockbox.adapter.ungranted")
            .description("Assignments that were found at the target and that nobody granted")
            .register(meters);
    this.failures =
        Counter.builder("lockbox.adapter.failures")
            .description("What the target was asked for and did not do")
            .register(meters);
  }

  void reading(boolean isCurrent, boolean isKnown) {
    if (isCurrent) {
      vitals.green(Reading.CONDITION);
    } else {
      vitals.red(
          Reading.CONDITION,
          isKnown
              ? "what was read of the log is not current: nothing is created"
              : "reading what was granted before: nothing is done");
    }
  }

  void listed(Listing listing) {
    assignments.set(listing.listed().size());
    if (listing.unread().isEmpty()) {
      vitals.green(TARGET);
    } else {
      failures.increment();
      var why = listing.unread().values().stream().sorted().distinct().limit(SHOWN_MAX).toList();
      vitals.red(TARGET, "not all listed: %s".formatted(why));
      LOG.warn("The target did not list all of its assignments: {}", why);
    }
  }

  void notListed(TargetFailed failed) {
    failures.increment();
    vitals.red(TARGET, "not listed: " + failed.getMessage());
    LOG.warn("The target did not list its assignments: {}", failed.getMessage());
  }

  void failed(Step step, TargetFailed failed) {
    failures.increment();
    LOG.warn("{} was not done, and is tried again: {}", step, failed.getMessage());
  }

  void granted(int opened, long notKept) {
    grants.set(opened);
    withheld.set(notKept);
  }

  /** Each is said once in the log. */
  void missing(Set<RequestId> missing) {
    missing.stream()
        .filter(request -> !lastMissing.contains(request))
        .forEach(request -> LOG.error("NOT_PROVISIONED {}: granted, and not all there", request));
    lastMissing = Set.copyOf(missing);
    notProvisioned.set(missing.size());
    show(NOT_PROVISIONED, "granted, and not all there", missing);
  }

  void notRemoved(Set<String> ids) {
    notRemoved.set(ids.size());
    show(NOT_REMOVED, "not granted, and not removed", ids);
  }

  void foundUngranted() {
    ungranted.increment();
  }

  void strays(int notTold) {
    untold.set(notTold);
  }

  void written() {
    vitals.green(LOG_CONDITION);
  }

  void unwritten(RuntimeException failed) {
    vitals.red(LOG_CONDITION, "not written: " + failed.getMessage());
    LOG.warn("Kafka did not take what there is to tell; it is told later: {}", failed.toString());
  }

  private void show(String condition, String what, Collection<?> ids) {
    if (ids.isEmpty()) {
      vitals.green(condition);
    } else {
      List<?> some = ids.stream().limit(SHOWN_MAX).toList();
      vitals.red(condition, "%s: %s of %s %s".formatted(what, some.size(), ids.size(), some));
    }
  }
}
