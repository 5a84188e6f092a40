package dev.lockbox.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockbox.domain.identity.VisibleText;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a document holds, for people: a line for each value, behind its JSON pointer (RFC 6901). */
final class Leaves {
  private Leaves() {}

  static String of(JsonNode document) {
    return lines("", document).collect(Collectors.joining("\n"));
  }

  private static Stream<String> lines(String at, JsonNode node) {
    if (node.isEmpty()) {
      return Stream.of(at + "  " + VisibleText.of(node.toString()));
    }
    return node.isArray()
        ? IntStream.range(0, node.size())
            .boxed()
            .flatMap(index -> lines(at + "/" + index, node.path(index)))
        : node.properties().stream()
            .flatMap(part -> lines(at + "/" + escaped(part.getKey()), part.getValue()));
  }

  private static String escaped(String name) {
    return VisibleText.of(name.replace("~", "~0").replace("/", "~1"));
  }
}
