package dev.lockbox.service;

import dev.lockbox.service.setting.Given;
import io.micronaut.core.value.PropertyResolver;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * What of every customer's must be behind the lockbox, in {@code lockbox.guard-rails}; see
 * docs/configuration.md. The processor decides by it, and the API tells who keeps to it. A change
 * holds for what is opened from then on.
 */
public record GuardRailSettings(List<Rail> rails) {
  private static final String NAME = "lockbox.guard-rails";

  public GuardRailSettings {
    rails = List.copyOf(rails);
  }

  /** One of them, as it is written: what the words mean is not known here. */
  public record Rail(String id, List<String> tags, List<String> resources) {}

  /**
   * Reads the setting as it is: a rail that is misspelt must not be a rail that is missing.
   *
   * @throws IllegalArgumentException naming the place of what is not understood
   */
  public static GuardRailSettings in(PropertyResolver settings) {
    var rails = settings.getProperty(NAME, Object.class);
    var isElsewhere = rails.isEmpty() && settings.containsProperties(NAME);
    Require.that(!isElsewhere, "%s must be a list", NAME);
    return new GuardRailSettings(read(rails.orElse(List.of())));
  }

  /** In their order. */
  public <T> List<T> each(Function<Rail, T> meaning) {
    return rails.stream().map(meaning).toList();
  }

  private static List<Rail> read(Object given) {
    if (!(given instanceof List<?> rails)) {
      throw new IllegalArgumentException("%s must be a list, was %s".formatted(NAME, given));
    }
    return IntStream.range(0, rails.size())
        .mapToObj(
            i -> Given.read("%s[%s]".formatted(NAME, i), rails.get(i), GuardRailSettings::rail))
        .toList();
  }

  private static Rail rail(Given given) {
    return new Rail(
        given.text("id"),
        given.maybeTexts("tags").orElse(List.of()),
        given.maybeTexts("resources").orElse(List.of()));
  }
}
