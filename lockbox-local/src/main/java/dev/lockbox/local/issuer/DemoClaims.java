package dev.lockbox.local.issuer;

import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ResourceOwnerPasswordCredentialsGrant;
import com.nimbusds.oauth2.sdk.TokenRequest;
import dev.lockbox.local.people.Cast;
import dev.lockbox.local.people.Person;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import no.nav.security.mock.oauth2.OAuth2Exception;
import no.nav.security.mock.oauth2.token.OAuth2TokenCallback;

/**
 * What a token says of a person of the demo. An access token that opens the API is got by
 * grant_type=password alone. What is got by signing in with a browser is for the portal, which goes
 * by the ID token; whom that speaks of, the page says on which it was chosen.
 */
final class DemoClaims implements OAuth2TokenCallback {
  private static final String ACCESS_TOKEN_TYPE = "at+jwt"; // RFC 9068
  private static final String OTHER_TYPE = "JWT";
  private static final Duration VALID_FOR = Duration.ofHours(8);

  private final String issuerId;
  private final String audience;
  private final InstantSource clock;

  DemoClaims(String issuerId, String audience, InstantSource clock) {
    this.issuerId = issuerId;
    this.audience = audience;
    this.clock = clock;
  }

  @Override
  public String issuerId() {
    return issuerId;
  }

  @Override
  public String subject(TokenRequest request) {
    return person(request).id();
  }

  @Override
  public String typeHeader(TokenRequest request) {
    return isByBrowser(request) ? OTHER_TYPE : ACCESS_TOKEN_TYPE;
  }

  @Override
  public List<String> audience(TokenRequest request) {
    return List.of(isByBrowser(request) ? request.getClientID().getValue() : audience);
  }

  @Override
  public Map<String, Object> addClaims(TokenRequest request) {
    return isByBrowser(request)
        ? Map.of("auth_time", clock.instant().getEpochSecond())
        : person(request).claims();
  }

  @Override
  public long tokenExpiry() {
    return VALID_FOR.toSeconds();
  }

  private static boolean isByBrowser(TokenRequest request) {
    return request.getAuthorizationGrant() instanceof AuthorizationCodeGrant;
  }

  private static Person person(TokenRequest request) {
    if (request.getAuthorizationGrant() instanceof ResourceOwnerPasswordCredentialsGrant named) {
      return Cast.person(named.getUsername())
          .orElseThrow(() -> refused("nobody of the demo is called " + named.getUsername()));
    }
    throw refused("people of the demo are known by grant_type=password alone");
  }

  private static OAuth2Exception refused(String why) {
    return new OAuth2Exception(OAuth2Error.INVALID_GRANT.setDescription(why), why);
  }
}
