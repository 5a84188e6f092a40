package dev.lockbox.api.signout;

import dev.lockbox.api.signin.SignOuts;
import dev.lockbox.events.codec.Format;
import dev.lockbox.events.codec.Formats;
import dev.lockbox.events.codec.RegistryUnavailable;
import dev.lockbox.events.message.SignedOut;
import dev.lockbox.events.topic.Topics;
import io.micronaut.configuration.kafka.annotation.KafkaClient;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;

/** The topic of those who signed out: written here, and heard from everywhere. */
@Singleton
public final class KafkaSignOuts implements SignOuts {
  private final Producer<byte[], byte[]> producer;
  private final Format<SignedOut> format;
  private final Ended ended;
  private final SignOutReader reader;
  private final InstantSource clock;

  KafkaSignOuts(
      @KafkaClient("commands") Producer<byte[], byte[]> producer,
      Formats formats,
      SignOutReader reader,
      InstantSource clock) {
    this.producer = producer;
    this.format = formats.signOuts();
    this.ended = reader.ended();
    this.reader = reader;
    this.clock = clock;
  }

  @Override
  public boolean areKnown() {
    return reader.isUpToDate();
  }

  @Override
  public boolean has(String session, Instant until) {
    return ended.has(session, until);
  }

  @Override
  public CompletableFuture<Void> add(String session, Instant until) {
    ended.add(session, until, clock.instant());
    var written = new CompletableFuture<Void>();
    try {
      producer.send(
          record(new SignedOut(session, until.truncatedTo(ChronoUnit.MILLIS))),
          (metadata, failure) -> {
            if (failure == null) {
              written.complete(null);
            } else {
              written.completeExceptionally(failure);
            }
          });
    } catch (KafkaException | RegistryUnavailable notSent) {
      written.completeExceptionally(notSent);
    }
    return written;
  }

  private ProducerRecord<byte[], byte[]> record(SignedOut out) {
    return new ProducerRecord<>(Topics.SIGN_OUTS.name(), 0, format.key(out), format.value(out));
  }
}
