package dev.lockbox.api.problem;

import dev.lockbox.domain.decision.Refusal;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.util.UUID;

/**
 * A problem document (RFC 9457).
 *
 * @param type where the code is explained, relative to this server
 * @param title for people, the same for every problem of this code
 * @param code for programs
 * @param detail for people, about this very problem; holds no personal text and nothing of how the
 *     server is made
 * @param instance names this very answer, so that it can be found again in the server's log; says
 *     nothing else
 */
@Introspected
@Schema(name = "Problem")
public record Problem(
    String type, String title, int status, Code code, String detail, String instance) {
  public static final String MEDIA_TYPE = MediaType.APPLICATION_JSON_PROBLEM;
  private static final String TYPES = "/docs/problems#";
  private static final String BEARER = "Bearer";
  private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

  /** A problem of this code, under an instance of its own. */
  public static Problem of(Code code, String detail) {
    return new Problem(
        TYPES + code.name(),
        code.title(),
        code.status(),
        code,
        detail,
        "urn:uuid:" + UUID.randomUUID());
  }

  /**
   * What a client hears of a refusal. Of a request that does not exist it hears the same as of one
   * that is another customer's.
   */
  public static Problem of(Refusal refusal, String detail) {
    return refusal == Refusal.NO_SUCH_REQUEST ? noSuchRequest() : of(Code.of(refusal), detail);
  }

  /** The one answer to a request, or a customer, that is not there for the caller. */
  public static Problem noSuchRequest() {
    return of(Code.NO_SUCH_REQUEST, "There is no such request for you.");
  }

  /** The answer that carries it. */
  public MutableHttpResponse<Problem> response() {
    return fill(HttpResponse.status(HttpStatus.valueOf(status)));
  }

  /** Makes an answer carry it, with the headers that belong to its status. */
  MutableHttpResponse<Problem> fill(MutableHttpResponse<?> response) {
    var filled = response.status(status).body(this).contentType(MEDIA_TYPE);
    switch (status) {
      case 401 -> filled.header(HttpHeaders.WWW_AUTHENTICATE, BEARER);
      case 503 -> filled.header(HttpHeaders.RETRY_AFTER, Long.toString(RETRY_AFTER.toSeconds()));
      default -> {}
    }
    return filled;
  }
}
