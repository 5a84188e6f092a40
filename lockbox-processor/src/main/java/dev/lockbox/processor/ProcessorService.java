package dev.lockbox.processor;

import dev.lockbox.events.topic.Topic;
import dev.lockbox.events.topic.Topics;
import dev.lockbox.service.RegistryPatience;
import dev.lockbox.service.ServiceContext;
import dev.lockbox.service.StreamsRunner;
import dev.lockbox.service.Ticker;
import dev.lockbox.service.TransactionWatch;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The processor, from its start to its end. */
public final class ProcessorService implements AutoCloseable {
  /** The service's name, and that of its settings. */
  public static final String NAME = "processor";

  private static final List<Topic> WRITTEN =
      List.of(
          Topics.ACTIVITY,
          Topics.COMMANDS,
          Topics.EVENTS,
          Topics.STATE,
          Topics.ROLES,
          Topics.QUARANTINE);

  private final ServiceContext context;
  private final StreamsRunner.Running running;

  private ProcessorService(ServiceContext context, StreamsRunner.Running running) {
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
  public static ProcessorService start(Map<String, Object> overrides, Optional<Path> config) {
    var context = ServiceContext.of(NAME, overrides, config);
    var started = false;
    try {
      var service = new ProcessorService(context, run(context));
      started = true;
      return service;
    } finally {
      if (!started) {
        context.close();
      }
    }
  }

  private static StreamsRunner.Running run(ServiceContext context) {
    var plan = context.bean(ProcessorSettings.class).plan();
    var topology = LockboxTopology.topology(context.bean(Tasks.class));
    context.bean(UnsignedIntake.class).tell();
    context.open(WRITTEN);
    context.bean(Ticker.class).start();
    context.bean(TransactionWatch.class).watch(WRITTEN);
    var running = context.bean(StreamsRunner.class).start(plan, topology);
    context.started();
    return running;
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
