package dev.lockbox.bench.bed;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lockbox.events.message.Headers;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Appends approvals one by one to a topic, and hears of each again on another, where a header names
 * it. The processor sets that header itself; a topology that decides nothing hands it on.
 */
public final class RoundTrips implements AutoCloseable {
  private final String in;
  private final IntFunction<Encoded> approval;
  private final Feed feed;
  private final Map<String, CompletableFuture<Void>> expected = new ConcurrentHashMap<>();
  private final Thread listener;
  private volatile boolean closed;

  /**
   * @param approval the bytes to send for a number; each number is sent once
   */
  public RoundTrips(
      Map<String, Object> client, String in, String out, IntFunction<Encoded> approval) {
    this.in = in;
    this.approval = approval;
    this.feed = Feed.atOnce(client);
    var tail = Tail.of(client, out);
    this.listener = Thread.ofPlatform().daemon().name("round-trips").start(() -> listen(tail));
  }

  /** Completes when it has been heard of. */
  public CompletableFuture<Void> send(int number) {
    var name = Cases.decision(number);
    var heard = new CompletableFuture<Void>();
    expected.put(name, heard);
    var bytes = approval.apply(number);
    var record = new ProducerRecord<>(in, bytes.key(), bytes.value());
    record.headers().add(Headers.CAUSE, name.getBytes(UTF_8));
    feed.send(record, heard);
    return heard;
  }

  @Override
  public void close() {
    closed = true;
    feed.close();
    try {
      listener.join();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void listen(Tail tail) {
    try (tail) {
      while (!closed) {
        tail.look(this::heard);
      }
    }
  }

  private void heard(ConsumerRecord<byte[], byte[]> record) {
    Optional.ofNullable(expected.remove(Desk.cause(record)))
        .ifPresent(answer -> answer.complete(null));
  }
}
