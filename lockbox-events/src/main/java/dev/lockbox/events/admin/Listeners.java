package dev.lockbox.events.admin;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.common.security.auth.SecurityProtocol;

/** Who could listen in. Pure, but for asking what address a host name has. */
final class Listeners {
  private static final Set<SecurityProtocol> IN_THE_CLEAR =
      Set.of(SecurityProtocol.PLAINTEXT, SecurityProtocol.SASL_PLAINTEXT);

  private Listeners() {}

  /**
   * What is said in the clear beyond this machine, a sentence each.
   *
   * @param protocol as the client is configured
   * @param hosts named by the client's bootstrap servers, and by the cluster itself
   */
  static List<String> problems(SecurityProtocol protocol, Stream<String> hosts) {
    return IN_THE_CLEAR.contains(protocol)
        ? hosts
            .distinct()
            .filter(host -> !isLoopback(host))
            .map(
                host ->
                    "broker %s: security.protocol must be SSL or SASL_SSL beyond this machine, was %s"
                        .formatted(host, protocol))
            .toList()
        : List.of();
  }

  /** A name without an address is not known to be this machine's. */
  private static boolean isLoopback(String host) {
    try {
      return Stream.of(InetAddress.getAllByName(host)).allMatch(InetAddress::isLoopbackAddress);
    } catch (UnknownHostException unknown) {
      return false;
    }
  }
}
