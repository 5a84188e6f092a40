package dev.lockbox.api.hop;

import dev.lockbox.service.Require;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.ServerHttpRequest;
import io.micronaut.http.body.ByteBody.SplitBackpressureMode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What is asked of an instance.
 *
 * @param target path and query, as they came
 * @param headers by their names, whose letter case says nothing
 */
record Call(String method, String target, Map<String, List<String>> headers, byte[] body) {
  private static final Set<String> READS = Set.of("GET", "HEAD");

  /**
   * Those that are of the one connection only, and those that whoever sends it says anew; what is
   * passed on comes as it is, not packed.
   */
  private static final Set<String> OF_THE_WAY =
      Set.of(
          "accept-encoding",
          "connection",
          "content-length",
          "expect",
          "host",
          "http2-settings",
          "keep-alive",
          "proxy-authorization",
          "proxy-connection",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade",
          "lockbox-hop");

  Call {
    // Behind an address, anything else could turn it into another.
    Require.that(target.startsWith("/"), "a target must begin with /, was %s", target);
  }

  /** One without a body, in nobody's name. */
  static Call get(String target) {
    return new Call("GET", target, Map.of(), new byte[0]);
  }

  /** The whole of a request. Blocks until all of it has come; the server bounds how much. */
  static Call of(HttpRequest<?> request) {
    return new Call(request.getMethodName(), target(request), headers(request), body(request));
  }

  /** Something else of the same caller's. */
  static Call post(HttpRequest<?> of, String path, byte[] body) {
    return new Call("POST", path, headers(of), body);
  }

  /** Whether asking it again changes nothing. */
  boolean isRead() {
    return READS.contains(method);
  }

  private static String target(HttpRequest<?> request) {
    var uri = request.getUri();
    var query = uri.getRawQuery();
    return query == null ? uri.getRawPath() : uri.getRawPath() + "?" + query;
  }

  private static Map<String, List<String>> headers(HttpRequest<?> request) {
    var headers = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
    var all = request.getHeaders();
    all.names().forEach(name -> headers.put(name, all.getAll(name)));
    OF_THE_WAY.forEach(headers::remove);
    return headers;
  }

  /** A copy: whoever answers it here still has it to read. */
  private static byte[] body(HttpRequest<?> request) {
    if (!(request instanceof ServerHttpRequest<?> served)) {
      throw new IllegalArgumentException("only what the server serves has a body to pass on");
    }
    try (var copy = served.byteBody().split(SplitBackpressureMode.FASTEST);
        var whole = copy.buffer().join()) {
      return whole.toByteArray();
    }
  }
}
