package dev.lockbox.bench.bed;

import dev.lockbox.events.topic.Topics;
import dev.lockbox.service.ServiceContext;
import dev.lockbox.service.StreamsPlan;
import dev.lockbox.service.StreamsRunner;
import dev.lockbox.service.Vitals;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.Topology;

/**
 * What Kafka can do when there is nothing to decide: the same bytes in and out, in as many
 * partitions and threads, under the same guarantee and commit interval, with the house settings of
 * Kafka Streams. No store.
 */
public final class PassThrough implements AutoCloseable {
  public static final String IN = "bench.in";
  public static final String OUT = "bench.out";

  private static final String NAME = "bench-pass-through";

  private final ServiceContext context;
  private final StreamsRunner.Running running;

  private PassThrough(ServiceContext context, StreamsRunner.Running running) {
    this.context = context;
    this.running = running;
  }

  /** As the processor's topics are. */
  static List<TopicMaker.Wanted> topics() {
    return List.of(
        new TopicMaker.Wanted(IN, Topics.COMMANDS.partitions(), Topics.COMMANDS.settings()),
        new TopicMaker.Wanted(OUT, Topics.EVENTS.partitions(), Topics.EVENTS.settings()));
  }

  static PassThrough start(Map<String, Object> overrides, Pace pace) {
    var context = ServiceContext.of(NAME, overrides, Optional.empty());
    var plan =
        new StreamsPlan(
            NAME, pace.threads(), pace.commitInterval(), 0, Optional.empty(), Optional.empty());
    return new PassThrough(context, context.bean(StreamsRunner.class).start(plan, topology()));
  }

  Vitals vitals() {
    return context.bean(Vitals.class);
  }

  @Override
  public void close() {
    running.close();
    context.close();
  }

  private static Topology topology() {
    var read = new ByteArrayDeserializer();
    var write = new ByteArraySerializer();
    return new Topology()
        .addSource("read", read, read, IN)
        .addSink("write", OUT, write, write, "read");
  }
}
