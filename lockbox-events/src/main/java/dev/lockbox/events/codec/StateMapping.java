package dev.lockbox.events.codec;

import static dev.lockbox.events.codec.SharedMapping.address;
import static dev.lockbox.events.codec.SharedMapping.fromAsked;
import static dev.lockbox.events.codec.SharedMapping.fromIds;
import static dev.lockbox.events.codec.SharedMapping.fromTrail;
import static dev.lockbox.events.codec.SharedMapping.request;
import static dev.lockbox.events.codec.SharedMapping.wire;
import static dev.lockbox.events.codec.SharedMapping.wireIds;

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
import dev.lockbox.domain.Opening;
import dev.lockbox.domain.Outcome;
import dev.lockbox.domain.decision.Trail;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.domain.rules.Conditions;
import dev.lockbox.events.message.RequestSnapshot;
import dev.lockbox.events.topic.Topics;
import dev.lockbox.wire.state.RequestState;
import dev.lockbox.wire.state.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Where a request stands, on the state topic and in the stores. */
final class StateMapping implements Mapping<RequestSnapshot> {
  @Override
  public List<Class<? extends SpecificRecord>> types() {
    return List.of(RequestState.class);
  }

  @Override
  public RequestState toWire(RequestSnapshot snapshot) {
    return switch (snapshot.state()) {
      case Unopened none ->
          throw new IllegalStateException("a snapshot is never of an unopened request");
      case Evaluated evaluated ->
          OpenRequestMapping.of(
              evaluated, wireState(snapshot, State.AWAITING_INTERNAL_APPROVAL, null, null));
      case Passed passed -> wireState(snapshot, State.EVALUATED, null, null).build();
      case Pending pending ->
          OpenRequestMapping.of(pending, wireState(snapshot, State.CUSTOMER_NOTIFIED, null, null));
      case Scheduled scheduled ->
          OpenRequestMapping.of(
              scheduled, wireState(snapshot, State.SCHEDULED, scheduled.accessUntil(), null));
      case Granted granted ->
          OpenRequestMapping.of(
              granted, wireState(snapshot, active(snapshot, granted), granted.accessUntil(), null));
      case Closing closing -> wireClosing(snapshot, closing);
      case Closed closed ->
          OpenRequestMapping.of(
              closed,
              wireState(
                  snapshot,
                  State.valueOf(closed.outcome().name()),
                  closed.accessUntil().orElse(null),
                  closed.closedAt()));
      case Faulted faulted -> wireState(snapshot, State.FAULTED, null, faulted.faultedAt()).build();
    };
  }

  private static RequestState wireClosing(RequestSnapshot snapshot, Closing closing) {
    var end = closing.end();
    var name = closing.isOverdue() ? State.FAILED_TO_CLOSE : State.CLOSING;
    var wire =
        wireState(snapshot, name, end.accessUntil().orElse(null), end.closedAt())
            .setClosing(AccessMapping.wireDue(closing.due()))
            .setOutcome(State.valueOf(end.outcome().name()));
    return OpenRequestMapping.of(end, wire);
  }

  /** Who knows nothing of conditions reads a state they do not know, which means no access. */
  private static State active(RequestSnapshot snapshot, Granted granted) {
    if (snapshot.frozen()) {
      return State.FROZEN;
    }
    return granted.terms().conditions().equals(Conditions.NONE)
        ? State.ACTIVE
        : State.ACTIVE_UNDER_CONDITIONS;
  }

  private static RequestState.Builder wireState(
      RequestSnapshot snapshot,
      State name,
      @Nullable Instant accessUntil,
      @Nullable Instant closedAt) {
    var state = snapshot.state();
    return RequestState.newBuilder()
        .setState(name)
        .setAddress(address(Topics.STATE, snapshot.request().tenant()))
        .setRequestId(snapshot.request().value())
        .setVersion(state.version())
        .setOpening(state.opened().map(StateMapping::wireOpening).orElse(null))
        .setAccessUntil(accessUntil)
        .setClosedAt(closedAt)
        .setEvaluation(
            state
                .opened()
                .flatMap(Opening::evaluation)
                .map(EvaluationMapping::wireEvaluation)
                .orElse(null))
        .setInternalApprovals(
            state
                .opened()
                .map(opening -> OpenRequestMapping.wireGiven(opening.internalApprovals()))
                .orElse(List.of()))
        .setAccepted(wire(state.trail()))
        .setIsPractice(state.opened().filter(Opening::isPractice).isPresent());
  }

  static dev.lockbox.wire.shared.Opening wireOpening(Opening opening) {
    return new dev.lockbox.wire.shared.Opening(
        wire(opening.asked()),
        opening.accessFor().toMillis(),
        wireIds(opening.approvers()),
        opening.openedAt(),
        opening.decideBy());
  }

  @Override
  public RequestSnapshot toDomain(SpecificRecord wire) {
    if (!(wire instanceof RequestState state)) {
      throw Unmapped.type(wire);
    }
    return new RequestSnapshot(
        request(state.getAddress(), state.getRequestId()),
        stateOf(state),
        state.getState() == State.FROZEN);
  }

  private static AccessRequest stateOf(RequestState wire) {
    var trail = fromTrail(wire.getVersion(), wire.getAccepted());
    var opening = Optional.ofNullable(wire.getOpening()).map(said -> fromOpening(said, wire));
    return switch (wire.getState()) {
      case AWAITING_INTERNAL_APPROVAL ->
          OpenRequestMapping.evaluated(required(opening, "opening"), trail, wire);
      case EVALUATED -> new Passed(required(opening, "opening"), trail);
      case CUSTOMER_NOTIFIED ->
          OpenRequestMapping.pending(required(opening, "opening"), trail, wire);
      case ACTIVE_UNDER_CONDITIONS -> {
        required(Optional.ofNullable(wire.getConditions()), "conditions");
        yield OpenRequestMapping.granted(
            required(opening, "opening"), accessUntil(wire), trail, wire);
      }
      case SCHEDULED ->
          OpenRequestMapping.scheduled(
              required(opening, "opening"), accessUntil(wire), trail, wire);
      case ACTIVE, FROZEN ->
          OpenRequestMapping.granted(required(opening, "opening"), accessUntil(wire), trail, wire);
      case REJECTED, DENIED, EXPIRED, WITHDRAWN, CANCELLED, REVOKED, ENDED, COMPLETED, PRACTISED ->
          closed(Outcome.valueOf(wire.getState().name()), opening, trail, wire);
      case CLOSING, FAILED_TO_CLOSE ->
          new Closing(
              closed(
                  Outcome.valueOf(
                      required(Optional.ofNullable(wire.getOutcome()), "outcome").name()),
                  opening,
                  trail,
                  wire),
              AccessMapping.fromDue(required(Optional.ofNullable(wire.getClosing()), "closing")),
              wire.getState() == State.FAILED_TO_CLOSE);
      case FAULTED -> new Faulted(opening, closedAt(wire), trail);
      case UNKNOWN -> throw new IllegalArgumentException("the state is newer than this reader");
    };
  }

  private static Closed closed(
      Outcome outcome, Optional<Opening> onTheWire, Trail trail, RequestState wire) {
    return new Closed(
        outcome,
        onTheWire.map(opening -> OpenRequestMapping.atFirst(opening, wire)),
        closedAt(wire),
        Optional.ofNullable(wire.getAccessUntil()),
        onTheWire.map(Opening::terms).filter(terms -> wire.getAskedAtFirst() != null),
        ReadingMapping.fromState(wire),
        trail);
  }

  private static Opening fromOpening(dev.lockbox.wire.shared.Opening wire, RequestState state) {
    var tenant = new TenantId(state.getAddress().getTenant());
    return new Opening(
        fromAsked(wire.getAsked()),
        Duration.ofMillis(wire.getAccessForMillis()),
        fromIds(wire.getApprovers()),
        wire.getOpenedAt(),
        wire.getDecideBy(),
        Optional.ofNullable(state.getEvaluation())
            .map(said -> EvaluationMapping.fromEvaluation(tenant, said)),
        OpenRequestMapping.fromGiven(state.getInternalApprovals()),
        state.getIsPractice());
  }

  private static Instant accessUntil(RequestState wire) {
    return required(Optional.ofNullable(wire.getAccessUntil()), "accessUntil");
  }

  private static Instant closedAt(RequestState wire) {
    return required(Optional.ofNullable(wire.getClosedAt()), "closedAt");
  }

  private static <T> T required(Optional<T> value, String name) {
    return value.orElseThrow(
        () -> new IllegalArgumentException(name + " is missing in this state"));
  }

  @Override
  public Optional<TenantId> partitionedBy(RequestSnapshot snapshot) {
    return Optional.of(snapshot.request().tenant());
  }

  @Override
  public String key(RequestSnapshot snapshot) {
    return snapshot.request().toString();
  }
}
