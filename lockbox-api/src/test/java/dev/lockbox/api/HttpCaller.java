package dev.lockbox.api;

import java.util.function.Supplier;

/** Somebody who calls the API, each time with a token that is good then. */
final class HttpCaller {
  private static final String JSON = "application/json";

  private final HttpRig http;
  private final Supplier<String> token;

  HttpCaller(HttpRig http, Supplier<String> token) {
    this.http = http;
    this.token = token;
  }

  Answer get(String path) {
    return send("GET", path, "");
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
    return http.send(method, path, token.get(), type, body);
  }
}
