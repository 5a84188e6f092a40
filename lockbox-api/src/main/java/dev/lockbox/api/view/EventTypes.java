package dev.lockbox.api.view;

import dev.lockbox.api.problem.Code;
import dev.lockbox.api.problem.ProblemException;
import dev.lockbox.domain.CommandRefused;
import dev.lockbox.domain.ExclusionEvent;
import dev.lockbox.domain.GrantsEvent;
import dev.lockbox.domain.RequestEvent;
import dev.lockbox.domain.SessionEvent;
import dev.lockbox.domain.TenantEvent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The names of what may happen, for whoever looks for some of it; in the order of the alphabet. */
public final class EventTypes {
  /** What engineers did, or what was found of it. */
  public static final List<String> OF_ACTIVITY = names(SessionEvent.class);

  /** What a request's timeline tells. */
  public static final List<String> OF_TIMELINE =
      names(RequestEvent.class, SessionEvent.class, CommandRefused.class);

  /** What happens at a customer, and its people are told of; of roles the provider alone reads. */
  public static final List<String> OF_CUSTOMER =
      names(
          RequestEvent.class,
          SessionEvent.class,
          CommandRefused.class,
          TenantEvent.class,
          GrantsEvent.class,
          ExclusionEvent.class);

  private EventTypes() {}

  /**
   * @throws ProblemException INVALID_REQUEST for none of these: nothing would ever be found, and
   *     that be taken for nothing having happened
   */
  public static String known(List<String> types, String name) {
    if (!types.contains(name)) {
      throw new ProblemException(
          Code.INVALID_REQUEST, "type must be one of %s".formatted(String.join(", ", types)));
    }
    return name;
  }

  static List<String> names(Class<?>... families) {
    return Arrays.stream(families)
        .flatMap(EventTypes::members)
        .map(Class::getSimpleName)
        .sorted()
        .toList();
  }

  private static Stream<Class<?>> members(Class<?> family) {
    return family.isSealed()
        ? Arrays.stream(family.getPermittedSubclasses()).flatMap(EventTypes::members)
        : Stream.of(family);
  }
}
