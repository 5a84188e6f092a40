package dev.lockbox.domain.rules;

import dev.lockbox.domain.evaluation.Details;
import dev.lockbox.domain.evaluation.Railed;
import dev.lockbox.domain.identity.ResourceName;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What must be behind the lockbox, of one customer's own or of all customers' of the provider's.
 * Source: docs/rules.md, guard rails.
 *
 * @param given each id once; at most {@value #GIVEN_MAX}
 */
public record GuardRails(List<GuardRail> given) implements Policy.Part {
  public static final int GIVEN_MAX = 32;
  public static final GuardRails NONE = new GuardRails(List.of());

  public GuardRails {
    given = List.copyOf(given);
    Bounds.atMost("guard rails", given, GIVEN_MAX);
    var ids = given.stream().map(GuardRail::id).toList();
    if (new HashSet<>(ids).size() != ids.size()) {
      throw new IllegalArgumentException("each guard rail must be given once, were " + ids);
    }
  }

  /** Whether all that the others demand is demanded by these too, in the same words. */
  public boolean holdAllOf(GuardRails others) {
    return given.containsAll(others.given);
  }

  /** The first that names what would leave the lockbox by this change. */
  public Optional<GuardRail> against(Enrolment now, Enrolment wanted) {
    return given.stream().filter(rail -> rail.names(now, wanted)).findFirst();
  }

  /**
   * What of these resources they are about, in their order.
   *
   * @param enrolment by which a resource is behind the lockbox or not
   */
  Stream<Railed> railed(List<ResourceName> asked, Details said, Enrolment enrolment) {
    return given.stream()
        .flatMap(
            rail ->
                asked.stream()
                    .filter(one -> rail.isAbout(one, said))
                    .map(one -> new Railed(rail.id(), one, enrolment.coversAnyOf(List.of(one)))));
  }
}
