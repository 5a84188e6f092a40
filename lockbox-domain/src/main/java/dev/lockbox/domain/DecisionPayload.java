package dev.lockbox.domain;

import dev.lockbox.domain.RequestCommand.Approve;
import dev.lockbox.domain.decision.Fingerprint;
import dev.lockbox.domain.rules.Narrowing;
import dev.lockbox.domain.signature.KeyId;
import dev.lockbox.domain.signature.Payload;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What an approver signs: that this person says yes to this request of this tenant, as read in this
 * version and digested so, to no more than this, by this attempt and with this key. The reason is
 * no part of it: a person's words can be erased, and what is signed cannot.
 *
 * <p>The texts, in order: the layout's name; tenant; request; {@link RequestDigest} of the terms
 * that stood; {@code APPROVE}; decision id; version read; person; key; then, of what is less, the
 * number of actions and each, the number of resources and each (none for all), milliseconds of
 * access (empty for as long as was asked for), and {@link ConditionsContents}.
 */
public final class DecisionPayload {
  /** Another order or choice of parts is another layout. */
  private static final String LAYOUT = "lockbox-decision-v1";

  private DecisionPayload() {}

  /**
   * @param digest of the terms that stand
   */
  public static Payload of(Approve yes, Fingerprint digest, KeyId key) {
    var texts = new ArrayList<String>();
    texts.add(LAYOUT);
    texts.add(yes.tenant().value());
    texts.add(yes.request().value());
    texts.add(digest.hex());
    texts.add("APPROVE");
    texts.add(yes.by().id().value());
    texts.add(Long.toString(yes.ifVersion()));
    texts.add(yes.by().actor().value());
    texts.add(key.hex());
    Contents.addAll(texts, yes.narrowing().flatMap(Narrowing::actions).orElse(List.of()));
    Contents.addAll(texts, yes.narrowing().flatMap(Narrowing::resources).orElse(List.of()));
    texts.add(
        yes.narrowing()
            .flatMap(Narrowing::accessFor)
            .map(Duration::toMillis)
            .map(String::valueOf)
            .orElse(""));
    yes.narrowing().ifPresent(less -> ConditionsContents.add(texts, less.conditions()));
    return Payload.of(texts);
  }
}
