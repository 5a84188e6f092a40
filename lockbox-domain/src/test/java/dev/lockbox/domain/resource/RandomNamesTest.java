package dev.lockbox.domain.resource;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.domain.identity.ActionName;
import dev.lockbox.domain.identity.ResourceName;
import dev.lockbox.domain.resource.Standing.Supported;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever is written for a resource or an action, it does not fit unless a supported type has a
 * form for the name and lists the action for that form. What a form is, is worked out here anew,
 * from its text. Replay one run with {@code -Dlockbox.seed=…}.
 */
class RandomNamesTest {
  private static final int TRIES = 50_000;
  private static final List<ResourceType> TYPES = Catalogue.BUILT_IN.types();
  private static final List<String> SPOILS =
      List.of("..", "%2e%2e", "/", "//", "/./", "*", "?", ";", "#", "\\", "A", "x", "-", "{vm}");
  private static final String SEGMENT = "[A-Za-z0-9_][A-Za-z0-9._:@+-]{0,252}";

  static LongStream seeds() {
    return Optional.ofNullable(Long.getLong("lockbox.seed"))
        .map(LongStream::of)
        .orElseGet(() -> LongStream.of(1, 2, ThreadLocalRandom.current().nextLong()));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void nothingFitsThatNoTypeHasAFormAndAnActionFor(long seed) {
    var random = new SplittableRandom(seed);
    var fitting = 0;
    for (var i = 0; i < TRIES; i++) {
      var name = name(random);
      var action = action(random);
      if (Catalogue.BUILT_IN.firstMisfit(List.of(action), List.of(name)).isEmpty()) {
        assertThat(isListed(action, name))
            .as("%s on %s; replay with -Dlockbox.seed=%d", action, name, seed)
            .isTrue();
        fitting++;
      }
    }
    assertThat(fitting).as("of %d tries", TRIES).isGreaterThan(TRIES / 1000);
  }

  private static boolean isListed(ActionName action, ResourceName name) {
    return TYPES.stream()
        .anyMatch(
            type ->
                type.forms().stream()
                    .anyMatch(form -> hasForm(name, form) && lists(type, action, form)));
  }

  private static boolean lists(ResourceType type, ActionName action, NameForm form) {
    return type.standing() instanceof Supported supported
        && supported.actions().stream()
            .anyMatch(
                each -> each.name().equals(action) && each.appliesTo().contains(form.label()));
  }

  private static boolean hasForm(ResourceName name, NameForm form) {
    var regex =
        Stream.of(form.pattern().substring(1).split("/"))
            .map(
                part ->
                    part.endsWith("...}")
                        ? "%s(/%s)*".formatted(SEGMENT, SEGMENT)
                        : part.startsWith("{") ? SEGMENT : Pattern.quote(part))
            .collect(Collectors.joining("/", "/", ""));
    return name.value().matches(regex);
  }

  private static ResourceName name(RandomGenerator random) {
    var type = anyOf(TYPES, random);
    var filled = new StringBuilder(anyOf(type.forms(), random).pattern());
    for (var open = filled.indexOf("{"); open >= 0; open = filled.indexOf("{")) {
      var word = anyOf(List.of("openshift-etcd", "a", "Secret", "web-1", "vms"), random);
      filled.replace(open, filled.indexOf("}", open) + 1, word);
    }
    for (var spoilt = random.nextInt(3); spoilt > 0; spoilt--) {
      filled.insert(random.nextInt(filled.length() + 1), anyOf(SPOILS, random));
    }
    return new ResourceName(filled.toString());
  }

  private static ActionName action(RandomGenerator random) {
    var actions =
        TYPES.stream()
            .filter(type -> type.standing() instanceof Supported)
            .flatMap(type -> ((Supported) type.standing()).actions().stream())
            .map(each -> each.name().value())
            .toList();
    var action = anyOf(actions, random);
    return new ActionName(
        switch (random.nextInt(10)) {
          case 0 -> action + ".more";
          case 1 -> action.substring(0, action.lastIndexOf('.'));
          case 2 -> action.toUpperCase(Locale.ROOT);
          default -> action;
        });
  }

  private static <T> T anyOf(List<T> choices, RandomGenerator random) {
    return choices.get(random.nextInt(choices.size()));
  }
}
