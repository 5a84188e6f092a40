package dev.lockbox.local.intake;

import dev.lockbox.domain.AccessCommand.AcknowledgeClosing;
import dev.lockbox.domain.AccessCommand.FinishAccess;
import dev.lockbox.domain.Asked;
import dev.lockbox.domain.DialogueCommand.AcceptOffer;
import dev.lockbox.domain.DialogueCommand.AnswerQuestion;
import dev.lockbox.domain.RequestCommand.OpenRequest;
import dev.lockbox.domain.RequestCommand.ResolveTicket;
import dev.lockbox.domain.RequestCommand.Submitted;
import dev.lockbox.domain.RequestCommand.Withdraw;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.evaluation.Details;
import dev.lockbox.domain.evaluation.Facts;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.PersonalText;
import dev.lockbox.domain.identity.PointId;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.events.codec.Format;
import dev.lockbox.events.codec.Formats;
import dev.lockbox.events.message.Submission;
import dev.lockbox.events.signing.Publication;
import dev.lockbox.events.signing.SigningKey;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Stands in for a provider's JIT service: publishes what engineers ask for, as Avro, through the
 * schema registry. The same message twice is one message.
 */
public final class JitService implements AutoCloseable {
  /** As which it publishes. */
  public static final PersonId NAME = new PersonId("demo-jit-service");

  /** The attempt by which a request is asked for. */
  public static final Attempt ASKING = attempt("open");

  private final Publisher publisher;
  private final Format<Submission> format;

  /**
   * @param kafka settings of any Kafka client
   * @param key by which it signs; empty where nobody need sign
   */
  public JitService(Map<String, Object> kafka, Formats formats, Optional<SigningKey> key) {
    this(kafka, formats, key, Optional.empty());
  }

  /**
   * @param assertion the token by which the engineer says so too, of each record as it is
   *     published; empty where nobody asks them
   */
  public JitService(
      Map<String, Object> kafka,
      Formats formats,
      Optional<SigningKey> key,
      Optional<Function<Publication, String>> assertion) {
    this.publisher = new Publisher(kafka, key, assertion);
    this.format = formats.requests();
  }

  public void ask(RequestId request, Asked asked) throws InterruptedException {
    publish(new OpenRequest(request, ASKING, asked));
  }

  /** With what else the service states of it. */
  public void ask(RequestId request, Asked asked, Details details) throws InterruptedException {
    publish(new OpenRequest(request, ASKING, asked, details, Facts.NONE));
  }

  public void withdraw(RequestId request, PersonId engineer) throws InterruptedException {
    publish(new Withdraw(request, attempt("withdraw"), engineer));
  }

  public void resolveTicket(RequestId request) throws InterruptedException {
    publish(new ResolveTicket(request, attempt("resolve-ticket")));
  }

  public void finish(RequestId request, PersonId engineer) throws InterruptedException {
    publish(new FinishAccess(request, attempt("finish"), engineer));
  }

  /**
   * @param question the version of the request that asking it led to
   */
  public void answer(RequestId request, PersonId engineer, long question, PersonalText words)
      throws InterruptedException {
    publish(new AnswerQuestion(request, attempt("answer-" + question), engineer, question, words));
  }

  /**
   * @param offer the version of the request that it led to
   */
  public void accept(RequestId request, PersonId engineer, long offer) throws InterruptedException {
    publish(new AcceptOffer(request, attempt("accept-" + offer), engineer, offer));
  }

  /** Says for an enforcement point that it closed what it had opened. */
  public void closed(RequestId request, PointId point) throws InterruptedException {
    publish(new AcknowledgeClosing(request, attempt("closed-" + point), point));
  }

  @Override
  public void close() {
    publisher.close();
  }

  private void publish(Submitted command) throws InterruptedException {
    var at = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    publisher.publish(format, new Submission(command, at), Optional.empty());
  }

  private static Attempt attempt(String kind) {
    return new Attempt(NAME, new DecisionId(kind));
  }
}
