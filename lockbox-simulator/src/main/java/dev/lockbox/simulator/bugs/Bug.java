package dev.lockbox.simulator.bugs;

import dev.lockbox.simulator.variant.Flaw;
import dev.lockbox.simulator.variant.Rulebook;
import dev.lockbox.simulator.variant.Variant;
import java.util.Locale;

/**
 * A defect that can be switched on.
 *
 * @param name in words joined by hyphens
 * @param description in one line
 */
public record Bug(String name, String description, Variant variant) {
  static Bug rules(String name, String description, Rulebook broken) {
    return new Bug(name, description, Variant.deciding(broken));
  }

  static Bug shell(Flaw flaw) {
    var name = flaw.name().toLowerCase(Locale.ROOT).replace('_', '-');
    return new Bug(name, flaw.description(), Variant.with(flaw));
  }
}
