package dev.lockbox.api.lease;

import dev.lockbox.api.view.CatchUp;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.events.topic.Topics;
import dev.lockbox.service.TakenTick;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What is proven of each partition, from ticks and looks. Safe for several threads. */
@Singleton
final class ProvenFreshness implements Freshness {
  /** Beyond it the broker trusts no clock either: see the rule of the suspect clock. */
  static final Duration APART_MAX = Duration.ofSeconds(30);

  private final CatchUp catchUp;
  private final LongSupplier ticker;
  private final List<Proof> proofs =
      Stream.generate(Proof::new).limit(Topics.COMMANDS.partitions()).toList();

  @Inject
  ProvenFreshness(CatchUp catchUp, MeterRegistry meters) {
    this(catchUp, System::nanoTime);
    Gauge.builder("lockbox.leases.proof.age.seconds", this, ProvenFreshness::oldestSeconds)
        .description(
            "Age of the oldest proof that decisions are made; infinite where one is missing")
        .register(meters);
  }

  ProvenFreshness(CatchUp catchUp, LongSupplier ticker) {
    this.catchUp = catchUp;
    this.ticker = ticker;
  }

  /** A tick of a clock that the broker's does not agree with proves nothing. */
  synchronized void ticked(TakenTick tick) {
    if (tick.apart().compareTo(APART_MAX) <= 0) {
      proofs.get(tick.partition()).ticked(tick);
    }
  }

  /** What another instance has folded meanwhile shows nothing here. */
  synchronized void looked(Look look) {
    look.ends()
        .forEach(
            (partition, end) ->
                proofs
                    .get(partition)
                    .looked(
                        look.decided(partition),
                        end,
                        Math.min(look.shown(partition), catchUp.folded(partition)),
                        offset -> catchUp.lastBefore(partition, offset)));
  }

  @Override
  public synchronized Optional<Duration> age(TenantId tenant) {
    return age(Topics.partitionOf(tenant, proofs.size()));
  }

  private Optional<Duration> age(int partition) {
    var proven = proofs.get(partition).provenNanos();
    return proven.isEmpty()
        ? Optional.empty()
        : Optional.of(Duration.ofNanos(ticker.getAsLong() - proven.getAsLong()));
  }

  private static double seconds(Duration age) {
    return age.toMillis() / 1000.0;
  }

  private synchronized double oldestSeconds() {
    return IntStream.range(0, proofs.size())
        .mapToObj(this::age)
        .mapToDouble(age -> age.map(ProvenFreshness::seconds).orElse(Double.POSITIVE_INFINITY))
        .max()
        .orElse(Double.POSITIVE_INFINITY);
  }
}
