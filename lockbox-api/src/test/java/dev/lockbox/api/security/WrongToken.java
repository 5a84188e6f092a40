package dev.lockbox.api.security;

import static dev.lockbox.api.security.Issuer.claims;

import java.time.Instant;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A token that nobody may believe. Where it says who sent it, it is Anna, who may decide for
 * Contoso.
 *
 * @param row of the faults ({@code docs/faults.md})
 */
public record WrongToken(String row, String name, String token) {
  /** All of them, each wrong in one thing alone, as they would be at that time. */
  public static Stream<WrongToken> all(Instant now) {
    var good = claims("anna", "contoso", Set.of("approver"), now);
    return Stream.of(
            WrongHeaders.of(good),
            WrongClaims.of(good, now),
            WrongSignatures.of(good),
            WrongShapes.of(good))
        .flatMap(some -> some);
  }

  /** See {@link WrongSignatures#twinOf}. */
  static String twinOf(String token) {
    return WrongSignatures.twinOf(token);
  }

  @Override
  public String toString() {
    return row + " " + name;
  }
}
