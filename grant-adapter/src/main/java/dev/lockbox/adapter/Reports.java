package dev.lockbox.adapter;

import dev.lockbox.adapter.Provisioning.News;
import dev.lockbox.adapter.Strays.Stray;
import dev.lockbox.adapter.target.Listed.Says;
import dev.lockbox.domain.AccessCommand.AcknowledgeClosing;
import dev.lockbox.domain.TargetReport;
import dev.lockbox.domain.TargetReport.ReportNotProvisioned;
import dev.lockbox.domain.TargetReport.ReportProvisioned;
import dev.lockbox.domain.TargetReport.ReportUngranted;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.PointId;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.events.codec.Format;
import dev.lockbox.events.codec.Formats;
import dev.lockbox.events.message.Activity;
import dev.lockbox.events.message.Headers;
import dev.lockbox.events.message.Submission;
import dev.lockbox.events.signing.Publication;
import dev.lockbox.events.signing.SigningKey;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;

/**
 * Tells the log what was done and found at the target. Whoever calls it knows afterwards that it
 * was written, or that nobody knows; the same again is recognised by its id.
 */
final class Reports {
  private final Producer<byte[], byte[]> producer;
  private final Format<Activity> activity;
  private final Format<Submission> requests;
  private final PointId point;
  private final PersonId self;
  private final Optional<SigningKey> key;
  private final InstantSource clock;

  /**
   * @param producer idempotent, acknowledged by all replicas in sync
   * @param key by which what it publishes is signed; empty where it need not be
   */
  Reports(
      Producer<byte[], byte[]> producer,
      Formats formats,
      PointId point,
      Optional<SigningKey> key,
      InstantSource clock) {
    this.producer = producer;
    this.activity = formats.activity();
    this.requests = formats.requests();
    this.point = point;
    this.self = new PersonId(point.value());
    this.key = key;
    this.clock = clock;
  }

  /**
   * @throws KafkaException when it is not known whether it was written
   */
  void tell(News news) {
    var grant = news.grant();
    var id = id(news.isThere() ? "there" : "missing", grant.request().toString());
    var by = by(news.since().map(since -> id + "-" + since.toEpochMilli()).orElse(id));
    tell(
        news.isThere()
            ? new ReportProvisioned(grant.engineer(), by, grant.request())
            : new ReportNotProvisioned(grant.engineer(), by, grant.request()));
  }

  /**
   * @throws KafkaException when it is not known whether it was written
   */
  void tell(Stray stray, Says says) {
    var id = id("stray", stray.found().id());
    tell(
        new ReportUngranted(
            says.engineer(),
            by(id + "-" + stray.foundAt().toEpochMilli()),
            says.request(),
            says.action(),
            says.resource(),
            stray.found().findings()));
  }

  /**
   * Says that nothing is left of an ended grant.
   *
   * @throws KafkaException when it is not known whether it was written
   */
  void closed(RequestId request) {
    var said = new Submission(new AcknowledgeClosing(request, by("closed-" + point), point), now());
    write(record(requests, said));
  }

  private void tell(TargetReport report) {
    write(record(activity, new Activity(report, now())));
  }

  private <T> ProducerRecord<byte[], byte[]> record(Format<T> format, T message) {
    var record =
        new ProducerRecord<>(format.topic().name(), format.key(message), format.value(message));
    key.ifPresent(own -> sign(record, own));
    return record;
  }

  private static void sign(ProducerRecord<byte[], byte[]> record, SigningKey by) {
    var signature = by.sign(new Publication(record.topic(), record.key(), record.value()));
    record.headers().add(Headers.SIGNATURE, signature.header());
  }

  private void write(ProducerRecord<byte[], byte[]> record) {
    try {
      producer.send(record).get();
    } catch (ExecutionException refused) {
      throw new KafkaException(refused);
    } catch (InterruptedException interrupted) {
      throw new InterruptException(interrupted);
    }
  }

  private Attempt by(String id) {
    return new Attempt(self, new DecisionId(id));
  }

  /** A short name for something of any length, the same for the same. */
  private String id(String kind, String what) {
    var whole = (point + " " + what).getBytes(StandardCharsets.UTF_8);
    return kind + "-" + UUID.nameUUIDFromBytes(whole);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
