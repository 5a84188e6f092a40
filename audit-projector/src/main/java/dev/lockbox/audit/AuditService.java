package dev.lockbox.audit;

import dev.lockbox.events.codec.Formats;
import dev.lockbox.events.topic.Topics;
import dev.lockbox.service.PatientReader;
import dev.lockbox.service.RegistryPatience;
import dev.lockbox.service.ServiceContext;
import dev.lockbox.service.StreamsRunner;
import dev.lockbox.service.TransactionWatch;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.streams.Topology;

/** The audit projector, from its start to its end. */
public final class AuditService implements AutoCloseable {
  /** The service's name, and that of its settings. */
  public static final String NAME = "audit-projector";

  private final ServiceContext context;
  private final StreamsRunner.Running running;

  private AuditService(ServiceContext context, StreamsRunner.Running running) {
    this.context = context;
    this.running = running;
  }

  /**
   * Starts it; from then on {@code /health} says whether it runs.
   *
   * @param overrides settings that win over all others
   * @param config settings in YAML; empty for none
   * @throws dev.lockbox.events.admin.UnsafeDeployment naming everything that is not as it must be
   */
  public static AuditService start(Map<String, Object> overrides, Optional<Path> config) {
    var context = ServiceContext.of(NAME, overrides, config);
    var started = false;
    try {
      var service = new AuditService(context, run(context));
      started = true;
      return service;
    } finally {
      if (!started) {
        context.close();
      }
    }
  }

  /**
   * It writes JSON alone, so there are no schemas to learn. Red before the port opens: whoever asks
   * early must not be told that all is well.
   */
  private static StreamsRunner.Running run(ServiceContext context) {
    var plan = context.bean(AuditSettings.class).plan();
    context.open(List.of());
    context.bean(TransactionWatch.class).watch(List.of(Topics.AUDIT));
    var running = context.bean(StreamsRunner.class).start(plan, topology(context));
    context.started();
    return running;
  }

  private static Topology topology(ServiceContext context) {
    var formats = context.bean(Formats.class);
    var patience = context.bean(RegistryPatience.class);
    return AuditTopology.topology(
        new PatientReader<>(formats.events(), patience),
        new PatientReader<>(formats.quarantine(), patience),
        context.bean(AuditWatch.class));
  }

  /** Where health and metrics answer. */
  public int port() {
    return context.port();
  }

  /** Every bean of this service, for a test that lists them. */
  public ServiceContext context() {
    return context;
  }

  /** First whoever waits for the registry is let go, or the topology could not stop. */
  @Override
  public void close() {
    context.bean(RegistryPatience.class).close();
    running.close();
    context.close();
  }
}
