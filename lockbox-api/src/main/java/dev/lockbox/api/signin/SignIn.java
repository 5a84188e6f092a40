package dev.lockbox.api.signin;

import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.id.Identifier;
import com.nimbusds.openid.connect.sdk.AuthenticationResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import dev.lockbox.api.security.SignedIn;
import dev.lockbox.api.security.Speakers;
import dev.lockbox.api.signin.Seal.Purpose;
import io.micronaut.http.cookie.Cookie;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Signing in, from the page somebody wants to see to the session with which they see it. What was
 * begun is kept by the browser alone, sealed, so that any instance can finish it.
 */
@Singleton
public final class SignIn {
  /** Long enough to find a second factor. */
  private static final Duration WITHIN = Duration.ofMinutes(10);

  private final SigninSettings settings;
  private final Issuers issuers;
  private final Speakers speakers;
  private final StepUp stepUp;
  private final Seal seal;
  private final Sealed<Begun> sealed;
  private final InstantSource clock;

  SignIn(
      SigninSettings settings,
      Issuers issuers,
      Speakers speakers,
      StepUp stepUp,
      Seal seal,
      InstantSource clock) {
    this.settings = settings;
    this.issuers = issuers;
    this.speakers = speakers;
    this.stepUp = stepUp;
    this.seal = seal;
    this.sealed = new Sealed<>(seal, Purpose.SIGN_IN, Begun.class);
    this.clock = clock;
  }

  /**
   * Where to go next, and what the browser keeps meanwhile.
   *
   * @param issuer the page of the issuer's at which people sign in
   */
  record Onward(URI issuer, Cookie kept) {}

  /**
   * Who is at the door, and what for.
   *
   * @param issuer its name
   * @param page where they wanted to go
   */
  record Arrived(String issuer, SignedIn who, String page) {}

  /**
   * Begins.
   *
   * @param page to go to at the end
   * @param again whether who they are must be proved anew
   */
  Onward begin(OpenIdIssuer issuer, String page, boolean again) throws SignInFailed {
    var begun =
        new Begun(
            issuer.name(),
            seal.unguessable(),
            seal.unguessable(),
            seal.unguessable(),
            page,
            again,
            clock.instant().plus(WITHIN).getEpochSecond());
    try {
      var to = issuer.begin(begun, settings.longest(), stepUp);
      return new Onward(to, Cookies.signIn(sealed.write(begun), WITHIN));
    } catch (IOException | IllegalArgumentException failed) {
      throw SignInFailed.unanswered("%s: %s".formatted(issuer.issuer(), failed.getMessage()));
    }
  }

  /**
   * Finishes what was begun. Throws a {@link dev.lockbox.api.problem.ProblemException} where nobody
   * can tell just now for whom the issuer speaks.
   *
   * @param kept the cookie's value; empty where the browser has none
   * @param said the query with which the issuer sent the browser back
   */
  Arrived finish(Optional<String> kept, Map<String, List<String>> said) throws SignInFailed {
    var begun =
        kept.flatMap(sealed::read)
            .filter(one -> !one.isOver(clock.instant()))
            .orElseThrow(() -> SignInFailed.unbelieved("nothing was begun in this browser"));
    var issuer =
        issuers
            .named(begun.issuer())
            .orElseThrow(() -> SignInFailed.unbelieved("an issuer that is gone"));
    var who = issuer.finish(begun, code(begun, issuer, said));
    var speaker = issuers.speaker(issuer.name(), who.caller().tenant());
    if (!speakers.speakFor(who.caller().takenUnnamed(speaker.isTakenUnnamed()))) {
      throw SignInFailed.refused(
          "Your sign-in service does not speak for this customer.",
          "%s does not speak for %s".formatted(issuer.issuer(), who.caller().tenant()));
    }
    checkProof(begun, who);
    return new Arrived(issuer.name(), who, begun.page());
  }

  private static AuthorizationCode code(
      Begun begun, OpenIdIssuer issuer, Map<String, List<String>> said) throws SignInFailed {
    var answer = parsed(said);
    if (!is(begun.state(), answer.getState())) {
      throw SignInFailed.unbelieved("the state is another");
    }
    // RFC 9207: where an answer says whose it is, it must be that issuer's.
    if (answer.getIssuer() != null && !is(issuer.issuer(), answer.getIssuer())) {
      throw SignInFailed.unbelieved("the answer is another issuer's");
    }
    if (!answer.indicatesSuccess()) {
      throw SignInFailed.refused(
          "Your sign-in service did not let you in.",
          "the issuer says " + answer.toErrorResponse().getErrorObject().getCode());
    }
    return Optional.ofNullable(answer.toSuccessResponse().getAuthorizationCode())
        .orElseThrow(() -> SignInFailed.unbelieved("the answer has no code"));
  }

  private static AuthenticationResponse parsed(Map<String, List<String>> said) throws SignInFailed {
    if (said.values().stream().anyMatch(values -> values.size() != 1)) {
      throw SignInFailed.unbelieved("something is said twice");
    }
    try {
      return AuthenticationResponseParser.parse(URI.create(SigninController.CALLBACK), said);
    } catch (ParseException garbled) {
      throw SignInFailed.unbelieved("the answer cannot be read");
    }
  }

  private static boolean is(String expected, @Nullable Identifier found) {
    return found != null && expected.equals(found.getValue());
  }

  /** An issuer that was asked to have it proved anew must say that it was. */
  private void checkProof(Begun begun, SignedIn who) throws SignInFailed {
    var proof = who.caller().proof();
    if (begun.again() && proof.filter(stepUp::isFresh).isEmpty()) {
      throw SignInFailed.refused(
          "Your sign-in service does not say that you proved just now who you are, as a yes takes.",
          "not proved anew: " + proof);
    }
  }
}
