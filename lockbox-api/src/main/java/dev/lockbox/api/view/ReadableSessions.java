package dev.lockbox.api.view;

import dev.lockbox.api.problem.Problem;
import dev.lockbox.api.problem.ProblemException;
import dev.lockbox.api.security.Authority;
import dev.lockbox.api.security.Caller;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/**
 * Engineers' sessions at a customer, as a caller may read them, who must be allowed to read
 * everything of the customer's: the one place that asks for it, whatever shows them. Every method
 * throws {@link ProblemException}: NO_SUCH_REQUEST or NO_ROLE.
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

  ReadableSessions(Authority authority, View view, SessionView sessions) {
    this.authority = authority;
    this.view = view;
    this.sessions = sessions;
  }

  /**
   * Sessions under one grant, and what was made of it.
   *
   * @param items open ones and those that are over; of more than the most, some
   * @param use empty where nothing was told of it
   */
  public record OfRequest(List<SessionJson> items, Optional<UseJson> use) {}

  public OfRequest of(Caller caller, String tenant, String id) {
    var request = RequestIds.parse(authority.toRead(caller, tenant), id);
    if (view.showToCustomer(request, any -> true).isEmpty()) {
      throw new ProblemException(Problem.noSuchRequest());
    }
    return new OfRequest(sessions.sessionsOf(request), sessions.useOf(request));
  }

  /** Those that are open; of more than the most, some. */
  public List<SessionJson> open(Caller caller, String tenant) {
    return sessions.openSessions(authority.toRead(caller, tenant));
  }

  /**
   * What engineers did, newest first.
   *
   * @param limit at most so many
   * @throws ProblemException INVALID_REQUEST too, when the cursor is not of this list
   */
  public Page<ActivityJson> activity(
      Caller caller, String tenant, WantedActivity wanted, int limit, Optional<String> cursor) {
    return sessions.activity(authority.toRead(caller, tenant), wanted, limit, cursor);
  }

  /**
   * What one engineer did, among the newest {@link #LOOKED_AT_MAX} things done, newest first; where
   * there is a next page, it is not known whether they did more.
   *
   * @param engineer as the customer is shown them
   * @param limit at most so many
   */
  public Page<ActivityJson> of(String engineer, Caller caller, String tenant, int limit) {
    var readable = authority.toRead(caller, tenant);
    var wanted = WantedActivity.of(engineer);
    return Page.readOn(
        limit, LOOKS_MAX, (some, cursor) -> sessions.activity(readable, wanted, some, cursor));
  }
}
