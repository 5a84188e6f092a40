package dev.lockbox.notifier.channel;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The mail server, and how it is spoken to.
 *
 * @param host its name or address
 * @param port 1 to 65535
 * @param from the sender's address; the part after the {@code @} also ends every Message-ID
 * @param security how the line is kept private
 * @param login empty when the server asks for none
 * @param connectWithin the longest to wait for a connection; 1 s to 5 min
 * @param answerWithin the longest to wait for each answer and each write; 1 s to 5 min
 */
public record MailSettings(
    String host,
    int port,
    String from,
    Security security,
    Optional<Login> login,
    Duration connectWithin,
    Duration answerWithin) {
  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofMinutes(5);
  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|127(\\.\\d{1,3}){3}|::1|\\[::1\\]");
  private static final Pattern ADDRESS =
      Pattern.compile("[A-Za-z0-9._+-]{1,64}@[A-Za-z0-9][A-Za-z0-9.-]{0,188}");

  /** How the line to the server is kept private. */
  public enum Security {
    /** Nothing is handed over before the line is encrypted and the server has shown who it is. */
    STARTTLS,
    /** Encrypted from the first byte. */
    TLS,
    /** In the clear: whoever is on the line reads everything. */
    NONE
  }

  /** Who we are to the server. */
  public record Login(String user, String password) {
    /** Without the password. */
    @Override
    public String toString() {
      return "Login[%s]".formatted(user);
    }
  }

  public MailSettings {
    require(!host.isBlank(), "mail host must be named");
    require(port >= 1 && port <= 65_535, "mail port must be 1 to 65535, was %s".formatted(port));
    require(
        ADDRESS.matcher(from).matches(), "mail from must be an address, was '%s'".formatted(from));
    within("mail connect-within", connectWithin);
    within("mail answer-within", answerWithin);
    require(
        login.isEmpty() || security != Security.NONE || isLoopback(host),
        "a password must not travel in the clear to %s: security must be starttls or tls"
            .formatted(host));
  }

  /** What is chosen where nothing is said: the clear is good enough within this machine only. */
  public static Security securityFor(String host) {
    return isLoopback(host) ? Security.NONE : Security.STARTTLS;
  }

  /** Whether others may read along. */
  public boolean isExposed() {
    return security == Security.NONE && !isLoopback(host);
  }

  /** The part of the sender after the {@code @}. */
  public String domain() {
    return from.substring(from.indexOf('@') + 1);
  }

  private static boolean isLoopback(String host) {
    return LOOPBACK.matcher(host).matches();
  }

  private static void within(String name, Duration given) {
    require(
        given.compareTo(SHORTEST) >= 0 && given.compareTo(LONGEST) <= 0,
        "%s must be from %s to %s, was %s".formatted(name, SHORTEST, LONGEST, given));
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }
}
