package dev.lockbox.domain.resource;

import static dev.lockbox.domain.resource.Text.require;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A form that resource names of a type have, such as {@code /vms/{vm}/serialConsoleLog}.
 *
 * @param label what is so named, in one word: {@code serialConsoleLog}
 * @param parts the first of them a {@link Part.Word}; 1 to 16
 */
public record NameForm(String label, List<Part> parts) {
  private static final int PARTS_MAX = 16;
  private static final Pattern ONE = Pattern.compile("\\{([^.{}]+)}");
  private static final Pattern REST = Pattern.compile("\\{([^.{}]+)\\.\\.\\.}");

  /** What stands at one place of a name. */
  public sealed interface Part {
    /** Exactly this. */
    record Word(String text) implements Part {
      public Word {
        Text.matching(Path.SEGMENT, "a word of a name", text);
      }

      @Override
      public String toString() {
        return text;
      }
    }

    /** Any one segment, known by a name. */
    record One(String name) implements Part {
      public One {
        Text.word("name of a part", name);
      }

      @Override
      public String toString() {
        return "{%s}".formatted(name);
      }
    }

    /** All segments that are left, at least one; only at the end. */
    record Rest(String name) implements Part {
      public Rest {
        Text.word("name of a part", name);
      }

      @Override
      public String toString() {
        return "{%s...}".formatted(name);
      }
    }
  }

  public NameForm {
    Text.word("label of a form of names", label);
    parts = Text.some("parts of " + label, parts, PARTS_MAX);
    require(parts.getFirst() instanceof Part.Word, "%s must begin with a word", text(parts));
    require(
        parts.subList(0, parts.size() - 1).stream().noneMatch(Part.Rest.class::isInstance),
        "%s must have the rest at its end",
        text(parts));
    Text.distinct("names of the parts of " + text(parts), names(parts));
  }

  /**
   * @param pattern segments behind slashes: a word, {@code {name}} for any one segment, {@code
   *     {name...}} for all that are left
   */
  public static NameForm of(String label, String pattern) {
    require(pattern.startsWith("/"), "a form of names must begin with a slash, was %s", pattern);
    var parts = new ArrayList<Part>();
    for (var text : pattern.substring(1).split("/", -1)) {
      parts.add(part(text));
    }
    return new NameForm(label, parts);
  }

  private static Part part(String text) {
    var one = ONE.matcher(text);
    var rest = REST.matcher(text);
    if (one.matches()) {
      return new Part.One(one.group(1));
    }
    return rest.matches() ? new Part.Rest(rest.group(1)) : new Part.Word(text);
  }

  /** What stands at the parts that have names; empty when the path has another form. */
  Optional<Map<String, String>> read(Path path) {
    var isLongEnough = path.length() >= parts.size();
    var hasRest = parts.getLast() instanceof Part.Rest;
    if (!isLongEnough || (path.length() > parts.size() && !hasRest)) {
      return Optional.empty();
    }
    var found = new HashMap<String, String>();
    for (var i = 0; i < parts.size(); i++) {
      switch (parts.get(i)) {
        case Part.Word word -> {
          if (!word.text().equals(path.at(i))) {
            return Optional.empty();
          }
        }
        case Part.One one -> found.put(one.name(), path.at(i));
        case Part.Rest rest -> found.put(rest.name(), path.from(i));
      }
    }
    return Optional.of(found);
  }

  /** Whether some path has both forms, and so could be read in two ways. */
  boolean overlaps(NameForm other) {
    for (var i = 0; i < Math.min(parts.size(), other.parts.size()); i++) {
      var here = parts.get(i);
      var there = other.parts.get(i);
      if (here instanceof Part.Rest || there instanceof Part.Rest) {
        return true;
      }
      if (here instanceof Part.Word && there instanceof Part.Word && !here.equals(there)) {
        return false;
      }
    }
    return parts.size() == other.parts.size();
  }

  boolean names(String part) {
    return names(parts).contains(part);
  }

  private static List<String> names(List<Part> parts) {
    return parts.stream()
        .flatMap(
            part ->
                switch (part) {
                  case Part.Word word -> Optional.<String>empty().stream();
                  case Part.One one -> Optional.of(one.name()).stream();
                  case Part.Rest rest -> Optional.of(rest.name()).stream();
                })
        .toList();
  }

  private static String text(List<Part> parts) {
    return parts.stream().map(part -> "/" + part).collect(Collectors.joining());
  }

  /** As {@link #of} takes it. */
  public String pattern() {
    return text(parts);
  }
}
