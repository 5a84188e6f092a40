package dev.lockbox.api.view;

import dev.lockbox.domain.identity.Code;
import dev.lockbox.domain.identity.ResourceName;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What was said of a subscription in requests. What can be told apart of a customer's are the first
 * two words of a name: {@code /subscriptions/1234} is the subscription of all below it, as {@code
 * /clusters/aro1} is.
 *
 * @param name as it was written last
 * @param tags in their order; at most {@value #TAGS_MAX}
 * @param areMore whether there were more: of such a one nobody says that a rail is not about it
 */
record Seen(ResourceName name, List<Code> tags, boolean areMore) {
  static final int TAGS_MAX = 256;
  private static final int WORDS = 2;
  private static final String MORE = "*";

  Seen {
    tags = List.copyOf(tags);
  }

  /** Nothing was said of it yet. */
  static Seen of(ResourceName name) {
    return new Seen(name, List.of(), false);
  }

  /** In which subscription a resource is; what is no path of several words is its own. */
  static ResourceName subscription(ResourceName resource) {
    var words = resource.value().split("/", -1);
    return words.length <= WORDS + 1 || !words[0].isEmpty()
        ? resource
        : new ResourceName(Stream.of(words).limit(WORDS + 1).collect(Collectors.joining("/")));
  }

  /** By which a subscription is the same in any case of letters, and in their order. */
  static String key(ResourceName name) {
    var text = name.value().toLowerCase(Locale.ROOT);
    return text.length() > 1 && text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
  }

  Seen and(ResourceName written, Collection<Code> said) {
    var all = new TreeSet<>(tags);
    all.addAll(said);
    return new Seen(
        written, all.stream().limit(TAGS_MAX).toList(), areMore || all.size() > TAGS_MAX);
  }

  /** Words that hold no space, one to a line: the name, the tags, and a star for more. */
  byte[] toBytes() {
    var lines =
        Stream.of(
                Stream.of(name.value()),
                tags.stream().map(Code::value),
                areMore ? Stream.of(MORE) : Stream.<String>of())
            .flatMap(all -> all);
    return lines.collect(Collectors.joining("\n")).getBytes(StandardCharsets.US_ASCII);
  }

  static Seen fromBytes(byte[] bytes) {
    var lines = Arrays.asList(new String(bytes, StandardCharsets.US_ASCII).split("\n"));
    var said = lines.subList(1, lines.size());
    return new Seen(
        new ResourceName(lines.getFirst()),
        said.stream().filter(one -> !one.equals(MORE)).map(Code::new).toList(),
        said.contains(MORE));
  }
}
