package dev.lockbox.domain;

import dev.lockbox.domain.AccessCommand.AcknowledgeClosing;
import dev.lockbox.domain.AccessCommand.FinishAccess;
import dev.lockbox.domain.RequestCommand.Deny;
import dev.lockbox.domain.RequestCommand.EnforceDeadline;
import dev.lockbox.domain.RequestCommand.OpenRequest;
import dev.lockbox.domain.RequestCommand.ResolveTicket;
import dev.lockbox.domain.RequestCommand.Revoke;
import dev.lockbox.domain.evaluation.Details;
import dev.lockbox.domain.evaluation.Facts;
import dev.lockbox.domain.identity.ActionName;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.PersonalText;
import dev.lockbox.domain.identity.PointId;
import dev.lockbox.domain.identity.ResourceName;
import dev.lockbox.domain.identity.Ticket;
import dev.lockbox.domain.rules.Conditions;
import dev.lockbox.domain.rules.Narrowing;
import dev.lockbox.domain.signature.Proof;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * What can be asked of a request. Unsaid: Eva asks through the JIT service, Anna decides, and an
 * approval is of the version that stands.
 */
public final class Commands {
  private Commands() {}

  public static Open open() {
    return new Open();
  }

  public static Approve approve() {
    return new Approve();
  }

  public static Plain deny() {
    return new Plain(
        Cast.ANNA, (it, unsaid) -> new Deny(it.request(), it.attempt(unsaid), it.reason()));
  }

  public static Plain revoke() {
    return new Plain(
        Cast.ANNA, (it, unsaid) -> new Revoke(it.request(), it.attempt(unsaid), it.reason()));
  }

  public static Withdraw withdraw() {
    return new Withdraw();
  }

  public static Plain resolveTicket() {
    return new Plain(Cast.JIT, (it, unsaid) -> new ResolveTicket(it.request(), it.attempt(unsaid)));
  }

  /** Eva is done. */
  public static Plain finish() {
    return finish(Cast.EVA);
  }

  public static Plain finish(PersonId engineer) {
    return new Plain(
        Cast.JIT, (it, unsaid) -> new FinishAccess(it.request(), it.attempt(unsaid), engineer));
  }

  /** The gateway has closed. */
  public static Plain acknowledgeClosing() {
    return acknowledgeClosing(Cast.GATEWAY);
  }

  public static Plain acknowledgeClosing(PointId point) {
    return new Plain(
        Cast.JIT, (it, unsaid) -> new AcknowledgeClosing(it.request(), it.attempt(unsaid), point));
  }

  public static Plain enforceDeadline() {
    return new Plain(Cast.JIT, (it, unsaid) -> new EnforceDeadline(it.request()));
  }

  /** Eva asks for access. */
  public static final class Open extends CommandBuilder<Open> {
    private PersonId engineer = Cast.EVA;
    private String justification = Cast.JUSTIFICATION;
    private Optional<Duration> accessFor = Optional.empty();
    private Optional<Ticket> ticket = Optional.of(Cast.TICKET);
    private List<ActionName> actions = Cast.ACTIONS;
    private List<ResourceName> resources = Cast.RESOURCES;
    private Details details = Details.NONE;
    private Facts facts = Facts.NONE;

    private Open() {
      super(Cast.JIT);
    }

    public Open engineer(PersonId told) {
      engineer = told;
      return this;
    }

    public Open justification(String told) {
      justification = told;
      return this;
    }

    public Open withoutTicket() {
      ticket = Optional.empty();
      return this;
    }

    public Open to(ActionName... told) {
      actions = List.of(told);
      return this;
    }

    public Open on(ResourceName... told) {
      resources = List.of(told);
      return this;
    }

    /** The service states this too. */
    public Open saying(Details told) {
      details = told;
      return this;
    }

    /** Intake knew this of Eva. */
    public Open knowing(Facts told) {
      facts = told;
      return this;
    }

    public Open accessFor(Duration told) {
      accessFor = Optional.of(told);
      return this;
    }

    @Override
    Open self() {
      return this;
    }

    @Override
    OpenRequest build(Unsaid unsaid) {
      return new OpenRequest(
          request(),
          attempt(unsaid),
          new Asked(
              engineer,
              new PersonalText(engineer, justification),
              ticket,
              actions,
              resources,
              accessFor),
          details,
          facts);
    }
  }

  /** Anna says yes. */
  public static final class Approve extends CommandBuilder<Approve> {
    private OptionalLong ifVersion = OptionalLong.empty();
    private Optional<Narrowing> narrowing = Optional.empty();
    private Optional<Function<RequestCommand.Approve, Proof>> signer = Optional.empty();

    private Approve() {
      super(Cast.ANNA);
    }

    public Approve ifVersion(long told) {
      ifVersion = OptionalLong.of(told);
      return this;
    }

    /** Of all that was asked for, only this. */
    public Approve only(ActionName... told) {
      narrowing =
          Optional.of(
              new Narrowing(Optional.of(List.of(told)), Optional.empty(), Optional.empty()));
      return this;
    }

    public Approve only(ResourceName... told) {
      narrowing =
          Optional.of(
              new Narrowing(Optional.empty(), Optional.of(List.of(told)), Optional.empty()));
      return this;
    }

    public Approve onlyFor(Duration told) {
      narrowing = Optional.of(new Narrowing(Optional.empty(), Optional.empty(), Optional.of(told)));
      return this;
    }

    /** All that was asked for, if these are kept. */
    public Approve under(Conditions told) {
      narrowing =
          Optional.of(new Narrowing(Optional.empty(), Optional.empty(), Optional.empty(), told));
      return this;
    }

    /** Signed so, once all else is said. */
    public Approve signed(Function<RequestCommand.Approve, Proof> told) {
      signer = Optional.of(told);
      return this;
    }

    @Override
    Approve self() {
      return this;
    }

    @Override
    RequestCommand.Approve build(Unsaid unsaid) {
      var yes =
          new RequestCommand.Approve(
              request(), attempt(unsaid), reason(), ifVersion.orElse(unsaid.version()), narrowing);
      return signer.map(one -> yes.with(one.apply(yes))).orElse(yes);
    }
  }

  /** Eva no longer wants it. */
  public static final class Withdraw extends CommandBuilder<Withdraw> {
    private PersonId engineer = Cast.EVA;

    private Withdraw() {
      super(Cast.JIT);
    }

    public Withdraw engineer(PersonId told) {
      engineer = told;
      return this;
    }

    @Override
    Withdraw self() {
      return this;
    }

    @Override
    RequestCommand.Withdraw build(Unsaid unsaid) {
      return new RequestCommand.Withdraw(request(), attempt(unsaid), engineer);
    }
  }

  /** A command with nothing to say but who asks, and perhaps why. */
  public static final class Plain extends CommandBuilder<Plain> {
    private final BiFunction<Plain, Unsaid, RequestCommand> command;

    Plain(PersonId actor, BiFunction<Plain, Unsaid, RequestCommand> command) {
      super(actor);
      this.command = command;
    }

    @Override
    Plain self() {
      return this;
    }

    @Override
    RequestCommand build(Unsaid unsaid) {
      return command.apply(this, unsaid);
    }
  }
}
