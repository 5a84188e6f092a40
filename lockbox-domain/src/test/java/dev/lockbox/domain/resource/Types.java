package dev.lockbox.domain.resource;

import dev.lockbox.domain.identity.ActionName;
import dev.lockbox.domain.identity.ResourceName;
import dev.lockbox.domain.resource.Standing.Supported;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Types in as few words as a test needs, and what a catalogue says to what is asked for. */
public final class Types {
  private Types() {}

  /** Supported, of one form of names, which is called {@code thing}. */
  public static ResourceType type(String id, String pattern, String... actions) {
    return denying(id, pattern, List.of(), actions);
  }

  public static ResourceType denying(
      String id, String pattern, List<Denial> denied, String... actions) {
    return new ResourceType(
        id,
        "A thing of this test",
        List.of(NameForm.of("thing", pattern)),
        new Supported(Stream.of(actions).map(name -> action(name)).toList(), denied));
  }

  static Action action(String name, Only... only) {
    return new Action(new ActionName(name), Risk.LOW, List.of("thing"), List.of(only));
  }

  static Optional<Misfit> misfit(Catalogue catalogue, String action, String... resources) {
    return misfit(catalogue, List.of(action), List.of(resources));
  }

  static Optional<Misfit> misfit(
      Catalogue catalogue, List<String> actions, List<String> resources) {
    return catalogue.firstMisfit(
        actions.stream().map(ActionName::new).toList(),
        resources.stream().map(ResourceName::new).toList());
  }
}
