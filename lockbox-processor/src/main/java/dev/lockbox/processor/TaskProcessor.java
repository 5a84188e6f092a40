package dev.lockbox.processor;

import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Kafka Streams hands a processor its context and its stores only when the task begins, and begins
 * again after a transaction that was undone. So what does the work is made then, with all it needs,
 * and remembers nothing of the time before.
 *
 * @param <O> what it passes on: bytes, or nothing
 */
final class TaskProcessor<O> implements Processor<byte[], byte[], O, O> {
  private final Function<ProcessorContext<O, O>, Work> begin;
  private Optional<Work> work = Optional.empty();

  private TaskProcessor(Function<ProcessorContext<O, O>, Work> begin) {
    this.begin = begin;
  }

  /** What one task does, from its beginning to its end, on one thread. */
  interface Work {
    void process(Record<byte[], byte[]> record);

    /** The partition is somebody else's from here on, or the same task begins anew. */
    default void close() {}
  }

  static <O> ProcessorSupplier<byte[], byte[], O, O> doing(
      Function<ProcessorContext<O, O>, Work> begin) {
    return () -> new TaskProcessor<>(begin);
  }

  @Override
  public void init(ProcessorContext<O, O> context) {
    work = Optional.of(begin.apply(context));
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    work.orElseThrow().process(record);
  }

  @Override
  public void close() {
    work.ifPresent(Work::close);
    work = Optional.empty();
  }
}
