package dev.lockbox.api.lease;

import dev.lockbox.api.security.ProviderAuthority;
import dev.lockbox.service.KafkaSettings;
import dev.lockbox.service.Ticker;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks every second how far everybody has come. Where Kafka does not say, nothing is proven. */
@Singleton
public final class ProgressWatch {
  private static final Duration PERIOD = Duration.ofSeconds(1);

  /** What is answered later than this proves nothing that could still be used. */
  private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(5);

  private static final Logger LOG = LoggerFactory.getLogger(ProgressWatch.class);

  private final KafkaSettings kafka;
  private final Ticker ticker;
  private final ProviderAuthority authority;
  private final ProvenFreshness freshness;
  private final ScheduledExecutorService looks =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("lockbox-progress").factory());
  private volatile Runnable closing = () -> {};

  ProgressWatch(
      KafkaSettings kafka, Ticker ticker, ProviderAuthority authority, ProvenFreshness freshness) {
    this.kafka = kafka;
    this.ticker = ticker;
    this.authority = authority;
    this.freshness = freshness;
  }

  /** Looks until the service is closed; where no gateway may ask, not at all. Once only. */
  public void start() {
    if (!authority.knowsGateways()) {
      return;
    }
    var progress = new KafkaProgress(admin());
    closing = progress::close;
    ticker.tell(freshness::ticked);
    looks.scheduleWithFixedDelay(() -> look(progress), 0, PERIOD.toMillis(), TimeUnit.MILLISECONDS);
  }

  private Admin admin() {
    var settings = kafka.client();
    settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) ANSWERED_WITHIN.toMillis());
    settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) ANSWERED_WITHIN.toMillis());
    return Admin.create(settings);
  }

  private void look(KafkaProgress progress) {
    try {
      freshness.looked(progress.look());
    } catch (ExecutionException noAnswer) {
      LOG.warn("Kafka did not say how far services are: {}", String.valueOf(noAnswer.getCause()));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  @PreDestroy
  public void close() {
    looks.shutdownNow();
    closing.run();
  }
}
