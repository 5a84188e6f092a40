package dev.lockbox.local.tenant;

import dev.lockbox.domain.CommandRefused;
import dev.lockbox.domain.EvaluationEvent.RequestEvaluated;
import dev.lockbox.domain.Event;
import dev.lockbox.domain.Recorded;
import dev.lockbox.domain.RequestEvent;
import dev.lockbox.domain.RulesEvent.DeniedByRule;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.evaluation.Check;
import dev.lockbox.domain.evaluation.Evaluation;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.events.codec.Formats;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Hears what comes of a request that is asked for from now on. */
public final class RequestTail implements AutoCloseable {
  private final RequestId request;
  private final EventTail tail;

  /**
   * @param kafka settings of any Kafka client
   */
  public RequestTail(RequestId request, Map<String, Object> kafka, Formats formats) {
    this.request = request;
    this.tail = EventTail.fromNow(request.tenant(), kafka, formats.events());
  }

  /**
   * The event that settles where the request goes; empty when there was none within the limit, as
   * when the same was asked for before.
   *
   * @param asking the attempt that asks for it
   */
  public Optional<Event> answerTo(Attempt asking, Duration limit) {
    return tail.first(entry -> settles(entry.event(), request, asking), limit).map(Recorded::event);
  }

  static boolean settles(Event event, RequestId request, Attempt asking) {
    return event.about().equals(Optional.of(request))
        && switch (event) {
          case CommandRefused no -> no.attempt().equals(asking);
          case RequestEvaluated found ->
              found.evaluation().outcome() != Evaluation.Outcome.PASSED; // or more is told of it
          default -> event instanceof RequestEvent;
        };
  }

  /** Why nobody is asked, and nothing granted; empty where somebody is, or it is. */
  public static Optional<String> no(Event answer) {
    return switch (answer) {
      case CommandRefused no -> Optional.of("%s: %s".formatted(no.refusal(), no.detail()));
      case RequestEvaluated found
          when found.evaluation().outcome() == Evaluation.Outcome.REJECTED ->
          Optional.of("rejected by the provider's checks: " + inTheWay(found.evaluation()));
      case DeniedByRule denied ->
          Optional.of("denied by the customer's rule %s".formatted(denied.rule()));
      default -> Optional.empty();
    };
  }

  private static String inTheWay(Evaluation evaluation) {
    return evaluation.checks().stream()
        .filter(Check::isInTheWay)
        .map(check -> "%s (%s, found %s)".formatted(check.name(), check.expected(), check.found()))
        .collect(Collectors.joining("; "));
  }

  @Override
  public void close() {
    tail.close();
  }
}
