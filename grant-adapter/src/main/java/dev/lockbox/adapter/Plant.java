package dev.lockbox.adapter;

import dev.lockbox.adapter.target.Target;
import dev.lockbox.events.codec.Formats;
import dev.lockbox.events.signing.SigningKey;
import dev.lockbox.service.KafkaSettings;
import dev.lockbox.service.PatientReader;
import dev.lockbox.service.PlainProducer;
import dev.lockbox.service.RegistryPatience;
import dev.lockbox.service.ServiceContext;
import dev.lockbox.service.Vitals;
import dev.lockbox.service.Watched;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** All of the adapter that runs: one thread that reads the log, and one that minds the target. */
final class Plant implements AutoCloseable {
  private static final Duration STOPPED_WITHIN = Duration.ofSeconds(90);

  private static final PlainProducer TELLING =
      new PlainProducer(Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofSeconds(2));

  private final Producer<byte[], byte[]> producer;
  private final Target target;
  private final Reading reading;
  private final Rounds rounds;
  private final Thread readingThread;
  private final Thread roundsThread;

  private Plant(Plan plan) {
    var out = new ByteArraySerializer();
    var in = new ByteArrayDeserializer();
    this.producer = new KafkaProducer<>(TELLING.settings(plan.kafka()), out, out);
    this.target = plan.target();
    var knowledge = new Knowledge(plan.lagMax());
    var states = new PatientReader<>(plan.formats().states(), plan.patience());
    this.reading =
        new Reading(
            () -> new KafkaConsumer<>(plan.kafka().committedOnly(), in, in),
            consumer -> new StateReader(consumer, states, knowledge, plan.vitals(), plan.clock()),
            plan.vitals(),
            Reading.PAUSE);
    var reports =
        new Reports(producer, plan.formats(), plan.practice().point(), plan.key(), plan.clock());
    var condition = new Condition(plan.vitals(), plan.meters());
    var round = new Round(knowledge, target, reports, plan.practice(), condition, plan.clock());
    this.rounds = new Rounds(round, knowledge, plan.clock());
    this.readingThread = Watched.start(Reading.CONDITION, plan.vitals(), reading);
    this.roundsThread = Watched.start(Rounds.CONDITION, plan.vitals(), rounds);
  }

  /** Throws {@link IllegalArgumentException} when a setting is wrong. */
  static Plan plan(ServiceContext context) {
    var settings = context.bean(AdapterSettings.class);
    return new Plan(
        context.bean(KafkaSettings.class),
        settings.practice(context.bean(KeepsSettings.class).conditions()),
        settings.key(),
        settings.lagMax(),
        Targets.of(context),
        context.bean(Formats.class),
        context.bean(RegistryPatience.class),
        context.bean(Vitals.class),
        context.bean(MeterRegistry.class),
        context.bean(InstantSource.class));
  }

  /** All it is made of; nothing runs yet. */
  record Plan(
      KafkaSettings kafka,
      Practice practice,
      Optional<SigningKey> key,
      Duration lagMax,
      Target target,
      Formats formats,
      RegistryPatience patience,
      Vitals vitals,
      MeterRegistry meters,
      InstantSource clock) {
    Plant open() {
      return new Plant(this);
    }
  }

  /** What is under way at the target is waited for, or given up; nothing is removed by closing. */
  @Override
  public void close() {
    rounds.stop();
    Watched.await(roundsThread, STOPPED_WITHIN);
    reading.stop();
    Watched.await(readingThread, STOPPED_WITHIN);
    target.close();
    producer.close(STOPPED_WITHIN);
  }
}
