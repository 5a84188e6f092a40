package dev.lockbox.domain;

import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.PersonalText;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.rules.Narrowing;
import java.util.Optional;

/** What can be said about a waiting request short of a yes or a no. */
public sealed interface DialogueCommand extends RequestCommand {
  Attempt by();

  @Override
  default Optional<Attempt> attempt() {
    return Optional.of(by());
  }

  /** What the engineer says, through the JIT service that makes the attempt. */
  sealed interface Reply extends DialogueCommand, RequestCommand.Submitted {
    PersonId engineer();
  }

  /** An approver asks the engineer something. */
  record AskQuestion(RequestId request, Attempt by, PersonalText question)
      implements DialogueCommand {
    public AskQuestion {
      Reasons.mustBeTheirs(by, Optional.of(question));
    }
  }

  /**
   * An approver offers less than was asked for.
   *
   * @param ifVersion the version of the request that was read; an offer of part of other terms is
   *     none
   */
  record CounterOffer(
      RequestId request,
      Attempt by,
      Optional<PersonalText> reason,
      long ifVersion,
      Narrowing narrowing)
      implements DialogueCommand {
    public CounterOffer {
      Reasons.mustBeTheirs(by, reason);
    }
  }

  /**
   * An approver takes the offer back.
   *
   * @param offer the version of the request that it led to
   */
  record WithdrawOffer(RequestId request, Attempt by, long offer) implements DialogueCommand {}

  /**
   * The engineer answers a question.
   *
   * @param question the version of the request that asking it led to
   * @param answer in the engineer's words
   */
  record AnswerQuestion(
      RequestId request, Attempt by, PersonId engineer, long question, PersonalText answer)
      implements Reply {
    public AnswerQuestion {
      Reasons.mustBeOf(engineer, answer);
    }
  }

  /**
   * The engineer is content with less.
   *
   * @param offer the version of the request that it led to
   */
  record AcceptOffer(RequestId request, Attempt by, PersonId engineer, long offer)
      implements Reply {}
}
