package dev.lockbox.local.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lockbox.broker.Loopback;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EndpointsTest {
  @TempDir Path directory;

  @Test
  void whatRunsIsFound() throws IOException {
    try (var kafka = new ServerSocket()) {
      kafka.bind(new InetSocketAddress(Loopback.HOST, 0));
      var endpoints = endpoints(kafka.getLocalPort());
      endpoints.writeTo(data());

      assertThat(Endpoints.of(data())).isEqualTo(endpoints);
    }
  }

  @Test
  void theFileHasThePublicNames() throws IOException {
    endpoints(1).writeTo(data());

    var json = new ObjectMapper().readTree(data().endpoints().toFile());
    assertThat(json.fieldNames())
        .toIterable()
        .containsExactly(
            "api",
            "portal",
            "bootstrapServers",
            "schemaRegistry",
            "issuer",
            "smtp",
            "mailDir",
            "processor");
  }

  @Test
  void whereNothingEverRanNothingRuns() {
    assertThatThrownBy(() -> Endpoints.of(data()))
        .isInstanceOf(NotRunning.class)
        .hasMessageContaining(directory.toString());
  }

  /** A killed process leaves its file behind. */
  @Test
  void aFileLeftBehindIsNoLockbox() {
    endpoints(Loopback.freePort()).writeTo(data());

    assertThatThrownBy(() -> Endpoints.of(data())).isInstanceOf(NotRunning.class);
  }

  private DataDirectory data() {
    return new DataDirectory(directory);
  }

  private static Endpoints endpoints(int kafkaPort) {
    return new Endpoints(
        URI.create("http://127.0.0.1:1"),
        URI.create("http://127.0.0.1:1/portal"),
        Loopback.address(kafkaPort),
        URI.create("http://127.0.0.1:2"),
        URI.create("http://127.0.0.1:3/lockbox"),
        "127.0.0.1:4",
        "/tmp/mail",
        URI.create("http://127.0.0.1:5"));
  }
}
