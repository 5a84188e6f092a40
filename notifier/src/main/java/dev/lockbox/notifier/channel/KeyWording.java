package dev.lockbox.notifier.channel;

import dev.lockbox.domain.ApproverKeyEvent;
import dev.lockbox.domain.ApproverKeyEvent.ApproverKeyConfirmed;
import dev.lockbox.domain.ApproverKeyEvent.ApproverKeyRegistered;
import dev.lockbox.domain.ApproverKeyEvent.ApproverKeyWithdrawn;
import dev.lockbox.domain.SigningEvent;
import dev.lockbox.domain.SigningEvent.DecisionSigned;
import dev.lockbox.domain.signature.KeyId;
import dev.lockbox.notifier.channel.Page.Fact;
import java.util.List;

/** What a letter says of keys by which people sign, and of what they signed. */
final class KeyWording {
  private KeyWording() {}

  static String happened(ApproverKeyEvent event) {
    return switch (event) {
      case ApproverKeyRegistered registered -> "a key was registered";
      case ApproverKeyConfirmed confirmed -> "a key was agreed to";
      case ApproverKeyWithdrawn withdrawn -> "a key was withdrawn";
    };
  }

  static String headline(ApproverKeyEvent event) {
    var actor = Shown.id(event.by().actor().value());
    return switch (event) {
      case ApproverKeyRegistered registered ->
          "%s registered a key of theirs to sign approvals with. It is taken once an administrator"
                  .formatted(actor)
              + " who is somebody else agrees. If they did not do this, withdraw it.";
      case ApproverKeyConfirmed confirmed ->
          "%s agreed to a key. What it signs is taken from %s on. If that is wrong, withdraw it."
              .formatted(actor, Times.shown(confirmed.holdsFrom()));
      case ApproverKeyWithdrawn withdrawn ->
          "%s withdrew a key. Nothing that it signs is taken any more; what was approved with it"
                  .formatted(actor)
              + " stands.";
    };
  }

  static List<Fact> facts(ApproverKeyEvent event) {
    return switch (event) {
      case ApproverKeyRegistered registered ->
          List.of(
              key(registered.key().id()),
              Fact.of("Kind", Shown.id(registered.key().kind().name())));
      case ApproverKeyConfirmed confirmed -> List.of(key(confirmed.key()));
      case ApproverKeyWithdrawn withdrawn -> List.of(key(withdrawn.key()));
    };
  }

  private static Fact key(KeyId key) {
    return Fact.of("Key", Shown.id(key.hex()));
  }

  static String happened(SigningEvent event) {
    return switch (event) {
      case DecisionSigned signed -> "an approval was signed";
    };
  }

  static String headline(SigningEvent event) {
    return switch (event) {
      case DecisionSigned signed ->
          "%s signed their approval.".formatted(Shown.id(signed.by().actor().value()));
    };
  }
}
