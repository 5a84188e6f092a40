package dev.lockbox.notifier.channel;

import dev.lockbox.domain.RulesEvent;
import dev.lockbox.domain.RulesEvent.ConditionsRequired;
import dev.lockbox.domain.RulesEvent.DeniedByRule;
import dev.lockbox.domain.RulesEvent.GrantedByRule;
import dev.lockbox.domain.identity.Code;
import dev.lockbox.domain.identity.PersonalText;
import java.util.Optional;

/** What a letter says of what a tenant's rules made of a request by themselves. */
final class RulesWording {
  private RulesWording() {}

  static String happened(Letter letter, RulesEvent event) {
    return switch (event) {
      case ConditionsRequired required -> "conditions are demanded";
      case GrantedByRule granted -> unasked(granted).happened(letter);
      case DeniedByRule denied -> "denied by your rule";
    };
  }

  static String headline(Letter letter, RulesEvent event, String engineer) {
    return switch (event) {
      case ConditionsRequired required ->
          "What %s asks for is granted under conditions only.".formatted(engineer);
      case GrantedByRule granted -> unasked(granted).headline(letter, engineer);
      case DeniedByRule denied ->
          "No access was granted to %s. Nobody was asked: your rule %s denies this."
              .formatted(engineer, shown(denied.rule()));
    };
  }

  /** Why, in the words of whoever asked. */
  static Optional<PersonalText> words(RulesEvent event) {
    return switch (event) {
      case ConditionsRequired required -> Optional.empty();
      case GrantedByRule granted -> Optional.of(granted.asked().justification());
      case DeniedByRule denied -> Optional.of(denied.asked().justification());
    };
  }

  private static UnaskedWording unasked(GrantedByRule granted) {
    var why = "your rule %s approves this".formatted(shown(granted.rule()));
    return new UnaskedWording(granted.accessUntil(), "by your rule", why);
  }

  private static String shown(Code rule) {
    return Shown.id(rule.value());
  }
}
