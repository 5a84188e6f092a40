package dev.lockbox.api.portal;

import dev.lockbox.api.view.RequestJson;
import dev.lockbox.api.view.WireState;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * One request, as the provider's own approvers read it.
 *
 * @param stepUp where they prove once more who they are, which a yes takes; null where they just
 *     did
 * @param notice what became of the decision they just made; null for none
 * @param news where it hears of what happens
 */
public record InsidePage(
    RequestJson request, @Nullable URI stepUp, @Nullable Notice notice, String news)
    implements Asking {
  /** Whether it still waits for a yes inside the provider. */
  public boolean isWaiting() {
    return request.state() == WireState.AWAITING_INTERNAL_APPROVAL;
  }
}
