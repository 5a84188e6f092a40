package dev.lockbox.api;

import dev.lockbox.api.command.KafkaCommandLog;
import dev.lockbox.api.command.Tail;
import dev.lockbox.api.hop.Hops;
import dev.lockbox.api.lease.LeaseKeys;
import dev.lockbox.api.lease.ProgressWatch;
import dev.lockbox.api.security.Tokens;
import dev.lockbox.api.signin.Issuers;
import dev.lockbox.api.signout.SignOutReader;
import dev.lockbox.api.view.LiveView;
import dev.lockbox.events.topic.Topic;
import dev.lockbox.events.topic.Topics;
import dev.lockbox.service.ServiceContext;
import dev.lockbox.service.Ticker;
import dev.lockbox.service.TransactionWatch;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The API, from its start to its end. */
public final class ApiService implements AutoCloseable {
  /** The service's name, and that of its settings. */
  public static final String NAME = "api";

  private static final List<Topic> WRITTEN = List.of(Topics.COMMANDS, Topics.SIGN_OUTS);

  private final ServiceContext context;

  private ApiService(ServiceContext context) {
    this.context = context;
  }

  /**
   * Starts it; from then on {@code /health} says whether it is ready. Until it has caught up with
   * the events it answers 503.
   *
   * @param overrides settings that win over all others
   * @param config settings in YAML; empty for none
   * @throws dev.lockbox.events.admin.UnsafeDeployment naming everything that is not as it must be
   */
  public static ApiService start(Map<String, Object> overrides, Optional<Path> config) {
    var context = ServiceContext.of(NAME, overrides, config);
    var started = false;
    try {
      run(context);
      started = true;
      return new ApiService(context);
    } finally {
      if (!started) {
        context.close();
      }
    }
  }

  private static void run(ServiceContext context) {
    var view = context.bean(LiveView.class);
    var tail = context.bean(Tail.class);
    context.bean(Hops.class).announce();
    context.open(WRITTEN);
    context.bean(LeaseKeys.class).announce();
    context.bean(Tokens.class).announce();
    context.bean(Issuers.class).announce();
    context.bean(ProgressWatch.class).start();
    context.bean(Ticker.class).start();
    context.bean(TransactionWatch.class).watch(List.of(Topics.EVENTS));
    view.start();
    tail.start();
    if (context.bean(Issuers.class).isOpen()) {
      context.bean(SignOutReader.class).start();
    }
    context.bean(KafkaCommandLog.class).awaitTopic();
    context.started();
  }

  /** Where it answers. */
  public int port() {
    return context.port();
  }

  /** Every bean of this service, for a test that lists them. */
  public ServiceContext context() {
    return context;
  }

  @Override
  public void close() {
    context.close();
  }
}
