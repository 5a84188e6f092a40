package dev.lockbox.domain;

import dev.lockbox.domain.rules.Policy;
import dev.lockbox.domain.rules.Settings;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;

/** What a tenant has set, where a test speaks of few of its parts. */
public final class Policies {
  private Policies() {}

  /** Nothing is set but these parts, each known by its type. */
  public static Policy having(Object... parts) {
    return but(Policy.DEFAULT, parts);
  }

  /** The same, but for these parts, each known by its type. */
  public static Policy but(Policy policy, Object... parts) {
    try {
      var components = Policy.class.getRecordComponents();
      var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class[]::new);
      var values = new Object[components.length];
      for (var i = 0; i < values.length; i++) {
        values[i] = components[i].getAccessor().invoke(policy);
        for (var part : parts) {
          if (components[i].getType().isInstance(part)) {
            values[i] = part;
          }
        }
      }
      return Policy.class.getDeclaredConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException impossible) {
      throw new AssertionError(impossible);
    }
  }

  public static Settings settingsHaving(Object... parts) {
    return Settings.DEFAULTS.with(having(parts));
  }
}
