package dev.lockbox.api.security;

import static dev.lockbox.api.security.Issuer.claims;
import static dev.lockbox.api.security.Issuer.eddsa;
import static dev.lockbox.api.security.Issuer.es256;
import static dev.lockbox.api.security.Issuer.header;
import static dev.lockbox.api.security.Issuer.rs256;
import static dev.lockbox.domain.Cast.ANNA;
import static dev.lockbox.domain.Cast.CONTOSO;
import static dev.lockbox.domain.Cast.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.util.Base64URL;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
    var anna =
        new Caller(
            ANNA, CONTOSO, Set.of(Role.APPROVER), Optional.empty(), new Speaker(Issuer.NAME, true));
    assertThat(tokens.verify(rs256(RS, GOOD))).isEqualTo(anna);
    assertThat(tokens.verify(es256(header("ES256", "ec-1"), GOOD))).isEqualTo(anna);
    assertThat(tokens(taking("EdDSA")).verify(eddsa(header("EdDSA", "ed-1"), GOOD)))
        .isEqualTo(anna);
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

  @Test
  void aTokenLastsNoLongerThanTheSettingsHaveIt() throws Exception {
    var most = NOON.plus(Issuer.settings().lifetimeMax()).getEpochSecond();
    assertThat(tokens.verify(rs256(RS, with("exp", most)))).isNotNull();
    refused(rs256(RS, with("exp", most + 1)));
    now = NOON.plus(Duration.ofHours(7));
    assertThat(tokens.verify(rs256(RS, with("exp", most)))).isNotNull();
    refused(rs256(RS, with("exp", most + 1)));
  }

  static Stream<WrongToken> wrongTokens() {
    return WrongToken.all(NOON);
  }

  static Stream<WrongToken> noTokens() {
    return wrongTokens().filter(wrong -> wrong.row().equals("J8"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("wrongTokens")
  void believesNoOther(WrongToken wrong) {
    var all = tokens(taking("RS256", "ES256", "EdDSA"));
    assertThatThrownBy(() -> all.verify(wrong.token())).isInstanceOf(InvalidToken.class);
    assertThat(fetches).hasSizeLessThanOrEqualTo(1);
  }

  /** What is too long, or no signed token, is refused before anybody asks for its key (J8). */
  @ParameterizedTest(name = "{0}")
  @MethodSource("noTokens")
  void theKeysAreFetchedForNothingThatIsNoToken(WrongToken wrong) {
    refused(wrong.token());
    assertThat(fetches).isEmpty();
  }

  /** J10: anybody can make the other one of one of them, which is as good and says the same. */
  @Test
  void theTwinOfASignatureSaysNothingElse() throws Exception {
    var token = es256(header("ES256", "ec-1"), GOOD);
    var twin = WrongToken.twinOf(token);
    assertThat(twin).isNotEqualTo(token);
    assertThat(tokens.verify(twin)).isEqualTo(tokens.verify(token));
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

  /**
   * Whoever may not wait asks this first: it fetches nothing, and believes no more than the other.
   */
  @Test
  void aTokenIsRecognisedWhereItsKeyNeedNotBeFetched() throws Exception {
    var token = rs256(RS, GOOD);
    assertThat(tokens.recognise(token)).isEmpty();
    var anna = tokens.verify(token);
    assertThat(tokens.recognise(token)).contains(anna);
    now = NOON.plus(Issuer.settings().keysCachedFor());
    assertThat(tokens.recognise(token)).isEmpty();
    assertThat(fetches).hasSize(1);
  }

  @Test
  void aTokenThatWasRecognisedIsRefusedOnceItHasExpired() throws Exception {
    var token = rs256(RS, with("exp", NOON.plusSeconds(1).getEpochSecond()));
    assertThat(tokens.verify(token)).isNotNull();
    now = NOON.plusSeconds(61);
    assertThatThrownBy(() -> tokens.recognise(token)).isInstanceOf(InvalidToken.class);
  }

  @Test
  void aTokenThatWasRecognisedIsNotOnceItsKeyIsNoLongerTheIssuers() throws Exception {
    var token = rs256(RS, GOOD);
    var other = es256(header("ES256", "ec-1"), GOOD);
    assertThat(tokens.verify(token)).isEqualTo(tokens.verify(other));
    issuers = List.of(Issuer.rsa("rsa-1", 2048).toPublicJWK());
    now = NOON.plus(Issuer.settings().keysCachedFor());
    refused(other);
    assertThat(tokens.recognise(token)).isEmpty();
  }

  @Test
  void aTokenThatWasBelievedIsNotOneOfAnotherType() throws Exception {
    var settings = Issuer.settings();
    var signed = new SignedTokens(settings, new IssuerKeys(settings, () -> issuers, () -> now));
    var token = rs256(RS, GOOD);
    assertThat(signed.open(token, Set.of("at+jwt")).claims().path("sub").asText())
        .isEqualTo("anna");
    assertThatThrownBy(() -> signed.open(token, Set.of("JWT"))).isInstanceOf(InvalidToken.class);
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
        settings,
        new SignedTokens(settings, keys),
        new Claims(settings, () -> now),
        List.of(),
        new ProviderSettings(Optional.empty(), null),
        () -> now);
  }

  private static OidcSettings taking(String... algorithms) {
    var usual = Issuer.settings();
    return new OidcSettings(
        usual.issuer(),
        usual.audience(),
        Optional.empty(),
        List.of(algorithms),
        usual.leeway(),
        usual.lifetimeMax(),
        usual.keysCachedFor(),
        Duration.ZERO,
        usual.keysKeptInOutage());
  }

  private static String with(String claim, Object value) {
    return Said.with(GOOD, claim, value);
  }
}
