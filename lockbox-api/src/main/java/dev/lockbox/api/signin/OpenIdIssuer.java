package dev.lockbox.api.signin;

import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequestSender;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.LogoutRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.Prompt;
import com.nimbusds.openid.connect.sdk.claims.ACR;
import dev.lockbox.api.security.Discovery;
import dev.lockbox.api.security.IdTokens;
import dev.lockbox.api.security.InvalidToken;
import dev.lockbox.api.security.KeysUnavailable;
import dev.lockbox.api.security.SignedIn;
import dev.lockbox.service.SecretFile;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * An issuer, and we as its client: the authorization code flow of OpenID Connect, with PKCE (RFC
 * 7636, S256). Where its parts are, it is asked each time, since people sign in seldom.
 */
final class OpenIdIssuer {
  private static final String END_SESSION = "end_session_endpoint";

  private final IssuerSettings settings;
  private final URI back;
  private final IdTokens tokens;
  private final HTTPRequestSender http;
  private final ClientID client;
  private final Optional<Secret> secret;

  /**
   * @param back where it sends people to
   */
  OpenIdIssuer(IssuerSettings settings, URI back, IdTokens tokens, HTTPRequestSender http) {
    this.settings = settings;
    this.back = back;
    this.tokens = tokens;
    this.http = http;
    this.client = new ClientID(settings.clientId());
    this.secret = settings.secret().map(OpenIdIssuer::read);
  }

  String name() {
    return settings.name();
  }

  /** For people. */
  String title() {
    return settings.shown();
  }

  /** As its tokens and answers have it. */
  String issuer() {
    return settings.issuer();
  }

  /**
   * Where to send somebody who signs in.
   *
   * @param within how long ago they may have proved who they are
   * @param stepUp whether, and how, they must prove it once more
   */
  URI begin(Begun begun, Duration within, StepUp stepUp) throws IOException {
    var request =
        new AuthenticationRequest.Builder(
                ResponseType.CODE,
                new Scope(settings.scopes().toArray(String[]::new)),
                client,
                back)
            .endpointURI(Discovery.of(issuer()).address("authorization_endpoint"))
            .state(new State(begun.state()))
            .nonce(new Nonce(begun.nonce()))
            .codeChallenge(new CodeVerifier(begun.verifier()), CodeChallengeMethod.S256)
            .maxAge((int) (begun.again() ? stepUp.maxAge() : within).toSeconds());
    if (begun.again()) {
      request.prompt(Prompt.Type.LOGIN);
      if (!stepUp.ways().isEmpty()) {
        request.acrValues(stepUp.ways().stream().map(ACR::new).toList());
      }
    }
    return request.build().toURI();
  }

  /**
   * Who they are for whom it gave this code.
   *
   * @throws SignInFailed when it does not take the code, or what it says is not believed
   */
  SignedIn finish(Begun begun, AuthorizationCode code) throws SignInFailed {
    try {
      var given = redeem(begun, code);
      return tokens.verify(
          given.getOIDCTokens().getIDTokenString(),
          begun.nonce(),
          given.getOIDCTokens().getAccessToken().getValue());
    } catch (InvalidToken invalid) {
      throw SignInFailed.unbelieved("the ID token: " + invalid.getMessage());
    } catch (ParseException garbled) {
      throw SignInFailed.unbelieved("what the code is worth: " + garbled.getMessage());
    } catch (KeysUnavailable | IOException | IllegalArgumentException failed) {
      throw SignInFailed.unanswered("%s: %s".formatted(issuer(), failed.getMessage()));
    }
  }

  /**
   * Where to send somebody who is signed out here, to be so there too; empty where it has no such
   * page.
   *
   * @param to where it sends them back to
   * @param state comes back with them
   */
  Optional<URI> leave(URI to, String state) throws IOException {
    var discovery = Discovery.of(issuer());
    if (!discovery.names(END_SESSION)) {
      return Optional.empty();
    }
    var request =
        new LogoutRequest(
            discovery.address(END_SESSION), null, null, client, to, new State(state), null);
    return Optional.of(request.toURI());
  }

  private OIDCTokenResponse redeem(Begun begun, AuthorizationCode code)
      throws IOException, ParseException, SignInFailed {
    var endpoint = Discovery.of(issuer()).address("token_endpoint");
    var grant = new AuthorizationCodeGrant(code, back, new CodeVerifier(begun.verifier()));
    var request =
        secret.isPresent()
            ? new TokenRequest(endpoint, new ClientSecretBasic(client, secret.get()), grant)
            : new TokenRequest(endpoint, client, grant);
    var answer = OIDCTokenResponseParser.parse(request.toHTTPRequest().send(http));
    if (answer instanceof OIDCTokenResponse given) {
      return given;
    }
    throw SignInFailed.unbelieved(
        "the code was refused: " + answer.toErrorResponse().getErrorObject().getCode());
  }

  private static Secret read(Path file) {
    SecretFile.requireOwnerOnly(file);
    return new Secret(SecretFile.read(file).strip());
  }
}
