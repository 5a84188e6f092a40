package dev.lockbox.domain;

import dev.lockbox.domain.DialogueCommand.AcceptOffer;
import dev.lockbox.domain.DialogueCommand.AnswerQuestion;
import dev.lockbox.domain.DialogueCommand.AskQuestion;
import dev.lockbox.domain.DialogueCommand.WithdrawOffer;
import dev.lockbox.domain.DialogueEvent.CounterOffered;
import dev.lockbox.domain.DialogueEvent.OfferAccepted;
import dev.lockbox.domain.DialogueEvent.OfferWithdrawn;
import dev.lockbox.domain.DialogueEvent.QuestionAnswered;
import dev.lockbox.domain.DialogueEvent.QuestionAsked;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.PersonalText;
import dev.lockbox.domain.rules.Narrowing;
import dev.lockbox.domain.rules.Terms;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What can be said about a waiting request, and its being said. Unsaid: Anna asks and offers, Eva
 * answers and accepts through the JIT service, and an offer is of the version that stands.
 */
public final class Dialogues {
  public static final String QUESTION = "which of the members is it?";
  public static final String ANSWER = "the second, as far as its metrics tell";

  private Dialogues() {}

  public static Commands.Plain ask() {
    return new Commands.Plain(
        Cast.ANNA,
        (it, unsaid) ->
            new AskQuestion(
                it.request(),
                it.attempt(unsaid),
                it.reason().orElseGet(() -> words(it.attempt(unsaid).actor(), QUESTION))));
  }

  public static Answer answer(long question) {
    return new Answer(question);
  }

  public static Offer offer(Duration onlyFor) {
    return new Offer(new Narrowing(Optional.empty(), Optional.empty(), Optional.of(onlyFor)));
  }

  public static Offer offer(Narrowing less) {
    return new Offer(less);
  }

  public static Commands.Plain withdrawOffer(long offer) {
    return new Commands.Plain(
        Cast.ANNA, (it, unsaid) -> new WithdrawOffer(it.request(), it.attempt(unsaid), offer));
  }

  public static Accept accept(long offer) {
    return new Accept(offer);
  }

  public static Asked asked() {
    return new Asked();
  }

  public static Answered answered(long question) {
    return new Answered(question);
  }

  public static Events.Plain offered(Offer offer, Terms terms) {
    return new Events.Plain(
        offer,
        (why, at) ->
            new CounterOffered(
                why.request(),
                at,
                EventBuilder.provenance(why),
                terms,
                ((DialogueCommand.CounterOffer) why).reason()));
  }

  public static Events.Plain offerWithdrawn(long offer) {
    return new Events.Plain(
        withdrawOffer(offer),
        (why, at) -> new OfferWithdrawn(why.request(), at, EventBuilder.provenance(why), offer));
  }

  public static Events.Plain accepted(long offer, Terms terms) {
    return new Events.Plain(
        accept(offer),
        (why, at) ->
            new OfferAccepted(why.request(), at, EventBuilder.provenance(why), offer, terms));
  }

  private static PersonalText words(PersonId person, String text) {
    return new PersonalText(person, text);
  }

  /** Eva answers. */
  public static final class Answer extends CommandBuilder<Answer> {
    private final long question;
    private PersonId engineer = Cast.EVA;

    private Answer(long question) {
      super(Cast.JIT);
      this.question = question;
    }

    public Answer engineer(PersonId told) {
      engineer = told;
      return this;
    }

    @Override
    Answer self() {
      return this;
    }

    @Override
    AnswerQuestion build(Unsaid unsaid) {
      return new AnswerQuestion(
          request(), attempt(unsaid), engineer, question, words(engineer, ANSWER));
    }
  }

  /** Eva is content with less. */
  public static final class Accept extends CommandBuilder<Accept> {
    private final long offer;
    private PersonId engineer = Cast.EVA;

    private Accept(long offer) {
      super(Cast.JIT);
      this.offer = offer;
    }

    public Accept engineer(PersonId told) {
      engineer = told;
      return this;
    }

    @Override
    Accept self() {
      return this;
    }

    @Override
    AcceptOffer build(Unsaid unsaid) {
      return new AcceptOffer(request(), attempt(unsaid), engineer, offer);
    }
  }

  /** Anna offers less. */
  public static final class Offer extends CommandBuilder<Offer> {
    private final Narrowing less;
    private OptionalLong ifVersion = OptionalLong.empty();

    private Offer(Narrowing less) {
      super(Cast.ANNA);
      this.less = less;
    }

    public Offer ifVersion(long told) {
      ifVersion = OptionalLong.of(told);
      return this;
    }

    @Override
    Offer self() {
      return this;
    }

    @Override
    DialogueCommand.CounterOffer build(Unsaid unsaid) {
      return new DialogueCommand.CounterOffer(
          request(), attempt(unsaid), reason(), ifVersion.orElse(unsaid.version()), less);
    }
  }

  /** Anna asked. */
  public static final class Asked extends EventBuilder<Asked> {
    private Optional<Instant> decideBy = Optional.empty();

    private Asked() {
      super(ask());
    }

    /** The time for deciding stands still until then at most. */
    public Asked decideBy(Instant told) {
      decideBy = Optional.of(told);
      return this;
    }

    @Override
    Asked self() {
      return this;
    }

    @Override
    QuestionAsked build(RequestCommand command, Instant at) {
      var ask = (AskQuestion) command;
      return new QuestionAsked(ask.request(), at, provenance(ask), ask.question(), decideBy);
    }
  }

  /** Eva answered. */
  public static final class Answered extends EventBuilder<Answered> {
    private final long question;
    private Optional<Instant> decideBy = Optional.empty();

    private Answered(long question) {
      super(answer(question));
      this.question = question;
    }

    /** The time for deciding goes on, and is over then. */
    public Answered decideBy(Instant told) {
      decideBy = Optional.of(told);
      return this;
    }

    @Override
    Answered self() {
      return this;
    }

    @Override
    QuestionAnswered build(RequestCommand command, Instant at) {
      var answer = (AnswerQuestion) command;
      return new QuestionAnswered(
          answer.request(), at, provenance(answer), question, answer.answer(), decideBy);
    }
  }
}
