package dev.lockbox.api.view;

import dev.lockbox.domain.AccessRequest;
import dev.lockbox.domain.AccessRequest.Granted;
import dev.lockbox.domain.AccessRequest.Pending;
import dev.lockbox.domain.AccessRequest.Scheduled;
import dev.lockbox.domain.Recorded;
import dev.lockbox.domain.RequestDigest;
import dev.lockbox.domain.SigningEvent.DecisionSigned;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.signature.Payload;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * By whose signatures a grant stands, as its own timeline tells it up to the grant. A yes that was
 * signed is recorded with its signature or not at all, and no yes is taken back but by an end of
 * the request: so each that is found is one on which the grant stands.
 */
@Singleton
public final class SignedYeses {
  /** Entries of a timeline that are looked at; most requests have come to a grant by ten. */
  static final int LOOKED_MAX = 1000;

  private final View view;
  private final ViewStores stores;
  private final int lookedMax;

  @Inject
  SignedYeses(View view, ViewStores stores) {
    this(view, stores, LOOKED_MAX);
  }

  SignedYeses(View view, ViewStores stores, int lookedMax) {
    this.view = view;
    this.stores = stores;
    this.lookedMax = lookedMax;
  }

  /**
   * In the order in which they were said; none where nobody signed. What was signed behind the
   * first {@value #LOOKED_MAX} entries is not among them.
   */
  public List<SignedYes> under(RequestId request) {
    var range = Keys.timelineAfter(request, 0);
    var found = new ArrayList<SignedYes>();
    var stood = Stood.NOT_YET;
    try (var scan =
        stores.of(ViewStores.TIMELINE, request.tenant()).range(range.from(), range.to())) {
      for (var looked = 0;
          scan.hasNext() && looked < lookedMax && !isGranted(stood.state());
          looked++) {
        var recorded = view.decode(request.tenant(), scan.next().value);
        signed(stood.state(), recorded).ifPresent(found::add);
        stood = stood.with(recorded);
      }
    }
    return found;
  }

  private static boolean isGranted(AccessRequest state) {
    return state instanceof Granted || state instanceof Scheduled;
  }

  /**
   * @param before what stood when the approver said it
   */
  private static Optional<SignedYes> signed(AccessRequest before, Recorded recorded) {
    if (recorded.event() instanceof DecisionSigned signed && before instanceof Pending pending) {
      var read = RequestDigest.texts(signed.request(), pending.opening(), pending.terms());
      return Optional.of(new SignedYes(signed, Payload.of(read)));
    }
    return Optional.empty();
  }
}
