package dev.lockbox.api.rate;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.LongSupplier;

/** How often was called from where by those whom nobody knows. Safe for several threads. */
@Singleton
final class Strangers {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  /** Apart from those of callers, which no number of addresses pushes out. */
  private static final int BUCKETS_MAX = 100_000;

  /** One network of IPv6: whoever has an address of it has all of them. */
  private static final int NETWORK_BYTES = 8;

  private final int perMinute;
  private final LongSupplier ticker;
  private final Counter exceeded;
  private final Cache<ByteBuffer, Bucket> buckets =
      Caffeine.newBuilder()
          .maximumSize(BUCKETS_MAX)
          .expireAfterAccess(MINUTE.multipliedBy(2))
          .build();

  @Inject
  Strangers(RateSettings settings, MeterRegistry meters) {
    this(settings, meters, System::nanoTime);
  }

  Strangers(RateSettings settings, MeterRegistry meters, LongSupplier ticker) {
    this.perMinute = settings.strangers();
    this.ticker = ticker;
    this.exceeded =
        Counter.builder("lockbox.rates.strangers.exceeded")
            .description("Calls without a good token that were too many from one address")
            .register(meters);
  }

  /** How long whoever calls from there must wait; zero where they need not. */
  Duration take(InetAddress from) {
    var now = ticker.getAsLong();
    var wait = buckets.get(network(from), first -> new Bucket(perMinute, MINUTE, now)).take(now);
    if (!wait.isZero()) {
      exceeded.increment();
    }
    return wait;
  }

  private static ByteBuffer network(InetAddress address) {
    var bytes = address.getAddress();
    return ByteBuffer.wrap(
        address instanceof Inet6Address ? Arrays.copyOf(bytes, NETWORK_BYTES) : bytes);
  }
}
