package dev.lockbox.api.security;

import static dev.lockbox.api.security.Issuer.claims;
import static dev.lockbox.api.security.Issuer.eddsa;
import static dev.lockbox.api.security.Issuer.es256;
import static dev.lockbox.api.security.Issuer.header;
import static dev.lockbox.api.security.Issuer.rs256;
import static dev.lockbox.api.security.Issuer.unsigned;
import static dev.lockbox.domain.Cast.ANNA;
import static dev.lockbox.domain.Cast.CONTOSO;
import static dev.lockbox.domain.Cast.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TokensTest {
  private static final String RS = header("RS256", "rsa-1");
  private static final String GOOD = claims("anna", "contoso", Set.of("approver"), NOON);
  private final List<String> fetches = new ArrayList<>();
  private final Tokens tokens = tokens(Issuer.settings());
  private List<JWK> issuers = Issuer.publicKeys();
  private Instant now = NOON;

  @Test
  void believesATokenOfEachKindThatIsTaken() throws Exception {
    var anna = new Caller(ANNA, CONTOSO, Set.of(Role.APPROVER), Optional.empty());
    assertThat(tokens.verify(rs256(RS, GOOD))).isEqualTo(anna);
    assertThat(tokens.verify(es256(header("ES256", "ec-1"), GOOD))).isEqualTo(anna);
    assertThat(tokens(withEdDsa()).verify(eddsa(header("EdDSA", "ed-1"), GOOD))).isEqualTo(anna);
  }

  @Test
  void anAlgorithmThatTheSettingsDoNotNameIsNotTaken() {
    refused(eddsa(header("EdDSA", "ed-1"), GOOD));
  }

  @Test
  void passesOverRolesItDoesNotKnowAndTakesAudiencesInAList() throws Exception {
    var token =
        rs256(
            RS,
            GOOD.replace("[\"approver\"]", "[\"admin\",\"root\",\"APPROVER\"]")
                .replace("\"aud\":\"lockbox\"", "\"aud\":[\"other\",\"lockbox\"]"));
    assertThat(tokens.verify(token).roles()).containsExactly(Role.ADMIN);
  }

  @Test
  void theClocksMayDifferByAMinute() throws Exception {
    var at = NOON.getEpochSecond();
    assertThat(tokens.verify(rs256(RS, with("exp", at - 59)))).isNotNull();
    refused(rs256(RS, with("exp", at - 60)));
    assertThat(tokens.verify(rs256(RS, with("nbf", at + 60)))).isNotNull();
    refused(rs256(RS, with("nbf", at + 61)));
    refused(rs256(RS, with("iat", at + 61)));
  }

  static Stream<Arguments> wrongTokens() throws Exception {
    var other = Issuer.rsa("rsa-1", 2048);
    var publicKey = Issuer.RSA.toRSAPublicKey().getEncoded();
    var hs256 = unsigned(header("HS256", "rsa-1"), GOOD);
    var mac =
        new MACSigner(publicKey)
            .sign(new JWSHeader(JWSAlgorithm.HS256), hs256.getBytes(StandardCharsets.US_ASCII));
    var zeros = Base64URL.encode(new byte[64]);
    return Stream.of(
        Arguments.of("no signature", unsigned(RS, GOOD) + "."),
        Arguments.of("alg none", unsigned(header("none", "rsa-1"), GOOD) + "."),
        Arguments.of("alg nOnE, signed", rs256(header("nOnE", "rsa-1"), GOOD)),
        Arguments.of("alg missing", rs256(RS.replace("\"alg\":\"RS256\",", ""), GOOD)),
        Arguments.of("alg in another case", rs256(header("rs256", "rsa-1"), GOOD)),
        Arguments.of("HS256 with the public key", hs256 + "." + mac),
        Arguments.of("RS256 under the kid of an EC key", rs256(header("RS256", "ec-1"), GOOD)),
        Arguments.of("another key under the kid", rs256(other, RS, GOOD)),
        Arguments.of(
            "jwk within", rs256(other, within("jwk", other.toPublicJWK().toString()), GOOD)),
        Arguments.of("jku", rs256(other, within("jku", "\"http://127.0.0.1:1/keys\""), GOOD)),
        Arguments.of("x5u", rs256(other, within("x5u", "\"http://127.0.0.1:1/chain\""), GOOD)),
        Arguments.of("x5c", rs256(other, within("x5c", "[]"), GOOD)),
        Arguments.of("crit", rs256(within("crit", "[\"b64\"]"), GOOD)),
        Arguments.of("b64 false", rs256(within("b64", "false"), GOOD)),
        Arguments.of("kid is a path", rs256(header("RS256", "../../etc/passwd"), GOOD)),
        Arguments.of("kid is not known", rs256(header("RS256", "' or 1=1 --"), GOOD)),
        Arguments.of("kid null", rs256(RS.replace("\"rsa-1\"", "null"), GOOD)),
        Arguments.of("kid missing", rs256(RS.replace(",\"kid\":\"rsa-1\"", ""), GOOD)),
        Arguments.of("typ of an ID token", rs256(RS.replace("at+jwt", "JWT"), GOOD)),
        Arguments.of("typ missing", rs256(RS.replace("\"typ\":\"at+jwt\",", ""), GOOD)),
        Arguments.of("alg twice", rs256(within("alg", "\"none\""), GOOD)),
        Arguments.of("iss with a slash", rs256(RS, with("iss", "\"https://issuer.example/\""))),
        Arguments.of("iss in another case", rs256(RS, with("iss", "\"https://Issuer.example\""))),
        Arguments.of("iss longer", rs256(RS, with("iss", "\"https://issuer.example.evil\""))),
        Arguments.of("iss missing", rs256(RS, without("iss"))),
        Arguments.of("aud of another", rs256(RS, with("aud", "\"other\""))),
        Arguments.of("aud without us", rs256(RS, with("aud", "[\"a\",\"b\"]"))),
        Arguments.of("aud missing", rs256(RS, without("aud"))),
        Arguments.of("exp missing", rs256(RS, without("exp"))),
        Arguments.of("exp as text", rs256(RS, with("exp", "\"4102444800\""))),
        Arguments.of("exp with a fraction", rs256(RS, with("exp", "4102444800.5"))),
        Arguments.of("exp without end", rs256(RS, with("exp", "1e309"))),
        Arguments.of("exp beyond a long", rs256(RS, with("exp", "99999999999999999999"))),
        Arguments.of("exp negative", rs256(RS, with("exp", "-1"))),
        Arguments.of("sub missing", rs256(RS, without("sub"))),
        Arguments.of("sub is no id", rs256(RS, with("sub", "\"anna<script>\""))),
        Arguments.of("tenant missing", rs256(RS, without("tenant"))),
        Arguments.of("tenant is no id", rs256(RS, with("tenant", "\"../fabrikam\""))),
        Arguments.of("roles as text", rs256(RS, with("roles", "\"approver\""))),
        Arguments.of("a claim twice", rs256(RS, within(GOOD, "sub", "\"ben\""))),
        Arguments.of("a claim twice, escaped", rs256(RS, within(GOOD, "\\u0061ud", "\"x\""))),
        Arguments.of("deep", rs256(RS, within(GOOD, "x", "[".repeat(2000) + "]".repeat(2000)))),
        Arguments.of("claims are a list", rs256(RS, "[]")),
        Arguments.of("ES256 of zeros", unsigned(header("ES256", "ec-1"), GOOD) + "." + zeros),
        Arguments.of("an encrypted token", "a.b.c.d.e"),
        Arguments.of("a long one", "a".repeat(1_000_000) + ".b.c"),
        Arguments.of("a long header", rs256(within("x", "\"" + "y".repeat(8000) + "\""), GOOD)),
        Arguments.of("empty", ""),
        Arguments.of("dots", ".."));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("wrongTokens")
  void believesNoOther(String wrong, String token) {
    refused(token);
    assertThat(fetches).hasSizeLessThanOrEqualTo(1);
  }

  @Test
  void aChangedSignatureOrClaimIsNoticed() throws Exception {
    var token = rs256(RS, GOOD);
    assertThat(tokens.verify(token)).isEqualTo(tokens.verify(token));
    var parts = token.split("\\.");
    var forged = Base64URL.encode(GOOD.replace("anna", "femi"));
    refused(parts[0] + "." + forged + "." + parts[2]);
    refused(parts[0] + "." + parts[1] + "." + parts[2].substring(4));
  }

  @Test
  void aTokenThatWasBelievedIsNotOnceItHasExpired() throws Exception {
    var token = rs256(RS, with("exp", NOON.plusSeconds(1).getEpochSecond()));
    assertThat(tokens.verify(token)).isNotNull();
    now = NOON.plusSeconds(61);
    refused(token);
  }

  @Test
  void aTokenThatWasBelievedIsNotOnceItsKeyIsNoLongerTheIssuers() throws Exception {
    var token = rs256(RS, GOOD);
    assertThat(tokens.verify(token)).isNotNull();
    issuers = List.of(Issuer.rsa("rsa-1", 2048).toPublicJWK());
    now = NOON.plus(Issuer.settings().keysCachedFor());
    refused(token);
  }

  @Test
  void aShortRsaKeyIsNoKey() {
    var weak = Issuer.rsa("rsa-1", 1024);
    issuers = List.of(weak.toPublicJWK());
    refused(rs256(RS, GOOD));
  }

  private void refused(String token) {
    assertThatThrownBy(() -> tokens.verify(token)).isInstanceOf(InvalidToken.class);
  }

  private Tokens tokens(OidcSettings settings) {
    KeyFetch fetch =
        () -> {
          fetches.add("keys");
          return issuers;
        };
    var keys = new IssuerKeys(settings, fetch, () -> now);
    return new Tokens(
        new SignedTokens(settings, keys, new Signatures()), new Claims(settings, () -> now));
  }

  private static OidcSettings withEdDsa() {
    var usual = Issuer.settings();
    return new OidcSettings(
        usual.issuer(),
        usual.audience(),
        Optional.empty(),
        List.of("EdDSA"),
        usual.leeway(),
        usual.keysCachedFor(),
        Duration.ZERO,
        usual.keysKeptInOutage());
  }

  /** The usual header, and one thing more. */
  private static String within(String name, String value) {
    return within(RS, name, value);
  }

  private static String within(String json, String name, String value) {
    return json.substring(0, json.length() - 1) + ",\"%s\":%s}".formatted(name, value);
  }

  private static String without(String claim) {
    return GOOD.replaceAll("\"%s\":(\"[^\"]*\"|\\[[^]]*]|[0-9]+),?".formatted(claim), "")
        .replace(",}", "}");
  }

  private static String with(String claim, Object value) {
    return within(without(claim), claim, value.toString());
  }
}
