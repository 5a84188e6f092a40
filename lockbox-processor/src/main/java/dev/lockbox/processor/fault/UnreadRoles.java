package dev.lockbox.processor.fault;

import dev.lockbox.service.Vitals;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What nobody can read of the provider's roles. Health is red while there is some: somebody is
 * turned down for want of what cannot be read.
 */
@Singleton
public final class UnreadRoles {
  private static final String CONDITION = "roles";
  private static final Logger LOG = LoggerFactory.getLogger(UnreadRoles.class);

  private final Vitals vitals;
  private final AtomicInteger count = new AtomicInteger();

  public UnreadRoles(Vitals vitals, MeterRegistry meters) {
    this.vitals = vitals;
    Gauge.builder("lockbox.roles.unread", count, AtomicInteger::get)
        .description("Records of roles and engineers that nobody can read")
        .register(meters);
  }

  /** Another one was found. */
  public void found(String key, String why) {
    LOG.error(
        "Nobody can read {} of the provider's roles, so nothing is known of it: {}", key, why);
  }

  /**
   * @param now how many there are
   * @param one of them, and why
   */
  public void are(int now, Optional<String> one) {
    count.set(now);
    one.ifPresentOrElse(
        trouble ->
            vitals.red(CONDITION, "%s records of roles cannot be read, %s".formatted(now, trouble)),
        () -> vitals.green(CONDITION));
  }
}
