package dev.lockbox.domain.gateway;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How an engineer came in, as the gateway vouches for it.
 *
 * @param source the gateway's own address, 1 to 128 characters
 * @param device empty where the gateway knows of none
 * @param methods by which the engineer authenticated, as in the claim {@code amr}; at most {@value
 *     #METHODS_MAX}
 * @param credential id of the key or card that was used, as the issuer names it
 * @param crypto the module that encrypts the session
 * @param country where the engineer sits, two capital letters
 * @param keeps which conditions of a grant the gateway keeps
 */
public record Connection(
    Channel channel,
    String source,
    Optional<Device> device,
    Set<Claim> methods,
    Optional<Claim> credential,
    Optional<Claim> crypto,
    Optional<String> country,
    Keeps keeps) {
  public static final int METHODS_MAX = 16;
  private static final Pattern SOURCE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.:_-]{0,127}");
  private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");

  public Connection {
    Told.matching(SOURCE, "source", source);
    country.ifPresent(given -> Told.matching(COUNTRY, "country", given));
    methods = Told.some("methods", methods, METHODS_MAX);
  }
}
