package dev.lockbox.api.portal;

import dev.lockbox.api.view.ApproverKeysJson;
import dev.lockbox.api.view.ApproverKeysJson.ApproverKeyJson;
import dev.lockbox.api.view.PasskeyJson;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The keys by which a customer's people sign.
 *
 * @param tenant the customer
 * @param me who reads it, by their id
 * @param hasKeys whether they may have keys of their own
 * @param administers whether they may agree to another's key, and take any away
 * @param notice what became of what they just asked for; null for none
 * @param news where it hears of what happens; null for who may not follow it
 */
public record KeysPage(
    ApproverKeysJson now,
    String tenant,
    String me,
    boolean hasKeys,
    boolean administers,
    @Nullable Notice notice,
    @Nullable String news)
    implements Asking {
  /** Nobody does to a key of their own. */
  public boolean mayAgreeTo(ApproverKeyJson key) {
    return administers && key.holdsFrom() == null && !isMine(key);
  }

  public boolean mayWithdraw(ApproverKeyJson key) {
    return administers || hasKeys && isMine(key);
  }

  /** What an authenticator holds already, so that it makes no other one in its place. */
  public List<String> credentials() {
    return now.keys().stream()
        .filter(this::isMine)
        .flatMap(key -> Stream.ofNullable(key.passkey()))
        .map(PasskeyJson::credential)
        .toList();
  }

  private boolean isMine(ApproverKeyJson key) {
    return key.person().equals(me);
  }
}
