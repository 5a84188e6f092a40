package dev.lockbox.processor;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The provider's issuer, with a key of each kind. */
final class Issuer {
  static final String NAME = "https://issuer.provider.example";
  static final String AUDIENCE = "lockbox-intake";
  private static final int BITS = 2048;
  private static final int POINT_BYTES = 32;

  private final List<JWK> keys;
  private final KeyPair ed25519;

  private Issuer(List<JWK> keys, KeyPair ed25519) {
    this.keys = keys;
    this.ed25519 = ed25519;
  }

  static Issuer fresh() {
    try {
      return new Issuer(
          List.of(
              new RSAKeyGenerator(BITS).keyID("rsa").generate(),
              new ECKeyGenerator(Curve.P_256).keyID("ec").generate()),
          KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
    } catch (JOSEException | GeneralSecurityException missing) {
      throw new AssertionError(missing);
    }
  }

  /** What the processor is given. */
  String publicKeys() {
    var all = new ArrayList<>(keys);
    all.add(new OctetKeyPair.Builder(Curve.Ed25519, point()).keyID("ed").build());
    return new JWKSet(all).toString();
  }

  private Base64URL point() {
    var spki = ed25519.getPublic().getEncoded();
    return Base64URL.encode(Arrays.copyOfRange(spki, spki.length - POINT_BYTES, spki.length));
  }

  /** The library signs with such a key only beside another library. */
  byte[] eddsa(JWTClaimsSet claims) {
    try {
      var header = new JWSHeader.Builder(JWSAlgorithm.EdDSA).keyID("ed").build();
      var token = new SignedJWT(header, claims);
      var signer = Signature.getInstance("Ed25519");
      signer.initSign(ed25519.getPrivate());
      signer.update(token.getSigningInput());
      var signed = new String(token.getSigningInput(), US_ASCII);
      return "%s.%s".formatted(signed, Base64URL.encode(signer.sign())).getBytes(US_ASCII);
    } catch (GeneralSecurityException failed) {
      throw new AssertionError(failed);
    }
  }

  /** What the issuer alone has. */
  String allKeys() {
    return new JWKSet(keys).toString(false);
  }

  byte[] rs256(JWTClaimsSet claims) {
    return signed(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("rsa").build(), claims);
  }

  byte[] es256(JWTClaimsSet claims) {
    return signed(new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("ec").build(), claims);
  }

  byte[] signed(JWSHeader header, JWTClaimsSet claims) {
    try {
      var token = new SignedJWT(header, claims);
      token.sign(signer(header));
      return token.serialize().getBytes(US_ASCII);
    } catch (JOSEException failed) {
      throw new AssertionError(failed);
    }
  }

  private JWSSigner signer(JWSHeader header) throws JOSEException {
    return JWSAlgorithm.Family.EC.contains(header.getAlgorithm())
        ? new ECDSASigner(keys.getLast().toECKey())
        : new RSASSASigner(keys.getFirst().toRSAKey());
  }
}
