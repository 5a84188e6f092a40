package dev.lockbox.adapter.target;

import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Where at a target that stands which a grant allows. */
@FunctionalInterface
public interface Places {
  /** Where every grant has its own. */
  Places OF_EACH_GRANT =
      ofOneGrant ->
          ofOneGrant.stream()
              .distinct()
              .collect(Collectors.toUnmodifiableMap(Function.identity(), Listed::of));

  /**
   * As what each of them is listed there once it is set up, to the letter; several grants may have
   * one place. What is left out can stand nowhere. Asks nobody.
   *
   * @param ofOneGrant all that one grant allows
   */
  Map<Assignment, Listed> places(Collection<Assignment> ofOneGrant);
}
