package dev.lockbox.domain.resource;

import static dev.lockbox.domain.resource.Text.require;

import dev.lockbox.domain.identity.ActionName;
import dev.lockbox.domain.identity.ResourceName;
import dev.lockbox.domain.resource.Standing.Supported;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Every type of resource that is known, and so all that can be asked for at all: what is not listed
 * here is refused. A name belongs to one type, or to none.
 *
 * @param types by distinct ids; 1 to {@value #TYPES_MAX}
 */
public record Catalogue(List<ResourceType> types) {
  private static final int TYPES_MAX = 256;

  /** What every deployment has; source: docs/resources.md is written from it. */
  public static final Catalogue BUILT_IN = new Catalogue(BuiltIn.types());

  public Catalogue {
    types = Text.some("resource types", types, TYPES_MAX);
    Text.distinct("resource types", types.stream().map(ResourceType::id).toList());
    requireUnambiguous(types);
  }

  /**
   * This catalogue with those types in it: one with an id that is here already takes its place. A
   * type of which nothing can be asked may be replaced only by another such, with its names.
   *
   * @throws IllegalArgumentException when a name could then belong to two types, or a type of which
   *     nothing can be asked would be opened
   */
  public Catalogue with(List<ResourceType> others) {
    Text.distinct("resource types", others.stream().map(ResourceType::id).toList());
    var byId = new LinkedHashMap<String, ResourceType>();
    types.forEach(type -> byId.put(type.id(), type));
    for (var type : others) {
      var before = byId.put(type.id(), type);
      require(
          before == null || before.standing() instanceof Supported || keepsShut(before, type),
          "nothing can be asked of type %s, nor may anything be asked of its names later",
          type.id());
    }
    return new Catalogue(List.copyOf(byId.values()));
  }

  /** Also no name may be let go, or another type could take it up. */
  private static boolean keepsShut(ResourceType before, ResourceType after) {
    return !(after.standing() instanceof Supported) && after.forms().containsAll(before.forms());
  }

  /**
   * The first reason why these actions on these resources cannot be asked for; empty when all of
   * them fit. A grant is every action on every resource, so each that applies must be allowed:
   *
   * <ul>
   *   <li>each resource is of a type in this catalogue, or UNSUPPORTED_RESOURCE_TYPE
   *   <li>of a supported one, or UNSUPPORTED_DEPLOYMENT_MODEL or NOT_GRANTABLE
   *   <li>each action applies to some resource, and some action to each resource, or
   *       UNSUPPORTED_ACTION
   *   <li>each action is allowed on every resource it applies to, or ACTION_NOT_ALLOWED_HERE
   * </ul>
   */
  public Optional<Misfit> firstMisfit(List<ActionName> actions, List<ResourceName> names) {
    var resources = new ArrayList<Resource>();
    for (var name : names) {
      var resource = find(name);
      if (resource.isEmpty()) {
        return Optional.of(Misfit.unknownType(name));
      }
      resources.add(resource.get());
    }
    return Stream.of(
            resources.stream().flatMap(resource -> resource.outOfReach().stream()),
            without(actions, resources),
            resources.stream().flatMap(resource -> notHere(actions, resource)))
        .flatMap(misfits -> misfits)
        .findFirst();
  }

  /** The highest of all that these actions may do on those resources; what is not known is high. */
  public Risk riskOf(List<ActionName> actions, List<ResourceName> names) {
    var resources = names.stream().map(this::find).toList();
    var isLow =
        resources.stream().allMatch(Optional::isPresent)
            && actions.stream()
                .allMatch(
                    action ->
                        resources.stream()
                            .flatMap(Optional::stream)
                            .allMatch(resource -> resource.riskOf(action) == Risk.LOW));
    return isLow ? Risk.LOW : Risk.HIGH;
  }

  private static Stream<Misfit> without(List<ActionName> actions, List<Resource> resources) {
    return Stream.concat(
        actions.stream()
            .filter(action -> resources.stream().noneMatch(resource -> resource.has(action)))
            .map(Misfit::appliesToNone),
        resources.stream()
            .filter(resource -> actions.stream().noneMatch(resource::has))
            .map(Misfit::nothingApplies));
  }

  private static Stream<Misfit> notHere(List<ActionName> actions, Resource resource) {
    return actions.stream().flatMap(action -> resource.notHere(action).stream());
  }

  private Optional<Resource> find(ResourceName name) {
    return Path.of(name).flatMap(path -> find(name, path));
  }

  private Optional<Resource> find(ResourceName name, Path path) {
    for (var type : types) {
      for (var form : type.forms()) {
        var found = form.read(path);
        if (found.isPresent()) {
          return Optional.of(new Resource(name, path, type, form, found.get()));
        }
      }
    }
    return Optional.empty();
  }

  /** Short: it stands in what is printed of the rules. */
  @Override
  public String toString() {
    return "Catalogue[%s types]".formatted(types.size());
  }

  private static void requireUnambiguous(List<ResourceType> types) {
    var seen = new LinkedHashMap<NameForm, ResourceType>();
    for (var type : types) {
      for (var form : type.forms()) {
        seen.forEach(
            (other, owner) ->
                require(
                    !form.overlaps(other),
                    "%s of %s and %s of %s could be the same name",
                    form.pattern(),
                    type.id(),
                    other.pattern(),
                    owner.id()));
        seen.put(form, type);
      }
    }
  }
}
