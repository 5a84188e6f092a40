package dev.lockbox.api.lease;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import dev.lockbox.api.view.ConditionsJson;
import dev.lockbox.api.view.SignedYes;
import dev.lockbox.domain.entitlement.Holding;
import dev.lockbox.domain.entitlement.Uses;
import dev.lockbox.domain.identity.ActionName;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.ResourceName;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a lease says. Times are whole seconds, rounded down: a lease ends a little early rather than
 * late.
 *
 * @param gateway for whom alone it is
 * @param nonce of the question that it answers
 * @param yeses that were signed, of those on which the grant stands
 * @param until from then on it is nothing any more
 */
record LeaseClaims(
    String issuer,
    PersonId gateway,
    String nonce,
    Holding grant,
    List<SignedYes> yeses,
    Instant now,
    Instant until) {
  /** {@code typ}: no other token of ours, or of the sign-in service, is one. */
  static final JOSEObjectType TYPE = new JOSEObjectType("lockbox-lease+jwt");

  LeaseClaims {
    yeses = List.copyOf(yeses);
  }

  /** As a compact JWS. */
  String signed(SigningKey key) {
    var header =
        new JWSHeader.Builder(JWSAlgorithm.EdDSA)
            .type(TYPE)
            .keyID(key.published().getKeyID())
            .build()
            .toBase64URL();
    var signed = header + "." + Base64URL.encode(claims().toString());
    var signature = key.sign(signed.getBytes(StandardCharsets.US_ASCII));
    return signed + "." + Base64URL.encode(signature);
  }

  private JWTClaimsSet claims() {
    var consent = SignedClaims.of(yeses);
    return new JWTClaimsSet.Builder()
        .issuer(issuer)
        .audience(gateway.value())
        .subject(grant.engineer().value())
        .jwtID(UUID.randomUUID().toString())
        .issueTime(Date.from(now))
        .notBeforeTime(Date.from(grant.from()))
        .expirationTime(Date.from(until))
        .claim("notAfter", grant.until().getEpochSecond())
        .claim("tenant", grant.request().tenant().value())
        .claim("request", grant.request().value())
        .claim("nonce", nonce)
        .claim("actions", grant.actions().stream().map(ActionName::value).toList())
        .claim("resources", grant.resources().stream().map(ResourceName::value).toList())
        .claim("conditions", conditions())
        .claim("signed", consent.signed())
        .claim("digested", consent.digested())
        .build();
  }

  /** As they stand in a request, with what the engineer's own wish for one use adds. */
  private Map<String, @Nullable Object> conditions() {
    var shown = ConditionsJson.of(grant.conditions());
    var conditions = new LinkedHashMap<String, @Nullable Object>();
    conditions.put("obligations", shown.obligations().stream().map(Enum::name).toList());
    conditions.put("excluded", shown.excluded());
    conditions.put("channels", shown.channels());
    conditions.put("countries", shown.countries());
    conditions.put("singleUse", grant.uses() != Uses.ANY);
    return conditions;
  }
}
