package dev.lockbox.domain;

import static dev.lockbox.domain.decision.Decision.refuse;
import static dev.lockbox.domain.decision.Refusal.NO_SUCH_OFFER;
import static dev.lockbox.domain.decision.Refusal.NO_SUCH_QUESTION;
import static dev.lockbox.domain.decision.Refusal.OFFERS_NO_LESS;
import static dev.lockbox.domain.decision.Refusal.SAID_ENOUGH;

import dev.lockbox.domain.decision.Decision;
import dev.lockbox.domain.identity.RequestId;

/** Every no that {@link Conversation} alone says, with its sentence. */
final class DialogueRefusals {
  private DialogueRefusals() {}

  static Decision<RequestEvent> noSuchQuestion(RequestId request, long question) {
    return refuse(
        NO_SUCH_QUESTION,
        "no question of version %s of request %s waits for an answer".formatted(question, request));
  }

  static Decision<RequestEvent> noSuchOffer(RequestId request, long offer) {
    return refuse(
        NO_SUCH_OFFER, "no offer of version %s of request %s stands".formatted(offer, request));
  }

  static Decision<RequestEvent> offersNoLess(RequestId request) {
    return refuse(
        OFFERS_NO_LESS, "what is offered is all that request %s asks for".formatted(request));
  }

  static Decision<RequestEvent> saidEnough(RequestId request, String what, int max) {
    return refuse(
        SAID_ENOUGH,
        "there are %s %s on request %s, no more are taken".formatted(max, what, request));
  }
}
