package dev.lockbox.testkit;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/** Who has read how far, and an operator who meddles with it. */
final class Groups {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final Map<String, Object> client;

  Groups(Map<String, Object> client) {
    this.client = client;
  }

  /** Waits until the group has no members, and then lets it begin again. */
  void resetToEarliest(String group) {
    try (var admin = Admin.create(client)) {
      var beginning =
          committed(admin, group).keySet().stream()
              .collect(Collectors.toMap(one -> one, none -> new OffsetAndMetadata(0)));
      await("group %s to be empty".formatted(group))
          .atMost(LIMIT)
          .ignoreExceptions()
          .until(
              () -> {
                admin.alterConsumerGroupOffsets(group, beginning).all().get();
                return true;
              });
    }
  }

  void awaitCaughtUp(String group) {
    try (var admin = Admin.create(client)) {
      await("group %s to have read everything".formatted(group))
          .atMost(LIMIT)
          .until(() -> isCaughtUp(admin, group));
    }
  }

  private static boolean isCaughtUp(Admin admin, String group) throws Exception {
    var read = committed(admin, group);
    var latest =
        read.keySet().stream().collect(Collectors.toMap(one -> one, none -> OffsetSpec.latest()));
    var ends =
        admin
            .listOffsets(latest, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
            .all()
            .get();
    return read.entrySet().stream()
        .allMatch(one -> one.getValue().offset() >= ends.get(one.getKey()).offset());
  }

  private static Map<TopicPartition, OffsetAndMetadata> committed(Admin admin, String group) {
    try {
      return admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("group %s is not told".formatted(group), e);
    }
  }
}
