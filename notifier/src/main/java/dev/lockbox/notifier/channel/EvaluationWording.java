package dev.lockbox.notifier.channel;

import dev.lockbox.domain.EvaluationEvent;
import dev.lockbox.domain.EvaluationEvent.InternalApprovalDenied;
import dev.lockbox.domain.EvaluationEvent.InternalApprovalExpired;
import dev.lockbox.domain.EvaluationEvent.InternalApprovalGiven;
import dev.lockbox.domain.EvaluationEvent.InternalApprovalGranted;
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
            case NEEDS_INTERNAL ->
                "decide inside the provider by " + Times.shown(evaluated.decideBy());
          };
      case InternalApprovalGiven given -> "approved inside the provider, others must follow";
      case InternalApprovalGranted granted -> "approved inside the provider";
      case InternalApprovalDenied denied -> "denied inside the provider";
      case InternalApprovalExpired expired -> "expired, nobody decided inside the provider";
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
      case InternalApprovalGiven given ->
          "%s approved the request of %s. Others of the provider must approve too, before the customer is asked."
              .formatted(Shown.id(given.by().actor().value()), engineer);
      case InternalApprovalGranted granted ->
          "%s approved the request of %s, the last who had to inside the provider."
              .formatted(Shown.id(granted.by().actor().value()), engineer);
      case InternalApprovalDenied denied ->
          "%s of the provider denied the request of %s: access that was granted is over."
              .formatted(Shown.id(denied.by().actor().value()), engineer);
      case InternalApprovalExpired expired ->
          "Nobody of the provider decided in time: the customer was not asked, no access was granted.";
    };
  }

  static Optional<PersonalText> words(EvaluationEvent event) {
    return switch (event) {
      case RequestEvaluated evaluated -> Optional.of(evaluated.asked().justification());
      case InternalApprovalGiven given -> given.reason();
      case InternalApprovalGranted granted -> granted.reason();
      case InternalApprovalDenied denied -> denied.reason();
      case InternalApprovalExpired expired -> Optional.empty();
    };
  }

  private static String inTheWay(RequestEvaluated event) {
    return event.evaluation().checks().stream()
        .filter(Check::isInTheWay)
        .map(check -> check.name().name())
        .collect(Collectors.joining(", "));
  }
}
