package dev.lockbox.domain;

import dev.lockbox.domain.DialogueCommand.AcceptOffer;
import dev.lockbox.domain.DialogueCommand.AnswerQuestion;
import dev.lockbox.domain.DialogueCommand.AskQuestion;
import dev.lockbox.domain.DialogueCommand.CounterOffer;
import dev.lockbox.domain.DialogueCommand.WithdrawOffer;
import java.util.List;

/** What is said about a waiting request, as texts; see {@link Contents}. */
final class DialogueContents {
  private DialogueContents() {}

  static void add(List<String> parts, DialogueCommand command) {
    switch (command) {
      case AskQuestion ask -> parts.add(ask.question().text());
      case AnswerQuestion answer -> {
        parts.add(answer.engineer().value());
        parts.add(Long.toString(answer.question()));
        parts.add(answer.answer().text());
      }
      case CounterOffer offer -> {
        Contents.addReason(parts, offer.reason());
        parts.add(Long.toString(offer.ifVersion()));
        Contents.add(parts, offer.narrowing());
      }
      case WithdrawOffer withdraw -> parts.add(Long.toString(withdraw.offer()));
      case AcceptOffer accept -> {
        parts.add(accept.engineer().value());
        parts.add(Long.toString(accept.offer()));
      }
    }
  }
}
