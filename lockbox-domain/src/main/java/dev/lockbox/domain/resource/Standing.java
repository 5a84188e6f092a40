package dev.lockbox.domain.resource;

import dev.lockbox.domain.identity.ActionName;
import java.util.List;
import java.util.Optional;

/** Whether anything can be asked of resources of a type, and what. */
public sealed interface Standing {
  /**
   * This and nothing else.
   *
   * @param actions by distinct names; 1 to 64
   * @param denied wins over what the actions allow; at most 64
   */
  record Supported(List<Action> actions, List<Denial> denied) implements Standing {
    private static final int ACTIONS_MAX = 64;
    private static final int DENIED_MAX = 64;

    public Supported {
      actions = Text.some("actions of a resource type", actions, ACTIONS_MAX);
      Text.distinct("actions of a resource type", actions.stream().map(Action::name).toList());
      denied = List.copyOf(denied);
      Text.require(
          denied.size() <= DENIED_MAX,
          "denials must be at most %s, were %s",
          DENIED_MAX,
          denied.size());
    }

    Optional<Action> action(ActionName name) {
      return actions.stream().filter(action -> action.name().equals(name)).findFirst();
    }

    Optional<Denial> firstDenial(ActionName action, Path asked) {
      return denied.stream().filter(denial -> denial.denies(action, asked)).findFirst();
    }
  }

  /**
   * Nothing, since the way it is deployed is not supported.
   *
   * @param help where its owner reads what to do; https, at most 200 characters
   */
  record UnsupportedModel(String help) implements Standing {
    public UnsupportedModel {
      Text.link("help", help);
    }
  }

  /** Nothing, ever: who passes through it must have no rights on it. */
  record NeverGranted() implements Standing {}
}
