package dev.lockbox.domain.rules;

import java.util.List;

/**
 * Routes by what is said of a request, besides those by what it is for.
 *
 * @param given at most {@value #GIVEN_MAX}
 */
public record DetailedRoutes(List<DetailedRoute> given) implements Policy.Part {
  public static final int GIVEN_MAX = 100;
  public static final DetailedRoutes NONE = new DetailedRoutes(List.of());

  public DetailedRoutes {
    given = List.copyOf(given);
    Bounds.atMost("routes by details", given, GIVEN_MAX);
  }
}
