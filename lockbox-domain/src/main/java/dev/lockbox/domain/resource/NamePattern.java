package dev.lockbox.domain.resource;

import static dev.lockbox.domain.resource.Text.require;

import dev.lockbox.domain.identity.ResourceName;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Names of resources, and of what lies below them: {@code /clusters/*&#47;ns/payments}.
 *
 * @param path a pattern for each segment; 1 to 16
 */
public record NamePattern(List<Glob> path) {
  private static final int SEGMENTS_MAX = 16;
  private static final Glob ANY = new Glob("*");

  public NamePattern {
    path = Text.some("segments of a name", path, SEGMENTS_MAX);
    path.forEach(
        glob -> require(glob.text().indexOf('/') < 0, "%s holds a slash in a segment", glob));
  }

  public static NamePattern of(String pattern) {
    require(pattern.startsWith("/"), "a name must begin with a slash, was %s", Text.shown(pattern));
    return new NamePattern(Stream.of(pattern.substring(1).split("/", -1)).map(Glob::new).toList());
  }

  /**
   * For what restricts: whether the resource is meant, lies below what is, or holds it, in any case
   * of letters. A name that is no path of plain words could be anything.
   */
  public boolean touches(ResourceName name) {
    return Path.of(name).map(this::touches).orElse(true);
  }

  /**
   * For what allows: whether the resource is meant or lies below what is, as it is written. A name
   * that is no path of plain words is nothing that was allowed.
   */
  public boolean covers(ResourceName name) {
    return Path.of(name).map(this::covers).orElse(false);
  }

  /**
   * For what restricts: whether the resource holds what is meant, and with it perhaps more, in any
   * case of letters. A name that is no path of plain words could hold anything.
   */
  public boolean isHeldBy(ResourceName name) {
    return Path.of(name).map(asked -> asked.length() < path.size() && touches(asked)).orElse(true);
  }

  /**
   * Whether all that this means is the resource or lies below it, in any case of letters. What is
   * no path of plain words holds nothing that is known of.
   */
  public boolean isBelow(ResourceName name) {
    return Path.of(name).map(this::isBelow).orElse(false);
  }

  /** Whether this touches whatever the other covers, which may lie any way below it. */
  public boolean touchesAllOf(NamePattern other) {
    for (var i = 0; i < path.size(); i++) {
      if (!path.get(i).matchesAllOf(i < other.path.size() ? other.path.get(i) : ANY)) {
        return false;
      }
    }
    return true;
  }

  private boolean isBelow(Path branch) {
    return path.size() >= branch.length()
        && IntStream.range(0, branch.length())
            .allMatch(i -> path.get(i).text().equalsIgnoreCase(branch.at(i)));
  }

  boolean touches(Path asked) {
    for (var i = 0; i < Math.min(path.size(), asked.length()); i++) {
      if (!path.get(i).matchesInAnyCase(asked.at(i))) {
        return false;
      }
    }
    return true;
  }

  private boolean covers(Path asked) {
    if (asked.length() < path.size()) {
      return false;
    }
    for (var i = 0; i < path.size(); i++) {
      if (!path.get(i).matches(asked.at(i))) {
        return false;
      }
    }
    return true;
  }

  /** As it is read: {@code /clusters/*&#47;ns/payments}. */
  @Override
  public String toString() {
    return path.stream().map(glob -> "/" + glob).collect(Collectors.joining());
  }
}
