package dev.lockbox.api.hop;

import dev.lockbox.api.problem.Code;
import dev.lockbox.api.problem.ProblemException;
import dev.lockbox.api.view.Owner;
import dev.lockbox.api.view.Owners;
import dev.lockbox.api.view.ViewSettings;
import dev.lockbox.domain.identity.TenantId;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.util.Optional;
import javax.net.ssl.SSLHandshakeException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Passes a call on to whoever keeps the view of the customer it is about. Once: a call that was
 * passed on is answered where it arrives, or not at all. What nobody may have heard is tried once
 * more, since the view may have moved meanwhile.
 */
@Singleton
public final class Hops {
  private static final Logger LOG = LoggerFactory.getLogger(Hops.class);
  private static final String PASSED_ON = "lockbox.hop";
  private static final int TRIES = 2;
  private static final int OK = 200;
  private static final int NO_CONTENT = 204;

  private final Owners owners;
  private final Line line;
  private final ViewSettings settings;
  private final Counter passedOn;
  private final Counter failed;

  Hops(Owners owners, Line line, ViewSettings settings, MeterRegistry meters) {
    this.owners = owners;
    this.line = line;
    this.settings = settings;
    this.passedOn =
        Counter.builder("lockbox.hops")
            .description("Calls that another instance answered")
            .register(meters);
    this.failed =
        Counter.builder("lockbox.hops.failed")
            .description("Calls that no instance could answer")
            .register(meters);
  }

  /** Says in the log where the others find this instance, where there are others. */
  public void announce() {
    settings.address().ifPresent(own -> LOG.info("Other instances reach this one at {}", own));
  }

  /** Whether another instance has passed it on. */
  public static boolean isPassedOn(HttpRequest<?> request) {
    return request.getAttribute(PASSED_ON).isPresent();
  }

  static void notePassedOn(HttpRequest<?> request) {
    request.setAttribute(PASSED_ON, true);
  }

  /** Whether this instance is the one that answers for this customer. */
  public boolean isHere(TenantId tenant) {
    return owners.ownerOf(tenant) instanceof Owner.Here;
  }

  /**
   * The answer of whoever keeps the view of this customer; empty where that is this instance.
   *
   * @throws ProblemException ELSEWHERE, or OUTCOME_UNKNOWN where the call may have changed
   *     something
   */
  Optional<Passed> pass(TenantId tenant, Call call) {
    for (var tries = 0; tries < TRIES; tries++) {
      switch (owners.ownerOf(tenant)) {
        case Owner.Here here -> {
          return Optional.empty();
        }
        case Owner.Nobody nobody -> throw elsewhere();
        case Owner.There there -> {
          var answer = ask(there.address(), call);
          if (answer.isPresent()) {
            passedOn.increment();
            return answer;
          }
        }
      }
    }
    throw elsewhere();
  }

  /**
   * What the instance that keeps the view of this customer answers to something else of the same
   * caller's; empty where that is this one, or what the caller asks was passed on already.
   *
   * @throws ProblemException ELSEWHERE or OUTCOME_UNKNOWN, also where it answers with anything but
   *     200
   */
  public Optional<byte[]> ask(TenantId tenant, HttpRequest<?> of, String path, byte[] body) {
    return Stamp.isOn(of)
        ? Optional.empty()
        : pass(tenant, Call.post(of, path, body))
            .map(answer -> whole(answer).orElseThrow(this::elsewhere));
  }

  /**
   * All that an answer says; empty for one of no content.
   *
   * @throws ProblemException ELSEWHERE where it is none
   */
  Optional<byte[]> whole(Passed answer) {
    try {
      var whole = answer.whole();
      return switch (answer.status()) {
        case OK -> Optional.of(whole);
        case NO_CONTENT -> Optional.empty();
        default -> throw elsewhere();
      };
    } catch (IOException broken) {
      LOG.warn("An answer of another instance broke off: {}", broken.toString());
      throw elsewhere();
    }
  }

  /** Empty where it can be tried again. */
  private Optional<Passed> ask(URI instance, Call call) {
    try {
      var answer = line.ask(instance, call);
      if (!answer.isElsewhere()) {
        return Optional.of(answer);
      }
      answer.drop();
      return Optional.empty();
    } catch (ConnectException
        | HttpConnectTimeoutException
        | SSLHandshakeException
        | Line.TooMany unsent) {
      LOG.warn("Instance {} was not asked: {}", instance, unsent.toString());
      return Optional.empty();
    } catch (IOException noAnswer) {
      LOG.warn("Instance {} gave no answer: {}", instance, noAnswer.toString());
      if (call.isRead()) {
        return Optional.empty();
      }
      failed.increment();
      throw new ProblemException(
          Code.OUTCOME_UNKNOWN,
          "It may have been taken down. Send it again with the same decisionId: it counts once.");
    }
  }

  private ProblemException elsewhere() {
    failed.increment();
    return new ProblemException(
        Code.ELSEWHERE, "The instance that knows does not answer just now; ask again in a moment.");
  }
}
