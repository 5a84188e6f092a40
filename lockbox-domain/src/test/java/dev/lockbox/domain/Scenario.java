package dev.lockbox.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.domain.RequestCommand.OpenRequest;
import dev.lockbox.domain.decision.Decision;
import dev.lockbox.domain.decision.Decision.Accepted;
import dev.lockbox.domain.decision.Decision.Refused;
import dev.lockbox.domain.decision.Decision.Repeated;
import dev.lockbox.domain.decision.Refusal;
import dev.lockbox.domain.evaluation.EvaluationRules;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.resource.Catalogue;
import dev.lockbox.domain.rules.AccessCap;
import dev.lockbox.domain.rules.AccessLimits;
import dev.lockbox.domain.rules.ApprovalRules;
import dev.lockbox.domain.rules.CustomerRole;
import dev.lockbox.domain.rules.Deployment;
import dev.lockbox.domain.rules.GuardRails;
import dev.lockbox.domain.rules.Settings;
import dev.lockbox.domain.signature.ApproverKey;
import dev.lockbox.domain.signature.ApproverKeys;
import dev.lockbox.domain.time.Moment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What happened to one request so far, what is asked of it now, and what comes of that:
 *
 * <pre>{@code
 * given(opened().decideBy(NOON)).when(approve().by(BEN), NOON).refused(TOO_LATE);
 * }</pre>
 *
 * <p>Unsaid: Anna and Ben are the tenant's approvers, its limits are the defaults, and each thing
 * happens an hour after the one before. A scenario never changes: every verdict gives the next.
 */
public final class Scenario {
  private final List<RequestEvent> history;
  private final Optional<ApprovalRules> rules;
  private final Asking asking;

  private Scenario(List<RequestEvent> history, Optional<ApprovalRules> rules, Asking asking) {
    this.history = List.copyOf(history);
    this.rules = rules;
    this.asking = asking;
  }

  public static Scenario given(EventBuilder<?>... told) {
    var scenario =
        new Scenario(
            List.of(),
            Optional.of(Registry.naming(Set.of(Cast.ANNA, Cast.BEN), AccessLimits.DEFAULTS)),
            Asking.NOTHING_ELSE);
    for (var event : told) {
      scenario = scenario.and(event.build(scenario.unsaid()));
    }
    return scenario;
  }

  /** The tenant's registry names these by now, whoever it named when the request was opened. */
  public Scenario approversNow(PersonId... now) {
    return with(
        old ->
            new ApprovalRules(
                old.version(),
                Set.of(now),
                old.changers(),
                old.limits(),
                old.settings(),
                old.deployment()));
  }

  public Scenario limitsNow(AccessLimits now) {
    return with(
        old ->
            new ApprovalRules(
                old.version(),
                old.approvers(),
                old.changers(),
                now,
                old.settings(),
                old.deployment()));
  }

  /** The tenant's people have these keys by now. */
  public Scenario keysNow(ApproverKey... now) {
    return with(old -> old.with(ApproverKeys.of(List.of(now))));
  }

  /** The tenant has set this by now, whatever was set when the request was opened. */
  public Scenario settingsNow(Settings now) {
    var assigned = Membership.ids(now.policy().assignments().holders(CustomerRole::approves));
    return with(
        old ->
            new ApprovalRules(
                old.version(),
                Stream.concat(old.everywhere().stream(), assigned.stream())
                    .collect(Collectors.toUnmodifiableSet()),
                old.everywhere(),
                old.changers(),
                Map.of(),
                now.limits().orElse(AccessLimits.DEFAULTS),
                now,
                old.deployment()));
  }

  /** Every tenant that sets no limits has these by now. */
  public Scenario deploymentNow(AccessLimits limits, AccessCap cap) {
    return with(
        old ->
            new ApprovalRules(
                old.version(),
                old.approvers(),
                old.changers(),
                old.settings().limits().orElse(limits),
                old.settings(),
                old.deployment().with(limits, cap)));
  }

  /** This is what can be asked for by now. */
  public Scenario catalogueNow(Catalogue now) {
    return deploying(old -> old.with(now));
  }

  /** This is what the provider wants by now of every request, before a customer is asked. */
  public Scenario evaluationNow(EvaluationRules now) {
    return deploying(old -> old.with(now));
  }

  /** This is what the provider wants of every customer by now behind the lockbox. */
  public Scenario guardRailsNow(GuardRails now) {
    return deploying(old -> old.with(now));
  }

  private Scenario deploying(UnaryOperator<Deployment> change) {
    return with(
        old ->
            new ApprovalRules(
                old.version(),
                old.approvers(),
                old.changers(),
                old.limits(),
                old.settings(),
                change.apply(old.deployment())));
  }

  /** This person changed the tenant's rules at some time. */
  public Scenario rulesChangedBy(PersonId person) {
    return with(
        old ->
            new ApprovalRules(
                old.version(),
                old.approvers(),
                Set.of(person),
                old.limits(),
                old.settings(),
                old.deployment()));
  }

  /** This person changed the tenant's rules, and may say yes again from then on. */
  public Scenario waitingUntil(PersonId person, Instant then) {
    return with(
        old ->
            new ApprovalRules(
                old.version(),
                old.approvers(),
                Set.of(person),
                Map.of(person, then),
                old.limits(),
                old.settings(),
                old.deployment()));
  }

  private Scenario with(UnaryOperator<ApprovalRules> change) {
    return new Scenario(history, rules.map(change), asking);
  }

  /** This is what else is known of who asks. */
  public Scenario askingAlready(Asking now) {
    return new Scenario(history, rules, now);
  }

  public Scenario tenantUnknown() {
    return new Scenario(history, Optional.empty(), asking);
  }

  public Verdict when(CommandBuilder<?> command) {
    return when(command, Moment.at(unsaid().at()));
  }

  public Verdict when(CommandBuilder<?> command, Instant at) {
    return when(command, Moment.at(at));
  }

  public Verdict when(CommandBuilder<?> command, Moment at) {
    return new Verdict(command, at);
  }

  /** The state after all that happened. */
  public AccessRequest state() {
    return fold(history);
  }

  public List<RequestEvent> history() {
    return history;
  }

  static AccessRequest fold(List<? extends RequestEvent> events) {
    var state = AccessRequest.UNOPENED;
    for (var event : events) {
      state = AccessRequest.evolve(state, event);
    }
    return state;
  }

  private Unsaid unsaid() {
    return history.isEmpty() ? Unsaid.FIRST : Unsaid.after(history.getLast().at(), history.size());
  }

  private Scenario and(RequestEvent event) {
    var longer = new ArrayList<>(history);
    longer.add(event);
    return new Scenario(longer, rules, asking);
  }

  /** What comes of the command. */
  public final class Verdict {
    private final Unsaid unsaid;
    private final RequestCommand command;
    private final Decision<RequestEvent> decision;

    private Verdict(CommandBuilder<?> command, Moment at) {
      this.unsaid = unsaid().at(at.appended());
      this.command = command.build(unsaid);
      this.decision = Decider.decide(state(), this.command, rules, asking, at);
    }

    /** Exactly this, in every field; and it can follow what happened before. */
    public Scenario happened(EventBuilder<?>... expected) {
      var events = Stream.of(expected).map(one -> one.build(unsaid)).toList();
      assertThat(decision).isEqualTo(new Accepted<>(events));
      var after = Scenario.this;
      for (var event : events) {
        after = after.and(event);
      }
      assertThat(after.state().version()).isEqualTo(state().version() + events.size());
      return after;
    }

    /** Whatever comes of it, where a test speaks of the state that follows. */
    public Scenario accepted() {
      assertThat(decision).isInstanceOf(Accepted.class);
      var after = Scenario.this;
      for (var event : ((Accepted<RequestEvent>) decision).events()) {
        after = after.and(event);
      }
      assertThat(after.state().version()).isEqualTo(after.history().size());
      return after;
    }

    /** For a reason that tells no personal text, and nothing happens. */
    public Scenario refused(Refusal expected) {
      var refused = no();
      assertThat(refused.refusal()).as(refused.detail()).isEqualTo(expected);
      assertThat(refused.detail())
          .isNotBlank()
          .hasSizeLessThan(1000)
          .doesNotContain(Cast.JUSTIFICATION, Cast.REASON);
      return Scenario.this;
    }

    /** For the first of these, of a request at which nobody looked any closer. */
    public Scenario refusedUnseen(Refusal expected) {
      assertThat(no().evaluation()).isEmpty();
      return refused(expected);
    }

    /**
     * For the first of these, of a request of the morning in which the provider's side found all
     * that it would have found otherwise, and these.
     */
    public Scenario refusedAsSeen(EvaluationRules wanted, Refusal... all) {
      var found = Evaluations.evaluation((OpenRequest) command, wanted);
      var why = Stream.of(all).map(Refusal::name).toList();
      assertThat(no().evaluation()).contains(found.refusedFor(why));
      return refused(all[0]);
    }

    private Refused<RequestEvent> no() {
      assertThat(decision).isInstanceOf(Refused.class);
      return (Refused<RequestEvent>) decision;
    }

    /** It was accepted before, and led to this version; nothing happens. */
    public Scenario repeated(long version) {
      assertThat(decision).isEqualTo(new Repeated<>(version));
      return Scenario.this;
    }
  }
}
