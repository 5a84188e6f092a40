package dev.lockbox.domain.resource;

import dev.lockbox.domain.decision.Refusal;
import dev.lockbox.domain.identity.ActionName;
import dev.lockbox.domain.identity.ResourceName;

/**
 * Why what is asked for does not fit the catalogue.
 *
 * @param detail for people: what was expected, what was found
 */
public record Misfit(Refusal refusal, String detail) {
  static Misfit unknownType(ResourceName name) {
    return new Misfit(
        Refusal.UNSUPPORTED_RESOURCE_TYPE,
        "resource %s is of no type in the catalogue".formatted(name));
  }

  static Misfit unsupportedModel(ResourceName name, ResourceType type, String help) {
    return new Misfit(
        Refusal.UNSUPPORTED_DEPLOYMENT_MODEL,
        "resource %s is of type %s, whose deployment model is not supported; see %s"
            .formatted(name, type.id(), help));
  }

  static Misfit neverGranted(ResourceName name, ResourceType type) {
    return new Misfit(
        Refusal.NOT_GRANTABLE,
        "resource %s is of type %s, on which nothing is ever granted".formatted(name, type.id()));
  }

  static Misfit appliesToNone(ActionName action) {
    return new Misfit(
        Refusal.UNSUPPORTED_ACTION,
        "action %s applies to none of the resources asked for".formatted(action));
  }

  static Misfit nothingApplies(Resource resource) {
    return new Misfit(
        Refusal.UNSUPPORTED_ACTION,
        "none of the actions asked for applies to resource %s, %s of type %s"
            .formatted(resource.name(), resource.form().label(), resource.type().id()));
  }

  static Misfit notAllowedHere(ActionName action, Resource resource, Only only) {
    return new Misfit(
        Refusal.ACTION_NOT_ALLOWED_HERE,
        "action %s on resource %s is allowed only where %s"
            .formatted(action, resource.name(), only));
  }

  static Misfit denied(ActionName action, Resource resource, Denial denial) {
    return new Misfit(
        Refusal.ACTION_NOT_ALLOWED_HERE,
        "action %s on resource %s is denied: type %s denies %s"
            .formatted(action, resource.name(), resource.type().id(), denial));
  }
}
