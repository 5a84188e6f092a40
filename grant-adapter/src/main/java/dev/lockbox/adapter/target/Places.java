package dev.lockbox.adapter.target;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Where at a target that stands which a grant allows. Asks nobody. */
public interface Places {
  /** Where every grant has its own. */
  Places OF_EACH_GRANT = new OfEachGrant();

  /**
   * As what each of them is listed there once it is set up, to the letter; several grants may have
   * one place. What is left out can stand nowhere.
   *
   * @param ofOneGrant all that one grant allows
   */
  Map<Assignment, Listed> places(Collection<Assignment> ofOneGrant);

  /** Whether what stands under one of these ids could let somebody do it, whatever it says. */
  boolean couldBe(Set<String> ids, Assignment one);

  /** The same of what may stand under ids that begin so. */
  boolean couldBeUnder(Set<String> beginnings, Assignment one);

  /** The id is the assignment's own. */
  record OfEachGrant() implements Places {
    @Override
    public Map<Assignment, Listed> places(Collection<Assignment> ofOneGrant) {
      return ofOneGrant.stream()
          .distinct()
          .collect(Collectors.toUnmodifiableMap(Function.identity(), Listed::of));
    }

    @Override
    public boolean couldBe(Set<String> ids, Assignment one) {
      return ids.contains(one.id());
    }

    @Override
    public boolean couldBeUnder(Set<String> beginnings, Assignment one) {
      return beginnings.stream().anyMatch(one.id()::startsWith);
    }
  }
}
