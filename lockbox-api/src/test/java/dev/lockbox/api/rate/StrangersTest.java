package dev.lockbox.api.rate;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class StrangersTest {
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private long nanos = Long.MAX_VALUE - 5; // where such a clock may stand
  private final Strangers strangers =
      new Strangers(new RateSettings(1, 1, 1, 1, 3, 1), meters, () -> nanos);

  @Test
  void fromOneAddressSoManyMayCallAMinuteWhoeverElseDoes() throws UnknownHostException {
    assertThat(taken("192.0.2.1")).isEqualTo(3);
    assertThat(taken("192.0.2.2")).isEqualTo(3);
    assertThat(meters.get("lockbox.rates.strangers.exceeded").counter().count()).isEqualTo(2);
    nanos += Duration.ofSeconds(20).toNanos();
    assertThat(taken("192.0.2.1")).isEqualTo(1);
  }

  @Test
  void aNetworkOfTheNewAddressesIsOne() throws UnknownHostException {
    assertThat(taken("2001:db8:0:1::1")).isEqualTo(3);
    assertThat(taken("2001:db8:0:1:ffff::7")).isZero();
    assertThat(taken("2001:db8:0:2::1")).isEqualTo(3);
  }

  private int taken(String address) throws UnknownHostException {
    var taken = 0;
    while (strangers.take(InetAddress.getByName(address)).isZero()) {
      taken++;
    }
    return taken;
  }
}
