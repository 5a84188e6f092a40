package dev.lockbox.notifier;

import dev.lockbox.notifier.channel.Delivery;
import dev.lockbox.notifier.channel.Delivery.Accepted;
import dev.lockbox.notifier.channel.Delivery.Failed;
import dev.lockbox.notifier.channel.Delivery.Scope;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;

/** What an operator watches: how much is owed and for how long, and what came of the tries. */
final class NotifierMeters implements Tally {
  private final MeterRegistry registry;
  private final Counter sent;
  private final Counter nobodyLeft;
  private final Counter overtaken;

  NotifierMeters(MeterRegistry registry) {
    this.registry = registry;
    this.sent =
        Counter.builder("lockbox.notices.sent")
            .description("Tries that the channel accepted")
            .register(registry);
    this.nobodyLeft =
        Counter.builder("lockbox.notices.nobody.left")
            .description("Notices whose recipient had left the tenant's registry")
            .register(registry);
    this.overtaken =
        Counter.builder("lockbox.notices.overtaken")
            .description("Notices that waited to be told with others, and were decided meanwhile")
            .register(registry);
    for (var scope : Scope.values()) {
      failures(scope);
    }
  }

  /** Shows what this outbox owes. */
  void watch(Outbox outbox) {
    Gauge.builder("lockbox.notices.pending", outbox, box -> box.backlog().owed())
        .description("Notices owed")
        .register(registry);
    Gauge.builder("lockbox.notices.overdue", outbox, box -> box.backlog().overdue())
        .description("Notices owed for more than an hour")
        .register(registry);
    Gauge.builder(
            "lockbox.notices.oldest.pending", outbox, box -> box.backlog().oldest().toSeconds())
        .description("How long the oldest notice has been owed")
        .baseUnit("seconds")
        .register(registry);
  }

  @Override
  public void count(Delivery delivery) {
    switch (delivery) {
      case Accepted accepted -> sent.increment();
      case Failed failed -> failures(failed.scope()).increment();
    }
  }

  @Override
  public void countNobodyLeft() {
    nobodyLeft.increment();
  }

  @Override
  public void countOvertaken() {
    overtaken.increment();
  }

  private Counter failures(Scope scope) {
    return Counter.builder("lockbox.notices.failures")
        .description("Tries that failed: because of the server, or of the letter")
        .tag("scope", scope.name().toLowerCase(Locale.ROOT))
        .register(registry);
  }
}
