package dev.lockbox.notifier;

import dev.lockbox.events.topic.Topic;
import dev.lockbox.events.topic.Topics;
import dev.lockbox.service.RegistryPatience;
import dev.lockbox.service.ServiceContext;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The notifier, from its start to its end. */
public final class NotifierService implements AutoCloseable {
  /** The service's name, and that of its settings. */
  public static final String NAME = "notifier";

  private static final List<Topic> WRITTEN = List.of(Topics.NOTICES);

  private final ServiceContext context;
  private final PostRoom postRoom;

  private NotifierService(ServiceContext context, PostRoom postRoom) {
    this.context = context;
    this.postRoom = postRoom;
  }

  /**
   * Starts it; from then on {@code /health} says whether it runs.
   *
   * @param overrides settings that win over all others
   * @param config settings in YAML; empty for none
   * @throws dev.lockbox.events.admin.UnsafeDeployment naming everything that is not as it must be
   */
  public static NotifierService start(Map<String, Object> overrides, Optional<Path> config) {
    var context = ServiceContext.of(NAME, overrides, config);
    var started = false;
    try {
      var service = new NotifierService(context, run(context));
      started = true;
      return service;
    } finally {
      if (!started) {
        context.close();
      }
    }
  }

  /** Wrong settings are refused before anything is opened. */
  private static PostRoom run(ServiceContext context) {
    var plan = PostRoom.plan(context);
    context.open(WRITTEN);
    var room = plan.open();
    context.started();
    return room;
  }

  /** Where health and metrics answer. */
  public int port() {
    return context.port();
  }

  /** Every bean of this service, for a test that lists them. */
  public ServiceContext context() {
    return context;
  }

  /** First whoever waits for the registry is let go, or the reader could not stop. */
  @Override
  public void close() {
    context.bean(RegistryPatience.class).close();
    postRoom.close();
    context.close();
  }
}
