package dev.lockbox.api.view;

import dev.lockbox.api.problem.Problem;
import dev.lockbox.api.problem.ProblemException;
import dev.lockbox.api.security.Authority;
import dev.lockbox.api.security.Caller;
import dev.lockbox.api.security.Reach;
import dev.lockbox.domain.SessionEvent;
import dev.lockbox.domain.identity.RequestId;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Engineers' sessions at a customer, as a caller may read them: the one place that asks who may,
 * whatever shows them. Who reads some requests only is shown the sessions under these, what was
 * done there, and nothing that names no request. Every method throws {@link ProblemException}:
 * NO_SUCH_REQUEST or NO_ROLE.
 */
@Singleton
public final class ReadableSessions {
  /** Pages that are looked at for what one engineer did. */
  private static final int LOOKS_MAX = 3;

  /** Things done that are looked at for those of one engineer, where there are so many. */
  public static final int LOOKED_AT_MAX = LOOKS_MAX * View.SCANNED_MAX;

  private final Authority authority;
  private final View view;
  private final SessionView sessions;
  private final Chronicle chronicle;
  private final PastSessions past;
  private final ReadableRequests readableRequests;

  ReadableSessions(
      Authority authority,
      View view,
      SessionView sessions,
      Chronicle chronicle,
      PastSessions past,
      ReadableRequests readableRequests) {
    this.authority = authority;
    this.view = view;
    this.sessions = sessions;
    this.chronicle = chronicle;
    this.past = past;
    this.readableRequests = readableRequests;
  }

  /**
   * Sessions under one grant, and what was made of it.
   *
   * @param items open ones and those that are over; of more than the most, some
   * @param use empty where nothing was told of it
   */
  public record OfRequest(List<SessionJson> items, Optional<UseJson> use) {}

  public OfRequest of(Caller caller, String tenant, String id) {
    var reach = authority.toReadRequests(caller, tenant);
    var request = RequestIds.parse(reach.tenant(), id);
    if (view.showToCustomer(request, reach::covers).isEmpty()) {
      throw new ProblemException(Problem.noSuchRequest());
    }
    return new OfRequest(sessions.sessionsOf(request), sessions.useOf(request));
  }

  /**
   * The same as they stood then, under a request that the caller may read now and could read then.
   *
   * @throws ProblemException also INVALID_REQUEST and TOO_MUCH_HAPPENED
   */
  OfRequest of(Caller caller, String tenant, String id, AsOf.Time asOf) {
    var then = readableRequests.shown(caller, tenant, id, asOf).json();
    var request = RequestIds.parse(caller.tenant(), then.id());
    return new OfRequest(past.sessionsOf(request, asOf), past.useOf(request, asOf));
  }

  /**
   * Those that were open then, under requests that the caller may read now.
   *
   * @throws ProblemException also INVALID_REQUEST and TOO_MUCH_HAPPENED
   */
  List<SessionJson> open(Caller caller, String tenant, AsOf.Time asOf) {
    var reach = authority.toReadRequests(caller, tenant);
    return past.openSessions(reach.tenant(), requests(reach), asOf);
  }

  /** Those that are open; of more than the most, some. */
  public List<SessionJson> open(Caller caller, String tenant) {
    var reach = authority.toReadRequests(caller, tenant);
    return sessions.openSessions(reach.tenant(), requests(reach));
  }

  /**
   * What engineers did, newest first.
   *
   * @param limit at most so many
   * @throws ProblemException INVALID_REQUEST too, when the cursor is not of this list
   */
  public Page<ActivityJson> activity(
      Caller caller, String tenant, WantedActivity wanted, int limit, Optional<String> cursor) {
    var reach = authority.toReadRequests(caller, tenant);
    return sessions.activity(reach.tenant(), readable(reach), wanted, limit, cursor);
  }

  /**
   * What one engineer did, among the newest {@link #LOOKED_AT_MAX} things done, newest first; where
   * there is a next page, it is not known whether they did more.
   *
   * @param engineer as the customer is shown them
   * @param limit at most so many
   */
  public Page<ActivityJson> of(String engineer, Caller caller, String tenant, int limit) {
    var reach = authority.toReadRequests(caller, tenant);
    var readable = readable(reach);
    var wanted = WantedActivity.of(engineer);
    return Page.readOn(
        limit,
        LOOKS_MAX,
        (some, cursor) -> sessions.activity(reach.tenant(), readable, wanted, some, cursor));
  }

  private Predicate<SessionEvent> readable(Reach reach) {
    var requests = requests(reach);
    return event -> event.about().map(requests::test).orElse(reach.readsEverything());
  }

  /** Those that the caller may read; each is looked at once. */
  private Predicate<RequestId> requests(Reach reach) {
    var known = new HashMap<RequestId, Boolean>();
    return request ->
        reach.readsEverything()
            || known.computeIfAbsent(request, one -> chronicle.isReadable(one, reach));
  }
}
