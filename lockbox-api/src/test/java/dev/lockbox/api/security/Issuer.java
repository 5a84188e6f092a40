package dev.lockbox.api.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.EdECPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** An issuer of tokens, with keys made for the test: writes any token, however wrong. */
public final class Issuer {
  public static final String NAME = "https://issuer.example";
  public static final String AUDIENCE = "lockbox";
  static final RSAKey RSA = rsa("rsa-1", 2048);
  static final ECKey EC = ec();
  private static final java.security.KeyPair ED = ed();
  static final OctetKeyPair OKP = okp();

  /** By their kids: keys that the issuer may come to have. */
  private static final Map<String, RSAKey> OTHERS = new ConcurrentHashMap<>();

  private Issuer() {}

  static OidcSettings settings() {
    return new OidcSettings(
        NAME,
        AUDIENCE,
        Optional.empty(),
        List.of("RS256", "ES256"),
        Duration.ofSeconds(60),
        Duration.ofHours(8),
        Duration.ofMinutes(5),
        Duration.ofSeconds(10),
        Duration.ofHours(1));
  }

  public static List<JWK> publicKeys() {
    return List.of(RSA.toPublicJWK(), EC.toPublicJWK(), OKP);
  }

  /** A token as it should be, by RS256, good for ten minutes from {@code now}. */
  public static String token(String person, String tenant, Set<String> roles, Instant now) {
    return rs256(header("RS256", "rsa-1"), claims(person, tenant, roles, now));
  }

  /** The public half of another key, which is made when it is first asked for. */
  public static JWK other(String kid) {
    return OTHERS.computeIfAbsent(kid, made -> rsa(made, 2048)).toPublicJWK();
  }

  /** The token, signed by another key. */
  public static String tokenBy(
      String kid, String person, String tenant, Set<String> roles, Instant now) {
    other(kid);
    return rs256(OTHERS.get(kid), header("RS256", kid), claims(person, tenant, roles, now));
  }

  /** A token of somebody who proved who they are, at that time and in this way. */
  public static String proven(
      String person, String tenant, Set<String> roles, Instant now, Instant at, String acr) {
    var proof = "\"auth_time\":%d,\"acr\":\"%s\"".formatted(at.getEpochSecond(), acr);
    return claiming(person, tenant, roles, now, proof);
  }

  /** A token that says more: names and values of JSON, with commas between. */
  public static String claiming(
      String person, String tenant, Set<String> roles, Instant now, String more) {
    var said = claims(person, tenant, roles, now);
    return rs256(header("RS256", "rsa-1"), said.replaceAll("}$", ",") + more + "}");
  }

  static String header(String alg, String kid) {
    return "{\"alg\":\"%s\",\"typ\":\"at+jwt\",\"kid\":\"%s\"}".formatted(alg, kid);
  }

  static String claims(String person, String tenant, Set<String> roles, Instant now) {
    var names = roles.stream().sorted().map("\"%s\""::formatted).toList();
    return "{\"iss\":\"%s\",\"aud\":\"%s\",\"sub\":\"%s\",\"tenant\":\"%s\",\"roles\":%s,\"iat\":%s,\"exp\":%s}"
        .formatted(
            NAME,
            AUDIENCE,
            person,
            tenant,
            names,
            now.getEpochSecond(),
            now.getEpochSecond() + 600);
  }

  static String unsigned(String header, String claims) {
    return Base64URL.encode(header) + "." + Base64URL.encode(claims);
  }

  static String rs256(String header, String claims) {
    return rs256(RSA, header, claims);
  }

  static String rs256(RSAKey key, String header, String claims) {
    return rs256(key, unsigned(header, claims));
  }

  /** With claims that may be no text of ours. */
  static String rs256(String header, byte[] claims) {
    return rs256(RSA, Base64URL.encode(header) + "." + Base64URL.encode(claims));
  }

  private static String rs256(RSAKey key, String signed) {
    try {
      return sign(new RSASSASigner(key), JWSAlgorithm.RS256, signed);
    } catch (JOSEException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  static String es256(String header, String claims) {
    try {
      return sign(new ECDSASigner(EC), JWSAlgorithm.ES256, unsigned(header, claims));
    } catch (JOSEException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  static String eddsa(String header, String claims) {
    try {
      var signer = Signature.getInstance("Ed25519");
      signer.initSign(ED.getPrivate());
      var signed = unsigned(header, claims);
      signer.update(signed.getBytes(StandardCharsets.US_ASCII));
      return signed + "." + Base64URL.encode(signer.sign());
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String sign(
      com.nimbusds.jose.JWSSigner signer, JWSAlgorithm algorithm, String signed)
      throws JOSEException {
    var signature =
        signer.sign(new JWSHeader(algorithm), signed.getBytes(StandardCharsets.US_ASCII));
    return signed + "." + signature;
  }

  static RSAKey rsa(String kid, int bits) {
    try {
      return new RSAKeyGenerator(bits, true).keyID(kid).keyUse(KeyUse.SIGNATURE).generate();
    } catch (JOSEException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static ECKey ec() {
    try {
      return new ECKeyGenerator(Curve.P_256).keyID("ec-1").generate();
    } catch (JOSEException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static java.security.KeyPair ed() {
    try {
      return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static OctetKeyPair okp() {
    var spki = ((EdECPublicKey) ED.getPublic()).getEncoded();
    var x = java.util.Arrays.copyOfRange(spki, spki.length - 32, spki.length);
    return new OctetKeyPair.Builder(Curve.Ed25519, Base64URL.encode(x)).keyID("ed-1").build();
  }
}
