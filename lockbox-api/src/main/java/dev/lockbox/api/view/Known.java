package dev.lockbox.api.view;

import dev.lockbox.domain.AccessRequest;
import dev.lockbox.domain.RequestDigest;
import dev.lockbox.domain.identity.RequestId;
import java.util.Optional;

/**
 * A request as it stands, and what is the same of it whenever it is looked at.
 *
 * @param digest {@link RequestDigest} of what a yes grants, in hexadecimal; empty where nothing was
 *     asked for
 */
record Known(AccessRequest state, Optional<String> digest) {
  static Known of(RequestId request, AccessRequest state) {
    return new Known(
        state,
        state
            .opened()
            .flatMap(
                opening ->
                    RequestJson.terms(state)
                        .map(terms -> RequestDigest.of(request, opening, terms).hex())));
  }
}
