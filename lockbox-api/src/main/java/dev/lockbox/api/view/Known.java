package dev.lockbox.api.view;

import dev.lockbox.domain.AccessRequest;
import dev.lockbox.domain.AccessRequest.Pending;
import dev.lockbox.domain.RequestDigest;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.rules.Usual;
import dev.lockbox.events.message.RequestSnapshot;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A request as it stands, and how it was shown last: time alone, and what is usual, make something
 * else of it. Safe for several threads.
 */
final class Known {
  private final RequestId request;
  private final AccessRequest state;
  private final Optional<String> digest;
  private volatile @Nullable Look last;

  /**
   * @param holds the state at that time
   * @param usual what was usual then; empty where nobody decides
   */
  private record Look(WireState holds, Optional<Usual> usual, Shown shown) {
    boolean isStill(WireState now, Optional<Usual> usualNow) {
      return holds == now && usual.equals(usualNow);
    }
  }

  Known(RequestId request, AccessRequest state) {
    this.request = request;
    this.state = state;
    this.digest =
        state
            .opened()
            .flatMap(
                opening ->
                    RequestJson.terms(state)
                        .map(terms -> RequestDigest.of(request, opening, terms).hex()));
  }

  static Known of(RequestSnapshot kept) {
    return new Known(kept.request(), kept.state());
  }

  RequestId request() {
    return request;
  }

  AccessRequest state() {
    return state;
  }

  /**
   * The request as a client reads it at {@code now}.
   *
   * @param frozen whether the tenant's grants are
   * @param usually what is usual for such a request, where it waits for the customer
   */
  Shown show(boolean frozen, Function<Pending, Usual> usually, Instant now) {
    var holds = WireState.effective(state, frozen, now);
    var usual = waiting().map(usually);
    var look = last;
    if (look == null || !look.isStill(holds, usual)) {
      var advice = waiting().flatMap(waits -> usual.map(one -> AdviceJson.of(waits, one)));
      look = new Look(holds, usual, new Shown(json(holds, advice)));
      last = look;
    }
    return look.shown();
  }

  /** The same as it was once, with nothing said beside it. */
  RequestJson then(boolean frozen, Instant then) {
    return json(WireState.effective(state, frozen, then), Optional.empty());
  }

  private RequestJson json(WireState holds, Optional<AdviceJson> advice) {
    return RequestJson.of(request, state, holds, digest, advice);
  }

  private Optional<Pending> waiting() {
    return state instanceof Pending pending ? Optional.of(pending) : Optional.empty();
  }
}
