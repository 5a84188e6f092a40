package dev.lockbox.local.data;

import dev.lockbox.broker.KeptProperties;
import dev.lockbox.broker.Loopback;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * Which port each part listens on; kept beside the data, so that addresses told to others stay true
 * after a restart. Broker and registry keep their own.
 */
public record Ports(Map<Listener, Integer> numbers) {
  private static final int PORT_MAX = 65_535;

  /** Who listens. */
  public enum Listener {
    API,
    PROCESSOR,
    AUDIT_PROJECTOR,
    NOTIFIER,
    GRANT_ADAPTER,
    ISSUER,
    SMTP;

    private String property() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-') + ".port";
    }
  }

  public Ports {
    numbers = Map.copyOf(numbers);
  }

  /**
   * The ports kept in {@code file}; those it does not name are chosen now and kept from then on.
   *
   * @param api the API's from now on; empty leaves it as it is
   */
  public static Ports keptIn(Path file, Optional<Integer> api) {
    var kept = new KeptProperties(file);
    var numbers = kept.read().map(Ports::read).orElseGet(() -> new EnumMap<>(Listener.class));
    api.ifPresent(port -> numbers.put(Listener.API, checked("port", port)));
    var free = Loopback.freePorts(Listener.values().length);
    for (var listener : Listener.values()) {
      numbers.putIfAbsent(listener, free[listener.ordinal()]);
    }
    var ports = new Ports(numbers);
    kept.write(ports.properties());
    return ports;
  }

  public int of(Listener listener) {
    return Optional.ofNullable(numbers.get(listener)).orElseThrow();
  }

  /** Refuses to start where somebody else listens: others were told these addresses. */
  public void requireFree() {
    numbers.forEach((listener, port) -> Loopback.requireFree(port, listener.property()));
  }

  private Map<String, String> properties() {
    return numbers.entrySet().stream()
        .collect(
            Collectors.toMap(
                entry -> entry.getKey().property(), entry -> entry.getValue().toString()));
  }

  private static Map<Listener, Integer> read(Properties found) {
    var numbers = new EnumMap<Listener, Integer>(Listener.class);
    for (var listener : Listener.values()) {
      Optional.ofNullable(found.getProperty(listener.property()))
          .map(text -> checked(listener.property(), Integer.parseInt(text)))
          .ifPresent(port -> numbers.put(listener, port));
    }
    return numbers;
  }

  private static int checked(String name, int port) {
    if (port < 1 || port > PORT_MAX) {
      throw new IllegalArgumentException(
          "%s must be from 1 to %d, was %d".formatted(name, PORT_MAX, port));
    }
    return port;
  }
}
