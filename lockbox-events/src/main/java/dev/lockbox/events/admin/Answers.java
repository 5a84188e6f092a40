package dev.lockbox.events.admin;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.KafkaFuture;

/** Waiting for what the cluster says. */
final class Answers {
  private Answers() {}

  /**
   * @throws ClusterUnreachable when there is no answer within the limit, or the answer is no
   */
  static <T> T await(KafkaFuture<T> future, String asked, Duration limit) {
    try {
      return answer(future, asked, limit);
    } catch (ExecutionException refused) {
      throw new ClusterUnreachable(asked, cause(refused));
    }
  }

  /**
   * As {@link #await}, but for an answer whose "no" means something: then the exception has it as
   * its cause.
   */
  static <T> T answer(KafkaFuture<T> future, String asked, Duration limit)
      throws ExecutionException {
    try {
      return future.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException silence) {
      throw new ClusterUnreachable(asked, new IOException("no answer within " + limit, silence));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new ClusterUnreachable(asked, stopped);
    }
  }

  /** Between two looks. */
  static void pause(Duration length, String asked) {
    try {
      Thread.sleep(length);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new ClusterUnreachable(asked, stopped);
    }
  }

  static Throwable cause(ExecutionException wrapped) {
    var cause = wrapped.getCause();
    return cause == null ? wrapped : cause;
  }
}
