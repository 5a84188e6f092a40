package dev.lockbox.api.connection;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import java.util.Optional;
import java.util.regex.Pattern;

/** Whether a head says, and in one way only, whose host is meant and where its request ends. */
final class Framing {
  /** Up to 10^15 bytes; how many are taken is said elsewhere. */
  private static final Pattern LENGTH = Pattern.compile("[0-9]{1,15}");

  private Framing() {}

  /** What is wrong with it; empty for nothing. */
  static Optional<String> fault(HttpRequest head) {
    if (HttpMethod.CONNECT.equals(head.method()) || !head.uri().startsWith("/")) {
      return Optional.of("the target is not a path");
    }
    if (!hasOneHost(head)) {
      return Optional.of("not exactly one host is named");
    }
    return isMeasured(head) ? Optional.empty() : Optional.of("where it ends is not clear");
  }

  /** Before 1.1, none had to be. */
  private static boolean hasOneHost(HttpRequest head) {
    var hosts = head.headers().getAll(HttpHeaderNames.HOST).size();
    return hosts == 1 || hosts == 0 && head.protocolVersion().equals(HttpVersion.HTTP_1_0);
  }

  private static boolean isMeasured(HttpRequest head) {
    var codings = head.headers().getAll(HttpHeaderNames.TRANSFER_ENCODING);
    var lengths = head.headers().getAll(HttpHeaderNames.CONTENT_LENGTH);
    if (codings.isEmpty()) {
      return lengths.isEmpty() || lengths.size() == 1 && LENGTH.matcher(lengths.get(0)).matches();
    }
    return lengths.isEmpty()
        && codings.size() == 1
        && HttpHeaderValues.CHUNKED.contentEqualsIgnoreCase(codings.get(0));
  }
}
