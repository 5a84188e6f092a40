package dev.lockbox.domain.resource;

import static dev.lockbox.domain.resource.Text.require;

import dev.lockbox.domain.identity.ActionName;
import dev.lockbox.domain.identity.ResourceName;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is denied, whatever allows it: these actions at these names, on all that lies below them,
 * and on all that they lie below, since a yes to the whole is a yes to its parts.
 *
 * @param actions matched in any case; 1 to 32
 * @param path a name, a pattern for each segment, matched in any case; 1 to 16
 */
public record Denial(List<Glob> actions, List<Glob> path) {
  private static final int ACTIONS_MAX = 32;
  private static final int SEGMENTS_MAX = 16;

  public Denial {
    actions = Text.some("actions of a denial", actions, ACTIONS_MAX);
    path = Text.some("segments of a denial", path, SEGMENTS_MAX);
    path.forEach(
        glob -> require(glob.text().indexOf('/') < 0, "%s holds a slash in a segment", glob));
  }

  /**
   * @param pattern a name, such as {@code /apps/*&#47;source}
   */
  public static Denial of(List<String> actions, String pattern) {
    require(
        pattern.startsWith("/"),
        "a denied name must begin with a slash, was %s",
        Text.shown(pattern));
    var path = Stream.of(pattern.substring(1).split("/", -1)).map(Glob::new).toList();
    return new Denial(actions.stream().map(Glob::new).toList(), path);
  }

  /** A name that is no path of plain words could be anything, so what is denied may be in it. */
  public boolean denies(ActionName action, ResourceName name) {
    return isAbout(action) && Path.of(name).map(this::touches).orElse(true);
  }

  /**
   * Whether all of these actions are denied at all of these names, and below them.
   *
   * @param allowed at least one
   * @param names at least one
   */
  public boolean deniesAllOf(List<Glob> allowed, List<NamePattern> names) {
    var denied = new NamePattern(path);
    return allowed.stream()
            .allMatch(each -> actions.stream().anyMatch(glob -> glob.matchesAllOf(each)))
        && names.stream().allMatch(denied::touchesAllOf);
  }

  /** The names, as they are read: {@code /apps/*&#47;source}. */
  public String pattern() {
    return path.stream().map(glob -> "/" + glob).collect(Collectors.joining());
  }

  boolean denies(ActionName action, Path asked) {
    return isAbout(action) && touches(asked);
  }

  boolean isAbout(ActionName action) {
    return actions.stream().anyMatch(glob -> glob.matchesInAnyCase(action.value()));
  }

  private boolean touches(Path asked) {
    for (var i = 0; i < Math.min(path.size(), asked.length()); i++) {
      if (!path.get(i).matchesInAnyCase(asked.at(i))) {
        return false;
      }
    }
    return true;
  }

  /** Whether names of this form can lie at what is denied, or below it. */
  boolean canConcern(NameForm form) {
    for (var i = 0; i < path.size(); i++) {
      if (i >= form.parts().size()) {
        return false;
      }
      switch (form.parts().get(i)) {
        case NameForm.Part.Word word -> {
          if (!path.get(i).matchesInAnyCase(word.text())) {
            return false;
          }
        }
        case NameForm.Part.One one -> {}
        case NameForm.Part.Rest rest -> {
          return true;
        }
      }
    }
    return true;
  }

  /** For people: {@code k8s.object.* at /clusters/*&#47;kinds/Secret*}. */
  @Override
  public String toString() {
    var denied = actions.stream().map(Glob::text).collect(Collectors.joining(", "));
    return denied + " at " + pattern();
  }
}
