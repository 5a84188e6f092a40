package dev.lockbox.processor;

import dev.lockbox.processor.publisher.Publishers;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says whether whoever may write lockbox.requests is believed. */
@Singleton
final class UnsignedIntake {
  private static final Logger LOG = LoggerFactory.getLogger(UnsignedIntake.class);
  private static final String WORDS =
      "lockbox.services names no service: whoever may write lockbox.requests is believed in the"
          + " name it gives itself and in the customer it asks for";

  private final Publishers publishers;

  UnsignedIntake(Publishers publishers, MeterRegistry meters) {
    this.publishers = publishers;
    Gauge.builder("lockbox.services", publishers, Publishers::count)
        .description("Services that may publish and must sign; 0: whoever may write is believed")
        .register(meters);
  }

  /** To be told once, when the service starts. */
  void tell() {
    if (!publishers.mustSign()) {
      LOG.warn(WORDS);
    }
  }

  /** The same for whoever asks how the service is. */
  Map<String, Object> said() {
    var said = new LinkedHashMap<String, Object>();
    said.put("mustSign", publishers.mustSign());
    said.put("services", publishers.count());
    if (!publishers.mustSign()) {
      said.put("unsigned", WORDS);
    }
    return said;
  }
}
