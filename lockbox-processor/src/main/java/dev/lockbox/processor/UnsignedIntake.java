package dev.lockbox.processor;

import dev.lockbox.processor.publisher.Publishers;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says whether whoever may write lockbox.requests, or lockbox.activity, is believed. */
@Singleton
final class UnsignedIntake {
  private static final Logger LOG = LoggerFactory.getLogger(UnsignedIntake.class);

  private final List<Intake> intakes;

  /**
   * Where services publish.
   *
   * @param name for who asks
   * @param unsigned what it means that nobody need sign there, for an operator
   */
  private record Intake(String name, Publishers publishers, String unsigned) {
    Map<String, Object> said() {
      var said = new LinkedHashMap<String, Object>();
      said.put("mustSign", publishers.mustSign());
      said.put("services", publishers.count());
      if (!publishers.mustSign()) {
        said.put("unsigned", unsigned);
      }
      return said;
    }
  }

  UnsignedIntake(Publishers publishers, ReporterSettings reporters, MeterRegistry meters) {
    this.intakes =
        List.of(
            new Intake(
                "requests",
                publishers,
                "lockbox.services names no service: whoever may write lockbox.requests is believed"
                    + " in the name it gives itself and in the customer it asks for"),
            new Intake(
                "activity",
                reporters.reporters(),
                "lockbox.reporters names no service: whoever may write lockbox.activity is believed"
                    + " in what it says that engineers did, and in whose name it says so"));
    Gauge.builder("lockbox.services", publishers, Publishers::count)
        .description("Services that may publish and must sign; 0: whoever may write is believed")
        .register(meters);
    Gauge.builder("lockbox.reporters", reporters.reporters(), Publishers::count)
        .description(
            "Who may tell what engineers do and must sign; 0: whoever may write is believed")
        .register(meters);
  }

  /** To be told once, when the service starts. */
  void tell() {
    intakes.stream()
        .filter(one -> !one.publishers.mustSign())
        .map(Intake::unsigned)
        .forEach(LOG::warn);
  }

  /** The same for whoever asks how the service is. */
  Map<String, Object> said() {
    var said = new LinkedHashMap<String, Object>();
    intakes.forEach(one -> said.put(one.name, one.said()));
    return said;
  }
}
