package dev.lockbox.api.view;

import dev.lockbox.api.tag.Tagged;
import dev.lockbox.domain.AccessRequest;
import dev.lockbox.domain.AccessRequest.Closed;
import dev.lockbox.domain.AccessRequest.Closing;
import dev.lockbox.domain.AccessRequest.Evaluated;
import dev.lockbox.domain.AccessRequest.Faulted;
import dev.lockbox.domain.AccessRequest.Granted;
import dev.lockbox.domain.AccessRequest.Passed;
import dev.lockbox.domain.AccessRequest.Pending;
import dev.lockbox.domain.AccessRequest.Scheduled;
import dev.lockbox.domain.AccessRequest.Unopened;
import dev.lockbox.domain.Approvals;
import dev.lockbox.domain.Asked;
import dev.lockbox.domain.Opening;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.Ticket;
import dev.lockbox.domain.rules.Terms;
import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A request as a client reads it. Every name is always there; {@code null} where there is nothing:
 * a request that was closed before it was opened has none of what an opening settles. Times are UTC
 * (RFC 3339), durations ISO 8601.
 *
 * @param engineer who asks: by their id, or by the pseudonym that the provider gave
 * @param state what holds now: past its deadline a request is over, whether or not the log has said
 *     so yet
 * @param version counts the events that changed the request; what an approval names as {@code
 *     ifVersion}
 * @param actions what a yes grants or has granted; what was last asked for, where it was over
 *     without a yes
 * @param resources as {@code actions}
 * @param accessFor as {@code actions}
 * @param conditions under which a yes grants or has granted; null where there are none
 * @param singleUse whether what a yes grants or has granted is over once it was used, by the wish
 *     of whoever asked, of an approver or of the tenant's rules; false once it is over
 * @param asked what was asked for, where approvers have narrowed it; null where nobody has
 * @param approvals whose yes it needs, the provider's own people's first where that is wanted; null
 *     when it no longer waits
 * @param dialogue what was said about it; null when it no longer waits, or nothing was
 * @param review what is to be reviewed before a yes, and who reviews it; null when it no longer
 *     waits, or nobody need and nobody does
 * @param closing who must still say that they closed; null when nobody must
 * @param lookback who read what was done, once access is over; null where there is nothing to read
 * @param details what else was said of it; null where nothing was
 * @param evaluation what the provider's own checks found; null where none were made
 * @param internalApprovals who of the provider's own people said yes before the customer was asked;
 *     null where nobody had to, or not all have
 * @param createdAt when it was opened
 * @param decideBy from this instant on it is too late to approve; questions may have moved it
 * @param startsAt while access is granted for later: before this instant there is none
 * @param accessUntil from this instant on there is no access; of a closed request, when access
 *     really ended
 * @param advice what is usual where such a reason is said; null when it does not wait for the
 *     customer, and of how it stood once
 * @param digest SHA-256, in hexadecimal, of what a yes grants as things stand, to whom and why:
 *     people who see the same one have read the same
 * @param practice whether it is for practice: it goes the way of every other, and grants nothing
 */
@Introspected
@Schema(name = "Request")
public record RequestJson(
    String id,
    String tenant,
    WireState state,
    long version,
    @Nullable String engineer,
    @Nullable String justification,
    @Nullable TicketJson ticket,
    List<String> actions,
    List<String> resources,
    @Nullable String accessFor,
    @Nullable ConditionsJson conditions,
    boolean singleUse,
    @Nullable Instant createdAt,
    @Nullable Instant decideBy,
    @Nullable Instant startsAt,
    @Nullable Instant accessUntil,
    @Nullable TermsJson asked,
    @Nullable ApprovalsJson approvals,
    @Nullable DialogueJson dialogue,
    @Nullable ReviewJson review,
    @Nullable ClosingJson closing,
    @Nullable LookbackJson lookback,
    @Nullable DetailsJson details,
    @Nullable EvaluationJson evaluation,
    @Nullable List<ApprovalsJson.Given> internalApprovals,
    @Nullable AdviceJson advice,
    @Nullable String digest,
    boolean practice)
    implements Tagged {
  @Override
  public OptionalLong readVersion() {
    return OptionalLong.of(version);
  }

  /** The support ticket the engineer works on. */
  @Introspected
  @Schema(name = "Ticket")
  public record TicketJson(String system, String id, @Nullable String url) {
    static TicketJson of(Ticket ticket) {
      return new TicketJson(ticket.system(), ticket.id(), ticket.url().orElse(null));
    }
  }

  /**
   * The request as it stands; it must be known.
   *
   * @param holds the state at the time it is shown for
   * @param digest of what a yes grants
   * @param advice for those who decide; empty for none
   */
  static RequestJson of(
      RequestId request,
      AccessRequest state,
      WireState holds,
      Optional<String> digest,
      Optional<AdviceJson> advice) {
    var opening = state.opened();
    var asked = opening.map(Opening::asked);
    var terms = terms(state).map(TermsJson::of);
    return new RequestJson(
        request.value(),
        request.tenant().value(),
        holds,
        state.version(),
        opening.map(Opening::shownEngineer).orElse(null),
        asked.map(one -> one.justification().text()).orElse(null),
        asked.flatMap(Asked::ticket).map(TicketJson::of).orElse(null),
        terms.map(TermsJson::actions).orElse(List.of()),
        terms.map(TermsJson::resources).orElse(List.of()),
        terms.map(TermsJson::accessFor).orElse(null),
        terms.map(TermsJson::conditions).orElse(null),
        isForOneUse(state),
        opening.map(Opening::openedAt).orElse(null),
        state instanceof Pending pending
            ? pending.decideBy()
            : opening.map(Opening::decideBy).orElse(null),
        state instanceof Scheduled scheduled ? scheduled.startsAt() : null,
        accessUntil(state).orElse(null),
        opening
            .map(one -> TermsJson.of(one.terms()))
            .filter(one -> isNarrower(terms, one))
            .orElse(null),
        approvals(state).map(ApprovalsJson::of).orElse(null),
        state instanceof Pending pending ? DialogueJson.of(pending.dialogue()) : null,
        state instanceof Pending pending ? ReviewJson.of(pending) : null,
        state instanceof Closing closing ? ClosingJson.of(closing) : null,
        LookbackJson.of(state),
        opening.flatMap(DetailsJson::of).orElse(null),
        opening.flatMap(Opening::evaluation).map(EvaluationJson::of).orElse(null),
        opening.flatMap(RequestJson::inside).orElse(null),
        advice.orElse(null),
        digest.orElse(null),
        opening.filter(Opening::isPractice).isPresent());
  }

  private static Optional<List<ApprovalsJson.Given>> inside(Opening opening) {
    return Optional.of(opening.internalApprovals())
        .filter(given -> !given.isEmpty())
        .map(given -> given.stream().map(ApprovalsJson.Given::of).toList());
  }

  private static Optional<Approvals> approvals(AccessRequest state) {
    return switch (state) {
      case Evaluated evaluated -> Optional.of(evaluated.approvals());
      case Pending pending -> Optional.of(pending.approvals());
      case Unopened none -> Optional.empty();
      case Passed passed -> Optional.empty();
      case Scheduled scheduled -> Optional.empty();
      case Granted granted -> Optional.empty();
      case Closing closing -> Optional.empty();
      case Closed closed -> Optional.empty();
      case Faulted faulted -> Optional.empty();
    };
  }

  /** What a yes grants, or granted; empty where nothing was asked for. */
  static Optional<Terms> terms(AccessRequest state) {
    return switch (state) {
      case Pending pending -> Optional.of(pending.terms());
      case Scheduled scheduled -> Optional.of(scheduled.terms());
      case Granted granted -> Optional.of(granted.terms());
      case Evaluated evaluated -> Optional.of(evaluated.opening().terms());
      case Passed passed -> Optional.of(passed.opening().terms());
      case Unopened none -> Optional.empty();
      case Closing closing -> terms(closing.end());
      case Closed closed -> closed.granted().or(() -> closed.opened().map(Opening::terms));
      case Faulted faulted -> faulted.opened().map(Opening::terms);
    };
  }

  private static boolean isForOneUse(AccessRequest state) {
    return switch (state) {
      case Pending pending -> pending.opening().isForOneUse(pending.terms());
      case Scheduled scheduled -> scheduled.opening().isForOneUse(scheduled.terms());
      case Granted granted -> granted.isForOneUse();
      case Unopened none -> false;
      case Evaluated evaluated -> false;
      case Passed passed -> false;
      case Closing closing -> false;
      case Closed closed -> false;
      case Faulted faulted -> false;
    };
  }

  private static boolean isNarrower(Optional<TermsJson> terms, TermsJson asked) {
    return terms.isPresent() && !terms.get().equals(asked);
  }

  private static Optional<Instant> accessUntil(AccessRequest state) {
    return switch (state) {
      case Scheduled scheduled -> Optional.of(scheduled.accessUntil());
      case Granted granted -> Optional.of(granted.accessUntil());
      case Closing closing -> closing.end().accessUntil();
      case Closed closed -> closed.accessUntil();
      case Unopened none -> Optional.empty();
      case Evaluated evaluated -> Optional.empty();
      case Passed passed -> Optional.empty();
      case Pending pending -> Optional.empty();
      case Faulted faulted -> Optional.empty();
    };
  }
}
