package dev.lockbox.processor.requester;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.lockbox.domain.AccessCommand.AcknowledgeClosing;
import dev.lockbox.domain.AccessCommand.FinishAccess;
import dev.lockbox.domain.DialogueCommand.Reply;
import dev.lockbox.domain.RequestCommand.OpenRequest;
import dev.lockbox.domain.RequestCommand.ResolveTicket;
import dev.lockbox.domain.RequestCommand.Submitted;
import dev.lockbox.domain.RequestCommand.Withdraw;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.events.message.Headers;
import dev.lockbox.events.message.QuarantineCause;
import dev.lockbox.events.signing.Publication;
import dev.lockbox.processor.publisher.NotBelieved;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Asks of what services publish in an engineer's name that the engineer says so: by a token of the
 * provider's issuer that was made for this, in the record's header. What the token says of itself
 * is trusted no further than to refuse it, and nothing is fetched from where it points.
 *
 * @param issuer as {@code iss} names it, to the letter
 * @param audience that the token must be for
 * @param isRequired whether what comes without one is refused; one that comes must be good always
 * @param within how old a token may be when the record is appended
 * @param binding to what else it must be bound
 */
public record Assertions(
    String issuer,
    String audience,
    IssuerKeys keys,
    boolean isRequired,
    Duration within,
    Binding binding) {
  /** Longer ones are refused unread. */
  private static final int BYTES_MAX = 8 * 1024;

  /** By how much the issuer's clock may differ from the broker's. */
  private static final Duration LEEWAY = Duration.ofSeconds(60);

  /** Others point somewhere, or change what is meant. */
  private static final Set<String> HEADERS = Set.of("alg", "typ", "kid", "cty", "x5t", "x5t#S256");

  /**
   * Refuses what the engineer that it names did not say.
   *
   * @param publication the record, as it was found
   * @param headers the values of all its headers of the name of {@link Headers#ASSERTION}
   * @param appended when the broker took the record
   */
  public void check(
      Submitted command, Publication publication, List<byte[]> headers, Instant appended)
      throws NotBelieved {
    var engineer = engineerIn(command);
    if (engineer.isEmpty()) {
      return;
    }
    if (headers.isEmpty()) {
      if (isRequired) {
        throw new NotBelieved(
            QuarantineCause.UNASSERTED,
            "a header %s of %s was expected".formatted(Headers.ASSERTION, engineer.get()));
      }
      return;
    }
    var claims = open(headers);
    check("iss", issuer.equals(claims.getIssuer()));
    check("aud", claims.getAudience().contains(audience));
    check("sub", engineer.get().value().equals(claims.getSubject()));
    // Bound to a key of whoever may use it (RFC 7800), for whose proof nobody here asks.
    check("cnf", claims.getClaim("cnf") == null);
    check("nonce", isBound(claims, publication));
    checkTimes(claims, appended);
  }

  /** So that nobody puts a token on a record that its engineer did not see. */
  private boolean isBound(JWTClaimsSet claims, Publication publication) {
    return switch (binding) {
      case NONE -> true;
      case NONCE -> publication.asserted().equals(claims.getClaim("nonce"));
    };
  }

  /** Who says it, where somebody of the provider's does; empty where the service itself does. */
  private static Optional<PersonId> engineerIn(Submitted command) {
    return switch (command) {
      case OpenRequest open -> Optional.of(open.asked().engineer());
      case Withdraw withdraw -> Optional.of(withdraw.engineer());
      case FinishAccess finish -> Optional.of(finish.engineer());
      case Reply reply -> Optional.of(reply.engineer());
      case ResolveTicket resolve -> Optional.empty();
      case AcknowledgeClosing closed -> Optional.empty();
    };
  }

  private JWTClaimsSet open(List<byte[]> headers) throws NotBelieved {
    if (headers.size() != 1
        || headers.getFirst() == null
        || headers.getFirst().length > BYTES_MAX) {
      throw falsely("one token of at most %s bytes was expected".formatted(BYTES_MAX));
    }
    try {
      var token = SignedJWT.parse(new String(headers.getFirst(), US_ASCII));
      checkSignature(token);
      return Objects.requireNonNull(token.getJWTClaimsSet());
    } catch (ParseException | JOSEException | RuntimeException garbled) {
      // The library meets hostile texts with whatever exception they lead to; all mean the same.
      throw falsely("it is no signed token");
    }
  }

  private void checkSignature(SignedJWT token) throws NotBelieved, JOSEException {
    var header = token.getHeader();
    var algorithm = algorithm(header);
    var key =
        Optional.ofNullable(header.getKeyID())
            .flatMap(keys::find)
            .filter(algorithm::fits)
            .orElseThrow(() -> falsely("the issuer has no such key"));
    if (!algorithm.verifies(key, token)) {
      throw falsely("the signature is not the issuer's");
    }
  }

  private static Algorithm algorithm(JWSHeader header) throws NotBelieved {
    if (!HEADERS.containsAll(header.getIncludedParams())) {
      throw falsely("a header is not taken");
    }
    return Algorithm.named(header.getAlgorithm().getName())
        .orElseThrow(() -> falsely("the algorithm is not taken"));
  }

  /** By the time that the broker put on the record, so that a replay says what was said first. */
  private void checkTimes(JWTClaimsSet claims, Instant appended) throws NotBelieved {
    var exp = instant(claims.getExpirationTime());
    check("exp", exp.isPresent() && appended.isBefore(exp.get().plus(LEEWAY)));
    var iat = instant(claims.getIssueTime());
    check(
        "iat",
        iat.isPresent()
            && !iat.get().isAfter(appended.plus(LEEWAY))
            && !appended.isAfter(iat.get().plus(within)));
    var nbf = instant(claims.getNotBeforeTime());
    check("nbf", nbf.isEmpty() || !nbf.get().isAfter(appended.plus(LEEWAY)));
  }

  private static Optional<Instant> instant(@Nullable Date date) {
    return Optional.ofNullable(date).map(Date::toInstant);
  }

  private static void check(String claim, boolean holds) throws NotBelieved {
    if (!holds) {
      throw falsely("claim %s is missing or wrong".formatted(claim));
    }
  }

  private static NotBelieved falsely(String detail) {
    return new NotBelieved(QuarantineCause.FALSELY_ASSERTED, detail);
  }
}
