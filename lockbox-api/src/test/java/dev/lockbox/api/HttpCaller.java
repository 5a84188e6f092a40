package dev.lockbox.api;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Somebody who calls the API, each time with a token that is good then. */
final class HttpCaller {
  private static final String JSON = "application/json";

  private final HttpRig http;
  private final Supplier<String> token;
  private final Map<String, String> headers;

  HttpCaller(HttpRig http, Supplier<String> token) {
    this(http, token, Map.of());
  }

  private HttpCaller(HttpRig http, Supplier<String> token, Map<String, String> headers) {
    this.http = http;
    this.token = token;
    this.headers = headers;
  }

  /** The same, who says this with each call. */
  HttpCaller saying(String header, String value) {
    return new HttpCaller(http, token, Map.of(header, value));
  }

  Answer get(String path) {
    return send("GET", path, "");
  }

  /** What is said there, as it is said. */
  Heard hear(String path) {
    return http.hear(path, said());
  }

  Answer post(String path, String body) {
    return send("POST", path, body);
  }

  Answer put(String path, String body) {
    return send("PUT", path, body);
  }

  Answer send(String method, String path, String body) {
    return send(method, path, JSON, body);
  }

  Answer send(String method, String path, String type, String body) {
    return http.send(method, path, said(), type, body);
  }

  private Map<String, String> said() {
    var said = new HashMap<>(headers);
    var now = token.get();
    if (!now.isEmpty()) {
      said.put("Authorization", "Bearer " + now);
    }
    return said;
  }
}
