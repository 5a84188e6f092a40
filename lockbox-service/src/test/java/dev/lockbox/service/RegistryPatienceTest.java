package dev.lockbox.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockbox.events.codec.Formats;
import dev.lockbox.events.codec.RegistryUnavailable;
import dev.lockbox.events.message.Found;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RegistryPatienceTest {
  private static final Found FRAMED =
      new Found("lockbox.events", 0, 0, 0, new byte[] {'a'}, new byte[] {0, 0, 0, 0, 9, 1});
  private final Vitals vitals = new Vitals();
  private final RegistryPatience patience = new RegistryPatience(vitals, Duration.ofMillis(1));
  private final Formats nowhere =
      new Formats(new CachedSchemaRegistryClient("http://127.0.0.1:1", 1));

  @Test
  void asksAgainWithHealthRedUntilThereIsAnAnswer() throws Exception {
    var tries = new AtomicInteger();
    var health = new ArrayList<Boolean>();
    var answer =
        patience.await(
            () -> {
              health.add(vitals.wrong().containsKey("registry"));
              if (tries.incrementAndGet() < 3) {
                nowhere.events().read(FRAMED);
              }
              return "read";
            });
    assertThat(answer).isEqualTo("read");
    assertThat(health).containsExactly(false, true, true);
    assertThat(vitals.wrong()).isEmpty();
  }

  @Test
  void aClosedServiceWaitsNoMore() {
    patience.close();
    assertThatThrownBy(() -> patience.await(() -> nowhere.events().read(FRAMED)))
        .isInstanceOf(RegistryUnavailable.class);
  }
}
