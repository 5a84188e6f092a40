package dev.lockbox.notifier.channel;

import dev.lockbox.domain.EvaluationEvent;
import dev.lockbox.domain.EvaluationEvent.RequestEvaluated;
import dev.lockbox.domain.evaluation.Check;
import dev.lockbox.domain.identity.PersonalText;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a letter says of what happens to a request inside the provider. */
final class EvaluationWording {
  private EvaluationWording() {}

  static String happened(EvaluationEvent event) {
    return switch (event) {
      case RequestEvaluated evaluated ->
          switch (evaluated.evaluation().outcome()) {
            case PASSED -> "passed the provider's checks";
            case REJECTED -> "rejected by the provider's checks";
            case NEEDS_INTERNAL -> "needs an internal approval";
          };
    };
  }

  static String headline(EvaluationEvent event, String engineer) {
    return switch (event) {
      case RequestEvaluated evaluated ->
          switch (evaluated.evaluation().outcome()) {
            case PASSED -> "The request of %s passed the provider's checks.".formatted(engineer);
            case REJECTED ->
                "The request of %s was turned down before the customer was asked, by: %s."
                    .formatted(engineer, inTheWay(evaluated));
            case NEEDS_INTERNAL ->
                "The request of %s needs the provider's own approval by %s, before the customer is asked."
                    .formatted(engineer, Times.shown(evaluated.decideBy()));
          };
    };
  }

  static Optional<PersonalText> words(EvaluationEvent event) {
    return switch (event) {
      case RequestEvaluated evaluated -> Optional.of(evaluated.asked().justification());
    };
  }

  private static String inTheWay(RequestEvaluated event) {
    return event.evaluation().checks().stream()
        .filter(Check::isInTheWay)
        .map(check -> check.name().name())
        .collect(Collectors.joining(", "));
  }
}
