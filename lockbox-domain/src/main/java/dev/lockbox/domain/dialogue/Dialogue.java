package dev.lockbox.domain.dialogue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What approvers and the engineer have said about a waiting request. Decides nothing: a yes is a
 * yes and a no is a no whatever stands here.
 *
 * @param questions in the order in which they were asked; at most {@value #QUESTIONS_MAX}
 * @param offered how many offers were made; at most {@value #OFFERS_MAX}
 * @param offer that stands; a new one takes its place
 * @param decideBy until when the request can be decided, where a question has moved that
 * @param pause while the time for deciding stands still
 */
public record Dialogue(
    List<Question> questions,
    int offered,
    Optional<Offer> offer,
    Optional<Instant> decideBy,
    Optional<Pause> pause) {
  public static final int QUESTIONS_MAX = 5;
  public static final int OFFERS_MAX = 5;

  /** Nothing was said. */
  public static final Dialogue NONE =
      new Dialogue(List.of(), 0, Optional.empty(), Optional.empty(), Optional.empty());

  public Dialogue {
    questions = List.copyOf(questions);
  }

  /** The question that stands in this version; empty when there is none, or it is answered. */
  public Optional<Question> open(long version) {
    return questions.stream().filter(one -> one.version() == version && one.isOpen()).findFirst();
  }

  /** The offer that stands, if it is this one. */
  public Optional<Offer> standing(long version) {
    return offer.filter(one -> one.version() == version);
  }

  /** Whether answering this question leaves none open. */
  public boolean isLastOpen(long version) {
    return questions.stream().noneMatch(one -> one.isOpen() && one.version() != version);
  }

  public Dialogue asked(Question question) {
    var more = new ArrayList<>(questions);
    more.add(question);
    return new Dialogue(more, offered, offer, decideBy, pause);
  }

  /** The time for deciding stands still, until {@code latest} at most. */
  public Dialogue paused(Pause begun, Instant latest) {
    return new Dialogue(questions, offered, offer, Optional.of(latest), Optional.of(begun));
  }

  /** The question must be open. */
  public Dialogue answered(long version, Answer answer) {
    var more =
        questions.stream()
            .map(one -> one.version() == version ? one.answered(answer) : one)
            .toList();
    return new Dialogue(more, offered, offer, decideBy, pause);
  }

  /** The time for deciding goes on, and is over at this instant. */
  public Dialogue resumed(Instant until) {
    return new Dialogue(questions, offered, offer, Optional.of(until), Optional.empty());
  }

  public Dialogue offered(Offer made) {
    return new Dialogue(questions, offered + 1, Optional.of(made), decideBy, pause);
  }

  /** Accepted, withdrawn, or of terms that no longer stand. */
  public Dialogue withoutOffer() {
    return new Dialogue(questions, offered, Optional.empty(), decideBy, pause);
  }
}
