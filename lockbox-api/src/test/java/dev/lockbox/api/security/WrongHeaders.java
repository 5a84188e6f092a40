package dev.lockbox.api.security;

import static dev.lockbox.api.security.Issuer.es256;
import static dev.lockbox.api.security.Issuer.header;
import static dev.lockbox.api.security.Issuer.rs256;
import static dev.lockbox.api.security.Issuer.unsigned;
import static dev.lockbox.api.security.Said.with;
import static dev.lockbox.api.security.Said.within;
import static dev.lockbox.api.security.Said.without;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What a token says of its signature and its key, to be believed by another one. */
final class WrongHeaders {
  private static final String RS = header("RS256", "rsa-1");

  /** Whose key it is in truth. */
  private static final RSAKey OTHER = Issuer.rsa("rsa-1", 2048);

  private WrongHeaders() {}

  static Stream<WrongToken> of(String good) {
    return Stream.of(unsignedOnes(good), secrets(good), pointers(good), kids(good), types(good))
        .flatMap(some -> some);
  }

  private static Stream<WrongToken> unsignedOnes(String good) {
    var signed = rs256(RS, good).split("\\.");
    var named =
        Stream.of("none", "None", "nOnE", "NONE", "", " ", "none ", "rs256", "RS256 ")
            .flatMap(
                alg ->
                    Stream.of(
                        j1("alg '%s', signed".formatted(alg), rs256(header(alg, "rsa-1"), good)),
                        j1(
                            "alg '%s', no signature".formatted(alg),
                            unsigned(header(alg, "rsa-1"), good) + ".")));
    var others =
        Stream.of(
            j1("no signature", signed[0] + "." + signed[1] + "."),
            j1("no signature, and no dot before it", signed[0] + "." + signed[1]),
            j1("alg missing", rs256(without(RS, "alg"), good)),
            j1("alg null", rs256(with(RS, "alg", "null"), good)),
            j1("alg a number", rs256(with(RS, "alg", 0), good)),
            j1("alg a list", rs256(with(RS, "alg", "[\"RS256\"]"), good)),
            j1("alg an object", rs256(with(RS, "alg", "{\"RS256\":1}"), good)),
            j1("another alg that its key can do", signedAs(JWSAlgorithm.RS512, good)),
            j1("another padding that its key can do", signedAs(JWSAlgorithm.PS256, good)));
    return Stream.concat(named, others);
  }

  private static WrongToken j1(String name, String token) {
    return new WrongToken("J1", name, token);
  }

  private static String signedAs(JWSAlgorithm algorithm, String good) {
    try {
      var signed = unsigned(header(algorithm.getName(), "rsa-1"), good);
      var bytes = signed.getBytes(StandardCharsets.US_ASCII);
      return signed + "." + new RSASSASigner(Issuer.RSA).sign(new JWSHeader(algorithm), bytes);
    } catch (JOSEException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** A public key is no secret to sign with, however it is spelled. */
  private static Stream<WrongToken> secrets(String good) {
    try {
      var der = Issuer.RSA.toRSAPublicKey().getEncoded();
      var pem =
          "-----BEGIN PUBLIC KEY-----\n%s\n-----END PUBLIC KEY-----\n"
              .formatted(Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der));
      var secrets = new TreeMap<String, byte[]>();
      secrets.put("DER", der);
      secrets.put("PEM", pem.getBytes(StandardCharsets.US_ASCII));
      secrets.put("JWK", Issuer.RSA.toPublicJWK().toString().getBytes(StandardCharsets.UTF_8));
      secrets.put("nothing", new byte[64]);
      return secrets.entrySet().stream()
          .map(one -> j2("HS256 with " + one.getKey(), macced(one.getValue(), good)));
    } catch (JOSEException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String macced(byte[] secret, String good) {
    try {
      var signed = unsigned(header("HS256", "rsa-1"), good);
      var bytes = signed.getBytes(StandardCharsets.US_ASCII);
      return signed + "." + new MACSigner(secret).sign(new JWSHeader(JWSAlgorithm.HS256), bytes);
    } catch (JOSEException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Nothing is fetched from where they lead; see {@code TokensHttpTest}. */
  private static Stream<WrongToken> pointers(String good) {
    var pointers =
        Map.of(
            "jwk", OTHER.toPublicJWK().toString(),
            "jku", "\"TRAP/keys\"",
            "x5u", "\"TRAP/chain\"",
            "x5c", "[\"MIIB\"]",
            "crit", "[\"b64\"]",
            "b64", "false",
            "zip", "\"DEF\"",
            "enc", "\"A256GCM\"",
            "p2c", "2147483647",
            "url", "\"TRAP/url\"");
    return new TreeMap<>(pointers)
        .entrySet().stream()
            .flatMap(
                one -> {
                  var header =
                      within(RS, one.getKey(), one.getValue().replace("TRAP", Trap.address()));
                  return Stream.of(
                      j2(one.getKey(), rs256(header, good)),
                      j2(one.getKey() + ", by the key it leads to", rs256(OTHER, header, good)));
                });
  }

  private static Stream<WrongToken> kids(String good) {
    var kids =
        Stream.of(
                "../../etc/passwd",
                "file:///etc/passwd",
                Trap.address() + "/keys",
                "' or 1=1 --",
                "rsa-1 ",
                "RSA-1",
                "rsa-1\\u0000",
                "rsa-1\\r\\nX: y",
                "",
                "k".repeat(257),
                "rsa-2")
            .map(kid -> j2("kid '%s'".formatted(kid), rs256(header("RS256", kid), good)));
    var others =
        Stream.of(
            j2("kid null", rs256(with(RS, "kid", "null"), good)),
            j2("kid missing", rs256(without(RS, "kid"), good)),
            j2("kid a list", rs256(with(RS, "kid", "[\"rsa-1\"]"), good)),
            j2("kid a number", rs256(with(RS, "kid", 1), good)),
            j2("another key under the kid", rs256(OTHER, RS, good)),
            j2("RS256 under the kid of an EC key", rs256(header("RS256", "ec-1"), good)),
            j2("ES256 under the kid of an RSA key", es256(header("ES256", "rsa-1"), good)),
            j2("ES256 under the kid of an Edwards key", es256(header("ES256", "ed-1"), good)));
    return Stream.concat(kids, others);
  }

  private static WrongToken j2(String name, String token) {
    return new WrongToken("J2", name, token);
  }

  private static Stream<WrongToken> types(String good) {
    var named =
        Stream.of("JWT", "jwt", "id_token", "id+jwt", "logout+jwt", "at+JWT", "at+jwt ", "", "JWE")
            .map(type -> j5("typ '%s'".formatted(type), with(RS, "typ", "\"" + type + "\""), good));
    var others =
        Stream.of(
            j5("typ missing, as of an ID token", without(RS, "typ"), good),
            j5("typ null", with(RS, "typ", "null"), good),
            j5("typ a list", with(RS, "typ", "[\"at+jwt\"]"), good),
            j5(
                "an ID token, all of it",
                with(RS, "typ", "\"JWT\""),
                within(with(good, "aud", "\"lockbox-portal\""), "nonce", "\"n\"")));
    return Stream.concat(named, others);
  }

  private static WrongToken j5(String name, String header, String claims) {
    return new WrongToken("J5", name, rs256(header, claims));
  }
}
