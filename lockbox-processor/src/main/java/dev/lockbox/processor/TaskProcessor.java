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
 */
final class TaskProcessor implements Processor<byte[], byte[], byte[], byte[]> {
  private final Function<ProcessorContext<byte[], byte[]>, Work> begin;
  private Optional<Work> work = Optional.empty();

  private TaskProcessor(Function<ProcessorContext<byte[], byte[]>, Work> begin) {
    this.begin = begin;
  }

  /** What one task does, from its beginning to its end, on one thread. */
  interface Work {
    void process(Record<byte[], byte[]> record);

    /** The partition is somebody else's from here on, or the same task begins anew. */
    default void close() {}
  }

  static ProcessorSupplier<byte[], byte[], byte[], byte[]> doing(
      Function<ProcessorContext<byte[], byte[]>, Work> begin) {
    return () -> new TaskProcessor(begin);
  }

  @Override
  public void init(ProcessorContext<byte[], byte[]> context) {
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
