package dev.lockbox.api.security;

import static dev.lockbox.api.security.Issuer.header;
import static dev.lockbox.api.security.Issuer.rs256;
import static dev.lockbox.api.security.Said.with;
import static dev.lockbox.api.security.Said.within;
import static dev.lockbox.api.security.Said.without;

import java.time.Instant;
import java.util.stream.Stream;

/**
 * What the issuer did sign, and which is for others, by others, for another time, or for nobody.
 */
final class WrongClaims {
  private static final String RS = header("RS256", "rsa-1");

  private WrongClaims() {}

  static Stream<WrongToken> of(String good, Instant now) {
    return Stream.of(audiences(good), issuers(good), times(good, now), people(good), bound(good))
        .flatMap(some -> some);
  }

  private static Stream<WrongToken> audiences(String good) {
    var others =
        Stream.of(
                "\"other\"",
                "\"\"",
                "null",
                "1",
                "\"Lockbox\"",
                "\"lockbox \"",
                "\"other lockbox\"",
                "\"lockbox-portal\"",
                "[]",
                "[\"a\",\"b\"]",
                "[[\"lockbox\"]]",
                "[{\"aud\":\"lockbox\"}]",
                "[null]",
                "{\"aud\":\"lockbox\"}")
            .map(aud -> token("J3", "aud " + aud, with(good, "aud", aud)));
    var under =
        Stream.of(
            token("J3", "aud missing", without(good, "aud")),
            token("J3", "aud under another name", with(without(good, "aud"), "Aud", "\"lockbox\"")),
            token("J3", "azp in its place", with(without(good, "aud"), "azp", "\"lockbox\"")));
    return Stream.concat(others, under);
  }

  private static Stream<WrongToken> issuers(String good) {
    var others =
        Stream.of(
                "\"https://issuer.example/\"",
                "\"https://Issuer.example\"",
                "\"HTTPS://issuer.example\"",
                "\"http://issuer.example\"",
                "\"issuer.example\"",
                "\"https://issuer.example.evil\"",
                "\"https://issuer.example@evil\"",
                "\"https://evil/https://issuer.example\"",
                "\"https://issuer.example:443\"",
                "\"https://issuer.example.\"",
                "\"https://issuer.example#\"",
                "\"https://issuer.example?\"",
                "\"https://issuer.example\\u0000\"",
                "\" https://issuer.example\"",
                "[\"https://issuer.example\"]",
                "null",
                "\"\"")
            .map(iss -> token("J4", "iss " + iss, with(good, "iss", iss)));
    return Stream.concat(others, Stream.of(token("J4", "iss missing", without(good, "iss"))));
  }

  private static Stream<WrongToken> times(String good, Instant now) {
    var at = now.getEpochSecond();
    var expiries =
        Stream.of(
                "0",
                "-1",
                Long.toString(at - 60),
                "\"4102444800\"",
                "4102444800.5",
                "4102444800.0",
                "4.1024448e9",
                "1e309",
                "99999999999999999999",
                "9223372036854775807",
                "null",
                "true",
                "[4102444800]",
                "{\"exp\":4102444800}")
            .map(exp -> token("J6", "exp " + exp, with(good, "exp", exp)));
    var later = at + 61;
    var others =
        Stream.of(
            token("J6", "exp missing", without(good, "exp")),
            token("J6", "good for ten years", with(good, "exp", at + 315_360_000L)),
            token("J6", "iat missing", without(good, "iat")),
            token("J6", "iat at the end", with(good, "iat", Instant.MAX.getEpochSecond())),
            token("J6", "iat at the beginning", with(good, "iat", 0)),
            token("J6", "nbf to come", with(good, "nbf", later)),
            token("J6", "nbf as text", with(good, "nbf", "\"0\"")),
            token("J6", "nbf null", with(good, "nbf", "null")),
            token("J6", "iat to come", with(good, "iat", later)),
            token("J6", "iat with a fraction", with(good, "iat", at + ".5")),
            token("J6", "iat negative", with(good, "iat", -at)),
            token("J12", "auth_time to come", with(good, "auth_time", later)),
            token("J12", "auth_time as text", with(good, "auth_time", "\"%s\"".formatted(at))),
            token("J12", "auth_time with a fraction", with(good, "auth_time", at + ".5")),
            token("J12", "auth_time negative", with(good, "auth_time", -at)));
    return Stream.concat(expiries, others);
  }

  private static Stream<WrongToken> people(String good) {
    return Stream.of(
        token("Z2", "sub missing", without(good, "sub")),
        token("Z2", "sub null", with(good, "sub", "null")),
        token("Z2", "sub is no id", with(good, "sub", "\"anna<script>\"")),
        token("Z2", "sub is a list", with(good, "sub", "[\"anna\"]")),
        token("Z2", "tenant missing", without(good, "tenant")),
        token("Z2", "tenant null", with(good, "tenant", "null")),
        token("Z2", "tenant is no id", with(good, "tenant", "\"../fabrikam\"")),
        token("Z2", "two tenants", with(good, "tenant", "[\"contoso\",\"fabrikam\"]")),
        token("Z4", "roles as text", with(good, "roles", "\"approver\"")),
        token("Z4", "roles as objects", with(good, "roles", "[{\"approver\":true}]")));
  }

  /** To a key of whoever may use it, for which nobody here asks. */
  private static Stream<WrongToken> bound(String good) {
    return Stream.of(
            "{\"jkt\":\"0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I\"}",
            "{\"x5t#S256\":\"bwcK0esc3ACC3DB2Y5_lESsXE8o9ltc05O89jdN-dg2\"}",
            "{\"kid\":\"rsa-1\"}",
            "{}",
            "null")
        .map(cnf -> token("J11", "cnf " + cnf, within(good, "cnf", cnf)));
  }

  private static WrongToken token(String row, String name, String claims) {
    return new WrongToken(row, name, rs256(RS, claims));
  }
}
