package dev.lockbox.domain;

import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.evaluation.Details;
import dev.lockbox.domain.evaluation.Facts;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.PersonalText;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.domain.rules.Narrowing;
import dev.lockbox.domain.signature.Proof;
import java.util.Optional;

/** What can be asked of one access request. */
public sealed interface RequestCommand extends Command
    permits RequestCommand.Submitted,
        RequestCommand.StartPractice,
        RequestCommand.Approve,
        RequestCommand.Deny,
        RequestCommand.Revoke,
        RequestCommand.BeginReview,
        RequestCommand.ConfirmRead,
        RequestCommand.EnforceDeadline,
        AccessCommand,
        EvaluationCommand,
        DialogueCommand {
  RequestId request();

  @Override
  default TenantId tenant() {
    return request().tenant();
  }

  @Override
  default Optional<RequestId> about() {
    return Optional.of(request());
  }

  /**
   * What an upstream JIT service may ask: to open, to reply, to withdraw, to cancel with the
   * ticket, to end; and what it may say for an enforcement point.
   */
  sealed interface Submitted extends RequestCommand
      permits OpenRequest,
          Withdraw,
          ResolveTicket,
          AccessCommand.FinishAccess,
          DialogueCommand.Reply,
          AccessCommand.AcknowledgeClosing {
    /** The attempt's actor is the service. */
    Attempt by();
  }

  /**
   * An engineer asks for access, through the JIT service that makes the attempt.
   *
   * @param details what else the service states
   * @param facts what intake knew of the engineer, and the processor of the previous request; no
   *     part of what is asked, so the same attempt stays the same whatever is known by then
   */
  record OpenRequest(RequestId request, Attempt by, Asked asked, Details details, Facts facts)
      implements Submitted {
    public OpenRequest {
      details.mustFit(request.tenant(), asked.engineer());
    }

    /** With nothing else said or known. */
    public OpenRequest(RequestId request, Attempt by, Asked asked) {
      this(request, by, asked, Details.NONE, Facts.NONE);
    }

    /** The same, with what is known of the engineer by now. */
    public OpenRequest knowing(Facts known) {
      return new OpenRequest(request, by, asked, details, known);
    }

    /** Whether there is more to it than what is asked for. */
    public boolean isDetailed() {
      return !details.equals(Details.NONE) || !facts.equals(Facts.NONE);
    }

    @Override
    public Optional<Attempt> attempt() {
      return Optional.of(by);
    }
  }

  /**
   * Somebody of the customer's wants a request to practise on. No service submits one.
   *
   * @param asked by {@link Practice#ENGINEER}, in words that are nobody's; see {@link
   *     Practice#asked}
   */
  record StartPractice(RequestId request, Attempt by, Asked asked) implements RequestCommand {
    public StartPractice {
      Practice.mustBeNobodys(asked);
    }

    @Override
    public Optional<Attempt> attempt() {
      return Optional.of(by);
    }
  }

  /**
   * An approver says yes.
   *
   * @param ifVersion the version of the request that was read; a yes to other terms is no yes
   * @param narrowing empty for a yes to all that is asked for
   * @param proof that a key of theirs signed it, see {@link DecisionPayload}; empty for a yes that
   *     is not signed. No part of what is asked: who signs the same again makes another signature
   */
  record Approve(
      RequestId request,
      Attempt by,
      Optional<PersonalText> reason,
      long ifVersion,
      Optional<Narrowing> narrowing,
      Optional<Proof> proof)
      implements RequestCommand {
    public Approve {
      Reasons.mustBeTheirs(by, reason);
    }

    /** Not signed. */
    public Approve(
        RequestId request,
        Attempt by,
        Optional<PersonalText> reason,
        long ifVersion,
        Optional<Narrowing> narrowing) {
      this(request, by, reason, ifVersion, narrowing, Optional.empty());
    }

    /** The same, signed. */
    public Approve with(Proof made) {
      return new Approve(request, by, reason, ifVersion, narrowing, Optional.of(made));
    }

    @Override
    public Optional<Attempt> attempt() {
      return Optional.of(by);
    }
  }

  /** An approver says no. Of a granted request, it ends the grant. */
  record Deny(RequestId request, Attempt by, Optional<PersonalText> reason)
      implements RequestCommand {
    public Deny {
      Reasons.mustBeTheirs(by, reason);
    }

    @Override
    public Optional<Attempt> attempt() {
      return Optional.of(by);
    }
  }

  /** An approver takes a yes back. Of a request that still waits, it is a denial. */
  record Revoke(RequestId request, Attempt by, Optional<PersonalText> reason)
      implements RequestCommand {
    public Revoke {
      Reasons.mustBeTheirs(by, reason);
    }

    @Override
    public Optional<Attempt> attempt() {
      return Optional.of(by);
    }
  }

  /**
   * An approver begins to review the request. It is no yes.
   *
   * @param ifVersion the version of the request that they have before them; who reviews other terms
   *     reviews nothing
   */
  record BeginReview(RequestId request, Attempt by, long ifVersion) implements RequestCommand {
    @Override
    public Optional<Attempt> attempt() {
      return Optional.of(by);
    }
  }

  /** Somebody of the customer's says that they read what was done under access that is over. */
  record ConfirmRead(RequestId request, Attempt by) implements RequestCommand {
    @Override
    public Optional<Attempt> attempt() {
      return Optional.of(by);
    }
  }

  /**
   * The engineer no longer wants access. One that overtakes its request closes that id for good.
   */
  record Withdraw(RequestId request, Attempt by, PersonId engineer) implements Submitted {
    @Override
    public Optional<Attempt> attempt() {
      return Optional.of(by);
    }
  }

  /**
   * The ticket is resolved, so nothing is left to do. One that overtakes its request closes that id
   * for good.
   */
  record ResolveTicket(RequestId request, Attempt by) implements Submitted {
    @Override
    public Optional<Attempt> attempt() {
      return Optional.of(by);
    }
  }

  /**
   * An alarm: the deadline of this request may have passed. Refused with NOT_DUE when called early;
   * ringing twice is harmless.
   */
  record EnforceDeadline(RequestId request) implements RequestCommand {
    @Override
    public Optional<Attempt> attempt() {
      return Optional.empty();
    }
  }
}
