package dev.lockbox.domain.resource;

import dev.lockbox.domain.identity.ActionName;
import dev.lockbox.domain.identity.ResourceName;
import dev.lockbox.domain.resource.Standing.NeverGranted;
import dev.lockbox.domain.resource.Standing.Supported;
import dev.lockbox.domain.resource.Standing.UnsupportedModel;
import java.util.Map;
import java.util.Optional;

/**
 * A resource whose name was understood.
 *
 * @param found what stands at the parts of the name that have names
 */
record Resource(
    ResourceName name, Path path, ResourceType type, NameForm form, Map<String, String> found) {

  /** Nothing can be asked of a resource of this type. */
  Optional<Misfit> outOfReach() {
    return switch (type.standing()) {
      case Supported supported -> Optional.empty();
      case UnsupportedModel model -> Optional.of(Misfit.unsupportedModel(name, type, model.help()));
      case NeverGranted never -> Optional.of(Misfit.neverGranted(name, type));
    };
  }

  boolean has(ActionName asked) {
    return action(asked).isPresent();
  }

  /** Nothing comes of an action here that does not apply. */
  Risk riskOf(ActionName asked) {
    return action(asked).map(Action::risk).orElse(Risk.LOW);
  }

  /** The action applies to this resource, but is not allowed where it is. */
  Optional<Misfit> notHere(ActionName asked) {
    return action(asked).flatMap(action -> denied(action).or(() -> unmet(action)));
  }

  private Optional<Misfit> denied(Action action) {
    return supported()
        .flatMap(type -> type.firstDenial(action.name(), path))
        .map(denial -> Misfit.denied(action.name(), this, denial));
  }

  private Optional<Misfit> unmet(Action action) {
    return action.unmet(found).map(only -> Misfit.notAllowedHere(action.name(), this, only));
  }

  private Optional<Action> action(ActionName asked) {
    return supported().flatMap(type -> type.action(asked)).filter(action -> action.appliesTo(form));
  }

  private Optional<Supported> supported() {
    return type.standing() instanceof Supported supported
        ? Optional.of(supported)
        : Optional.empty();
  }
}
