package dev.lockbox.api.view;

import dev.lockbox.domain.DialogueEvent;
import dev.lockbox.domain.DialogueEvent.CounterOffered;
import dev.lockbox.domain.DialogueEvent.OfferAccepted;
import dev.lockbox.domain.DialogueEvent.OfferWithdrawn;
import dev.lockbox.domain.DialogueEvent.QuestionAnswered;
import dev.lockbox.domain.DialogueEvent.QuestionAsked;
import dev.lockbox.domain.dialogue.Answer;
import dev.lockbox.domain.dialogue.Dialogue;
import dev.lockbox.domain.dialogue.Offer;
import dev.lockbox.domain.dialogue.Pause;
import dev.lockbox.domain.dialogue.Question;
import dev.lockbox.domain.identity.PersonalText;
import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was said about a waiting request.
 *
 * @param questions in the order in which they were asked
 * @param offer that stands; null for none
 * @param pausedSince since when the time for deciding stands still; null when it does not
 */
@Introspected
@Schema(name = "Dialogue")
public record DialogueJson(
    List<QuestionJson> questions, @Nullable OfferJson offer, @Nullable Instant pausedSince) {

  /**
   * A question, and its answer where there is one.
   *
   * @param version of the request in which it stands; what an answer names
   */
  @Introspected
  @Schema(name = "Question")
  public record QuestionJson(
      long version,
      String by,
      Instant at,
      String question,
      @Nullable Instant answeredAt,
      @Nullable String answer) {
    static QuestionJson of(Question question) {
      return new QuestionJson(
          question.version(),
          question.words().subject().value(),
          question.at(),
          question.words().text(),
          question.answer().map(Answer::at).orElse(null),
          question.answer().map(given -> given.words().text()).orElse(null));
    }
  }

  /**
   * Less than was asked for, which an approver would rather say yes to.
   *
   * @param version of the request in which it stands; what accepting or withdrawing it names
   */
  @Introspected
  @Schema(name = "Offer")
  public record OfferJson(
      long version, String by, Instant at, TermsJson terms, @Nullable String reason) {
    static OfferJson of(Offer offer) {
      return new OfferJson(
          offer.version(),
          offer.by().value(),
          offer.at(),
          TermsJson.of(offer.terms()),
          offer.reason().map(PersonalText::text).orElse(null));
    }
  }

  static @Nullable DialogueJson of(Dialogue dialogue) {
    return dialogue.equals(Dialogue.NONE)
        ? null
        : new DialogueJson(
            dialogue.questions().stream().map(QuestionJson::of).toList(),
            dialogue.offer().map(OfferJson::of).orElse(null),
            dialogue.pause().map(Pause::since).orElse(null));
  }

  static Entry told(Entry entry, DialogueEvent event) {
    return switch (event) {
      case QuestionAsked asked -> moved(entry, asked.decideBy()).reason(said(asked.question()));
      case QuestionAnswered answered ->
          moved(entry, answered.decideBy())
              .reason(said(answered.answer()))
              .replyTo(answered.question());
      case CounterOffered offered ->
          entry.reason(offered.reason()).terms(TermsJson.of(offered.terms()));
      case OfferAccepted accepted ->
          entry.terms(TermsJson.of(accepted.terms())).replyTo(accepted.offer());
      case OfferWithdrawn withdrawn -> entry.replyTo(withdrawn.offer());
    };
  }

  private static Entry moved(Entry entry, Optional<Instant> decideBy) {
    return decideBy.map(entry::decideBy).orElse(entry);
  }

  private static Optional<PersonalText> said(PersonalText words) {
    return Optional.of(words);
  }
}
