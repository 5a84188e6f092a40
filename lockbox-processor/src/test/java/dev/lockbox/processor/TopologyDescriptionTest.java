package dev.lockbox.processor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.domain.AccessRequest;
import dev.lockbox.domain.rules.Deployment;
import dev.lockbox.events.codec.Formats;
import dev.lockbox.processor.fault.ClockAlarm;
import dev.lockbox.processor.fault.Faults;
import dev.lockbox.processor.fault.UnreadRoles;
import dev.lockbox.processor.publisher.Publishers;
import dev.lockbox.service.RegistryPatience;
import dev.lockbox.service.Vitals;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.streams.TopologyDescription;
import org.junit.jupiter.api.Test;

/**
 * A changed name is a new changelog, a new metric and a lost past. If this fails and the change is
 * meant, it must stand in the CHANGELOG with what an operator has to do.
 */
class TopologyDescriptionTest {
  private static final String GOLDEN = "topology.txt";

  @Test
  void theTopologyIsAsItWasReleased() throws IOException {
    assertThat(describe().toString()).isEqualTo(golden());
  }

  @Test
  void intakeActivityAndDecideHaveTasksOfTheirOwn() {
    assertThat(describe().subtopologies()).hasSize(3);
  }

  private static TopologyDescription describe() {
    var vitals = new Vitals();
    var faults = new Faults(vitals);
    var formats = new Formats(new LenientRegistry());
    var metrics = new ProcessorMetrics(new SimpleMeterRegistry(), faults);
    var tasks =
        new Tasks(
            formats,
            new RegistryPatience(vitals),
            Deployment.DEFAULTS.with(Rig.LIMITS.accessLimits()),
            OfferSettings.TO_EVERYBODY,
            Rig.PROVIDER,
            Publishers.NOBODY,
            Rig.NOBODY_ASKED,
            Rig.NOBODY_SIGNS,
            Rig.TIMERS,
            new AlarmLog(new MockProducer<>(), formats, metrics),
            AccessRequest::evolve,
            faults,
            new ClockAlarm(vitals, new SimpleMeterRegistry()),
            Rig.QUARANTINES,
            new UnreadRoles(vitals, new SimpleMeterRegistry()),
            metrics);
    return LockboxTopology.topology(tasks).describe();
  }

  private static String golden() throws IOException {
    try (var in = TopologyDescriptionTest.class.getResourceAsStream(GOLDEN)) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }
}
