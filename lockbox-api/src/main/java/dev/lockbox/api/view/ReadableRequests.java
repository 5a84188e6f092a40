package dev.lockbox.api.view;

import dev.lockbox.api.problem.Problem;
import dev.lockbox.api.problem.ProblemException;
import dev.lockbox.api.security.Authority;
import dev.lockbox.api.security.Caller;
import dev.lockbox.domain.AccessRequest;
import dev.lockbox.domain.Opening;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.identity.DecisionId;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/**
 * A customer's requests as a caller may read them: the one place that asks who may, whatever shows
 * them. Every method throws {@link ProblemException}: NO_SUCH_REQUEST where there is nothing for
 * this caller, NO_ROLE where they read nothing, INVALID_REQUEST for a cursor of another list.
 */
@Singleton
public final class ReadableRequests {
  /** Pages that are looked at for those of one engineer. */
  private static final int LOOKS_MAX = 3;

  /** Requests that are looked at for those of one engineer, at least, where there are so many. */
  public static final int LOOKED_AT_MAX = LOOKS_MAX * View.SCANNED_MAX;

  private final Authority authority;
  private final View view;
  private final Hindsight hindsight;

  ReadableRequests(Authority authority, View view, Hindsight hindsight) {
    this.authority = authority;
    this.view = view;
    this.hindsight = hindsight;
  }

  /**
   * Newest first.
   *
   * @param state only those that stand there now; empty for all
   * @param limit at most so many
   */
  public Page<RequestJson> list(
      Caller caller, String tenant, Optional<WireState> state, int limit, Optional<String> cursor) {
    return page(caller, tenant, state, limit, cursor).map(Shown::json);
  }

  /** The same, to be written. */
  Page<Shown> page(
      Caller caller, String tenant, Optional<WireState> state, int limit, Optional<String> cursor) {
    var readable = authority.toReadRequests(caller, tenant);
    return view.list(readable.tenant(), readable::covers, state, limit, cursor);
  }

  /**
   * The same as they stood then: those that the caller may read now, and of these what had got
   * beyond the provider by then.
   *
   * @param state only those that stood there then; empty for all
   * @throws ProblemException also TOO_MUCH_HAPPENED
   */
  Page<Shown> page(
      Caller caller,
      String tenant,
      Optional<WireState> state,
      int limit,
      Optional<String> cursor,
      AsOf.Time asOf) {
    var readable = authority.toReadRequests(caller, tenant);
    return hindsight
        .list(
            readable.tenant(),
            now -> readable.covers(now) && isBeyondTheProvider(now),
            ReadableRequests::isBeyondTheProvider,
            state,
            limit,
            cursor,
            asOf)
        .map(Shown::new);
  }

  private static boolean isBeyondTheProvider(AccessRequest state) {
    return state.opened().filter(Opening::isInternal).isEmpty();
  }

  /**
   * Those of one engineer among the newest {@link #LOOKED_AT_MAX} of all, newest first; where there
   * is a next page, it is not known whether more are theirs.
   *
   * @param engineer as the customer is shown them
   * @param limit at most so many
   */
  public Page<RequestJson> of(String engineer, Caller caller, String tenant, int limit) {
    var readable = authority.toReadRequests(caller, tenant);
    return Page.readOn(
            limit,
            LOOKS_MAX,
            (some, cursor) ->
                view.list(
                    readable.tenant(),
                    request -> readable.covers(request) && isOf(engineer, request),
                    Optional.empty(),
                    some,
                    cursor))
        .map(Shown::json);
  }

  private static boolean isOf(String engineer, AccessRequest request) {
    return request.opened().map(Opening::shownEngineer).filter(engineer::equals).isPresent();
  }

  /**
   * Whether there is one under this id, to be read: what was refused may never have been opened.
   */
  public boolean isThere(Caller caller, String tenant, String id) {
    return find(caller, tenant, id).isPresent();
  }

  /** One request as it stands now. */
  public RequestJson get(Caller caller, String tenant, String id) {
    return shown(caller, tenant, id).json();
  }

  /** The same, to be written. */
  Shown shown(Caller caller, String tenant, String id) {
    return find(caller, tenant, id)
        .orElseThrow(() -> new ProblemException(Problem.noSuchRequest()));
  }

  private Optional<Shown> find(Caller caller, String tenant, String id) {
    var readable = authority.toReadRequests(caller, tenant);
    return view.showToCustomer(RequestIds.parse(readable.tenant(), id), readable::covers);
  }

  /**
   * One request as it stood then, which the caller may read now; nothing of what did not get beyond
   * the provider until later.
   *
   * @throws ProblemException also TOO_MUCH_HAPPENED
   */
  Shown shown(Caller caller, String tenant, String id, AsOf asOf) {
    var request = RequestIds.parse(caller.tenant(), get(caller, tenant, id).id());
    return hindsight
        .show(request, ReadableRequests::isBeyondTheProvider, asOf)
        .map(Shown::new)
        .orElseThrow(() -> new ProblemException(Problem.noSuchRequest()));
  }

  /** What happened to a request, oldest first; at most {@code limit} entries. */
  public Page<EventJson> events(
      Caller caller,
      String tenant,
      String id,
      WantedEvents wanted,
      int limit,
      Optional<String> cursor) {
    var request = RequestIds.parse(caller.tenant(), get(caller, tenant, id).id());
    return view.timeline(request, wanted, limit, cursor);
  }

  /** The newest that happened to a request, newest first; at most {@code limit} entries. */
  public List<EventJson> newest(Caller caller, String tenant, String id, int limit) {
    return view.newest(RequestIds.parse(caller.tenant(), get(caller, tenant, id).id()), limit);
  }

  /** The newest verdict on a decision of the caller's own; empty while there is none. */
  public Optional<EventJson> verdictOn(
      Caller caller, String tenant, String id, DecisionId decision) {
    var request = RequestIds.parse(caller.tenant(), get(caller, tenant, id).id());
    return view.showVerdictOn(request, new Attempt(caller.person(), decision));
  }
}
