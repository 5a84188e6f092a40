package dev.lockbox.api.view;

import dev.lockbox.api.problem.Problem;
import dev.lockbox.api.problem.ProblemException;
import dev.lockbox.api.security.Caller;
import dev.lockbox.api.security.ProviderAuthority;
import dev.lockbox.domain.AccessRequest;
import dev.lockbox.domain.Opening;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.TenantId;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Customers' requests as the provider's own people may read them: the engineer, whoever may decide
 * inside the provider, and the provider's administrators and auditors. The one place that asks who
 * may, whatever shows them. Every method throws {@link ProblemException}: NOT_FOUND for who is not
 * the provider's, NO_SUCH_REQUEST where there is nothing for this caller.
 */
@Singleton
public final class InternalRequests {
  private final ProviderAuthority authority;
  private final View view;

  InternalRequests(ProviderAuthority authority, View view) {
    this.authority = authority;
    this.view = view;
  }

  /**
   * What of a customer's waits for the provider's own approvers, newest first.
   *
   * @param limit at most so many
   */
  public Page<RequestJson> list(Caller caller, String tenant, int limit, Optional<String> cursor) {
    return view.listInside(
        customer(caller, tenant),
        state -> state.opened().filter(opening -> mayRead(caller, opening)).isPresent(),
        limit,
        cursor);
  }

  /** One request as it stands now. */
  public RequestJson get(Caller caller, String tenant, String id) {
    var request = id(caller, tenant, id);
    return view.find(request)
        .flatMap(AccessRequest::opened)
        .filter(opening -> mayRead(caller, opening))
        .flatMap(readable -> view.show(request))
        .orElseThrow(InternalRequests::noSuchRequest);
  }

  /** The newest verdict on a decision of the caller's own; empty while there is none. */
  public Optional<EventJson> verdictOn(
      Caller caller, String tenant, String id, DecisionId decision) {
    var attempt = new Attempt(caller.person(), decision);
    return view.showVerdictOn(id(caller, tenant, get(caller, tenant, id).id()), attempt);
  }

  /** Of a customer that is registered; whether there is such a request is looked at later. */
  public RequestId id(Caller caller, String tenant, String id) {
    return RequestIds.parse(customer(caller, tenant), id);
  }

  /** Whether there is such a request, and the caller may read it. */
  public boolean isReadable(Caller caller, RequestId request) {
    return view.find(request)
        .flatMap(AccessRequest::opened)
        .filter(opening -> mayRead(caller, opening))
        .isPresent();
  }

  private boolean mayRead(Caller caller, Opening opening) {
    return opening.isNamedInside(caller.person())
        || opening.asked().engineer().equals(caller.person())
        || authority.readsOfAll(caller, caller.tenant());
  }

  /** The customer of this name, to somebody of the provider's. */
  public TenantId customer(Caller caller, String tenant) {
    authority.toTakePart(caller);
    return RequestIds.tenant(tenant)
        .filter(known -> view.find(known).isPresent())
        .orElseThrow(InternalRequests::noSuchRequest);
  }

  private static ProblemException noSuchRequest() {
    return new ProblemException(Problem.noSuchRequest());
  }
}
