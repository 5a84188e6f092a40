package dev.lockbox.notifier;

import dev.lockbox.events.codec.Formats;
import dev.lockbox.notifier.channel.Channel;
import dev.lockbox.notifier.channel.Mail;
import dev.lockbox.service.KafkaSettings;
import dev.lockbox.service.PatientReader;
import dev.lockbox.service.RegistryPatience;
import dev.lockbox.service.ServiceContext;
import dev.lockbox.service.Vitals;
import dev.lockbox.service.Watched;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.kafka.clients.producer.Producer;

/**
 * All of the notifier that runs: one thread that hears events, one that looks for letters due, and
 * a few that carry them.
 */
final class PostRoom implements AutoCloseable {
  private static final Duration STOPPED_WITHIN = Duration.ofSeconds(40);

  private final Producer<byte[], byte[]> producer;
  private final ExecutorService carriers;
  private final Listening listening;
  private final Rounds rounds;
  private final Thread hearing;
  private final Thread looking;

  private PostRoom(Plan plan) {
    var clients = new KafkaClients(plan.kafka());
    this.producer = clients.producer();
    this.carriers =
        Executors.newFixedThreadPool(
            plan.lettersAtOnce(), Thread.ofPlatform().name("carrier-", 0).factory());
    var memory =
        new KafkaMemory(
            producer,
            clients::notices,
            plan.formats().notices(),
            plan.patience(),
            plan.vitals(),
            plan.clock());
    var history = new History();
    var outbox = new Outbox(memory, plan.messageIdDomain(), plan.grouping(), plan.clock());
    var meters = new NotifierMeters(plan.meters());
    meters.watch(outbox);
    var events = new PatientReader<>(plan.formats().events(), plan.patience());
    var courier =
        new Courier(
            outbox,
            plan.channel(),
            history,
            plan.whoToTell(),
            meters,
            carriers,
            plan.lettersAtOnce());
    this.listening =
        new Listening(
            plan.events()::open,
            consumer -> new EventReader(consumer, events, history, plan.whoToTell(), outbox),
            plan.vitals(),
            Listening.PAUSE);
    this.rounds = new Rounds(courier, outbox, plan.clock());
    this.hearing = Watched.start(Listening.CONDITION, plan.vitals(), listening);
    this.looking = Watched.start(Rounds.CONDITION, plan.vitals(), rounds);
  }

  /** Throws {@link IllegalArgumentException} when a setting is wrong. */
  static Plan plan(ServiceContext context) {
    var smtp = context.bean(SmtpSettings.class).mail();
    var settings = context.bean(NotifierSettings.class);
    return new Plan(
        context.bean(KafkaSettings.class),
        context.bean(EventConsumers.class),
        settings.whoToTell(),
        settings.lettersAtOnce(),
        settings.grouping(),
        new Mail(smtp, settings.portal()),
        smtp.domain(),
        context.bean(Formats.class),
        context.bean(RegistryPatience.class),
        context.bean(Vitals.class),
        context.bean(MeterRegistry.class),
        context.bean(InstantSource.class));
  }

  /** All it is made of; nothing runs yet. */
  record Plan(
      KafkaSettings kafka,
      EventConsumers events,
      WhoToTell whoToTell,
      int lettersAtOnce,
      Grouping grouping,
      Channel channel,
      String messageIdDomain,
      Formats formats,
      RegistryPatience patience,
      Vitals vitals,
      MeterRegistry meters,
      InstantSource clock) {
    PostRoom open() {
      return new PostRoom(this);
    }
  }

  /**
   * No new letter is carried; those under way are waited for when the reader leaves its group, and
   * only then the memory is closed.
   */
  @Override
  public void close() {
    rounds.stop();
    Watched.await(looking, STOPPED_WITHIN);
    listening.stop();
    Watched.await(hearing, STOPPED_WITHIN);
    carriers.shutdown();
    producer.close(STOPPED_WITHIN);
  }
}
