package dev.lockbox.local.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockbox.broker.Loopback;
import dev.lockbox.broker.PortTaken;
import dev.lockbox.local.data.Ports.Listener;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortsTest {
  @TempDir Path directory;

  @Test
  void portsAreDifferentAndStayTheSame() {
    var first = Ports.keptIn(file(), Optional.empty());

    assertThat(new HashSet<>(first.numbers().values())).hasSize(Listener.values().length);
    assertThat(Ports.keptIn(file(), Optional.empty())).isEqualTo(first);
  }

  @Test
  void aPortAskedForIsKeptAndTheOthersStay() {
    var first = Ports.keptIn(file(), Optional.empty());
    var wanted = Loopback.freePort();

    var second = Ports.keptIn(file(), Optional.of(wanted));

    assertThat(second.of(Listener.API)).isEqualTo(wanted);
    assertThat(second.of(Listener.SMTP)).isEqualTo(first.of(Listener.SMTP));
    assertThat(Ports.keptIn(file(), Optional.empty())).isEqualTo(second);
  }

  @Test
  void aPortSomebodyElseHasIsNotChangedSilently() throws IOException {
    var ports = Ports.keptIn(file(), Optional.empty());
    try (var other = new ServerSocket()) {
      other.bind(new InetSocketAddress(Loopback.HOST, ports.of(Listener.ISSUER)));

      assertThatThrownBy(ports::requireFree)
          .isInstanceOf(PortTaken.class)
          .hasMessageContaining("issuer");
    }
  }

  @Test
  void aPortThatCannotBeIsRefused() {
    assertThatThrownBy(() -> Ports.keptIn(file(), Optional.of(70_000)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("65535");
  }

  private Path file() {
    return directory.resolve("ports.properties");
  }
}
