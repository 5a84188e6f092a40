package dev.lockbox.bench.bed;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lockbox.events.codec.Format;
import dev.lockbox.events.message.Headers;
import dev.lockbox.events.message.LoggedCommand;
import dev.lockbox.events.topic.Topics;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Has requests opened and decided through the command log, and waits until the processor has
 * answered. Requests are known by their numbers; each is opened and decided at most once.
 */
public final class Desk implements AutoCloseable {
  private static final Duration ANSWERED_WITHIN = Duration.ofMinutes(3);

  private final Cases cases;
  private final Format<LoggedCommand> commands;
  private final Feed feed;
  private final Tail events;
  private int opened;

  public Desk(Bed bed, Cases cases) {
    this.cases = cases;
    this.commands = bed.formats().commands();
    this.feed = Feed.gathering(bed.client());
    this.events = Tail.of(bed.client(), Topics.EVENTS.name());
  }

  public void registerTenants() {
    ask("register-", cases.registrations().size(), cases.registrations().stream().map(this::bytes));
  }

  /** Opens the next so many requests; they are open then. Returns the number of the first. */
  public int openMore(int count) {
    var first = opened;
    opened += count;
    ask("open-", count, IntStream.range(first, opened).mapToObj(cases::open).map(this::bytes));
    return first;
  }

  /**
   * Has the requests from {@code from} to before {@code to} approved. Every byte is made before the
   * first is sent.
   */
  public Tail.Span approve(int from, int to) {
    return ask("approve-", to - from, approvals(from, to).stream());
  }

  /** The bytes of approvals, for whoever sends them elsewhere too. */
  public List<Encoded> approvals(int from, int to) {
    return IntStream.range(from, to).mapToObj(cases::approve).map(this::bytes).toList();
  }

  @Override
  public void close() {
    feed.close();
    events.close();
  }

  private Tail.Span ask(String cause, int count, Stream<Encoded> records) {
    var sent =
        CompletableFuture.runAsync(
            () -> feed.send(Topics.COMMANDS.name(), records),
            task -> Thread.ofPlatform().name("feed").start(task));
    var span = events.await(count, ANSWERED_WITHIN, causedBy(cause));
    sent.join();
    return span;
  }

  /** Events say in a header which command caused them, so nothing need be decoded to tell. */
  static Predicate<ConsumerRecord<byte[], byte[]>> causedBy(String prefix) {
    return record -> cause(record).startsWith(prefix);
  }

  static String cause(ConsumerRecord<byte[], byte[]> record) {
    return new String(record.headers().lastHeader(Headers.CAUSE).value(), UTF_8);
  }

  private Encoded bytes(LoggedCommand command) {
    return Encoded.of(commands, command);
  }
}
