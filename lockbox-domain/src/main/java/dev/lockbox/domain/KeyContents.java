package dev.lockbox.domain;

import dev.lockbox.domain.ApproverKeyCommand.ConfirmApproverKey;
import dev.lockbox.domain.ApproverKeyCommand.RegisterApproverKey;
import dev.lockbox.domain.ApproverKeyCommand.WithdrawApproverKey;
import java.util.List;

/**
 * What is asked of keys, as texts; see {@link Contents}. How it is proven is no part of that: who
 * signs the same again makes another signature.
 */
final class KeyContents {
  private KeyContents() {}

  static void add(List<String> parts, ApproverKeyCommand command) {
    switch (command) {
      case RegisterApproverKey register -> register.addKey(parts);
      case ConfirmApproverKey confirm -> parts.add(confirm.key().hex());
      case WithdrawApproverKey withdraw -> parts.add(withdraw.key().hex());
    }
  }
}
