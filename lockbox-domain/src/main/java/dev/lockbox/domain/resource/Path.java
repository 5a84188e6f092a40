package dev.lockbox.domain.resource;

import dev.lockbox.domain.identity.ResourceName;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A resource's name, cut at its slashes. Each segment is a plain word: there is no way up ({@code
 * ..}), no escape ({@code %2f}), no parameter and no star, so that a name means one thing to
 * everybody who reads it.
 *
 * @param segments at least one
 */
record Path(List<String> segments) {
  /** A segment: 1 to 253 characters, as long as the longest name in Kubernetes. */
  static final Pattern SEGMENT = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._:@+-]{0,252}");

  /** Empty when the name is no path of plain words. */
  static Optional<Path> of(ResourceName name) {
    if (!name.value().startsWith("/")) {
      return Optional.empty();
    }
    var segments = name.value().substring(1).split("/", -1);
    return Stream.of(segments).allMatch(each -> SEGMENT.matcher(each).matches())
        ? Optional.of(new Path(List.of(segments)))
        : Optional.empty();
  }

  int length() {
    return segments.size();
  }

  String at(int position) {
    return segments.get(position);
  }

  String from(int position) {
    return String.join("/", segments.subList(position, length()));
  }
}
