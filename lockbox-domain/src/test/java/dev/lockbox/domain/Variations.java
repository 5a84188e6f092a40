package dev.lockbox.domain;

import dev.lockbox.domain.identity.PersonalText;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The same value with one thing changed, in every way that its types allow. */
final class Variations {
  private Variations() {}

  /** Of a record, down to the last part of its parts; what its bounds refuse is left out. */
  static Stream<Object> of(Record value, String... unchanged) {
    var components = value.getClass().getRecordComponents();
    return IntStream.range(0, components.length)
        .filter(i -> !List.of(unchanged).contains(components[i].getName()))
        .boxed()
        .flatMap(
            i ->
                any(read(components[i], value))
                    .flatMap(changed -> with(value, components, i, changed).stream()));
  }

  private static Stream<Object> any(Object value) {
    return switch (value) {
      case PersonalText words -> of(words, "subject");
      case Record part -> of(part);
      case Optional<?> some ->
          Stream.concat(
              some.stream().map(one -> Optional.empty()),
              some.stream().flatMap(Variations::any).map(Optional::of));
      case List<?> all -> elements(all, ArrayList::new);
      case Set<?> all -> elements(all, LinkedHashSet::new);
      case Map<?, ?> all -> entries(all);
      case Enum<?> one ->
          Stream.<Object>of(one.getDeclaringClass().getEnumConstants())
              .filter(other -> other != one);
      case Boolean flag -> Stream.of(!flag);
      case Integer number -> Stream.of(number + 1);
      case Long number -> Stream.of(number + 1);
      case String text -> Stream.of(text + "x");
      case Duration time -> Stream.of(time.plusSeconds(1), time.minusSeconds(1));
      case Instant at -> Stream.of(at.plusSeconds(1));
      case LocalTime at -> Stream.of(at.plusMinutes(1));
      case ZoneId zone -> Stream.of(ZoneId.of("Asia/Tokyo"));
      default -> throw new AssertionError("no variation of " + value.getClass());
    };
  }

  /** One of them left out, and one of them changed. */
  private static Stream<Object> elements(
      Collection<?> all, Function<Collection<?>, Collection<Object>> copy) {
    return List.copyOf(all).stream()
        .flatMap(
            one ->
                Stream.concat(
                    Stream.of(without(all, one, copy)),
                    any(one)
                        .map(
                            changed -> {
                              var others = without(all, one, copy);
                              others.add(changed);
                              return others;
                            })));
  }

  private static Collection<Object> without(
      Collection<?> all, Object one, Function<Collection<?>, Collection<Object>> copy) {
    var others = copy.apply(all);
    others.remove(one);
    return others;
  }

  private static Stream<Object> entries(Map<?, ?> all) {
    return all.keySet().stream()
        .flatMap(
            key ->
                Stream.of(
                        Stream.of(without(all, key)),
                        any(key).map(other -> with(without(all, key), other, all.get(key))),
                        any(all.get(key)).map(other -> with(without(all, key), key, other)))
                    .flatMap(Function.identity()));
  }

  private static Map<Object, Object> without(Map<?, ?> all, Object key) {
    var others = new LinkedHashMap<Object, Object>(all);
    others.remove(key);
    return others;
  }

  private static Map<Object, Object> with(Map<Object, Object> all, Object key, Object value) {
    all.put(key, value);
    return all;
  }

  private static Object read(RecordComponent component, Record value) {
    try {
      var accessor = component.getAccessor();
      accessor.setAccessible(true);
      return Objects.requireNonNull(accessor.invoke(value));
    } catch (ReflectiveOperationException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private static Optional<Object> with(
      Record value, RecordComponent[] components, int place, Object changed) {
    var arguments =
        IntStream.range(0, components.length)
            .mapToObj(i -> i == place ? changed : read(components[i], value))
            .toArray();
    try {
      var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class[]::new);
      var constructor = value.getClass().getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return Optional.of(constructor.newInstance(arguments));
    } catch (InvocationTargetException refused) {
      return Optional.empty();
    } catch (ReflectiveOperationException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
