package dev.lockbox.domain;

import dev.lockbox.domain.decision.Provenance;
import dev.lockbox.domain.identity.PersonalText;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.rules.Terms;
import java.time.Instant;
import java.util.Optional;

/**
 * What was said about a waiting request, by those who decide and by the one who asked. None of it
 * is a yes, and none of it a no.
 */
public sealed interface DialogueEvent extends RequestEvent {
  Provenance by();

  /**
   * An approver asks the engineer something before deciding.
   *
   * @param question in the approver's words
   * @param decideBy until when the request can be decided from here on, since the time for that
   *     stands still until the answer; empty where it does not
   */
  record QuestionAsked(
      RequestId request,
      Instant at,
      Provenance by,
      PersonalText question,
      Optional<Instant> decideBy)
      implements DialogueEvent {}

  /**
   * The engineer answered, through the JIT service that made the attempt.
   *
   * @param question the version of the request that asking it led to
   * @param answer in the engineer's words
   * @param decideBy until when the request can be decided from here on, where the time for that had
   *     stood still and goes on; empty where it had not, or other questions keep it standing
   */
  record QuestionAnswered(
      RequestId request,
      Instant at,
      Provenance by,
      long question,
      PersonalText answer,
      Optional<Instant> decideBy)
      implements DialogueEvent {}

  /**
   * An approver would rather say yes to less.
   *
   * @param terms that stand once the engineer accepts; until then those that stood before
   */
  record CounterOffered(
      RequestId request, Instant at, Provenance by, Terms terms, Optional<PersonalText> reason)
      implements DialogueEvent {}

  /**
   * The engineer is content with what was offered, which an approver has yet to say yes to.
   *
   * @param offer the version of the request that it led to
   * @param terms what a yes grants from here on
   */
  record OfferAccepted(RequestId request, Instant at, Provenance by, long offer, Terms terms)
      implements DialogueEvent {}

  /**
   * An approver took an offer back, which need not be their own.
   *
   * @param offer the version of the request that it led to
   */
  record OfferWithdrawn(RequestId request, Instant at, Provenance by, long offer)
      implements DialogueEvent {}
}
