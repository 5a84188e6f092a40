package dev.lockbox.api;

import dev.lockbox.api.security.LoopbackIssuer;
import dev.lockbox.domain.identity.TenantId;
import java.net.URI;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** As much of a browser as signing in takes: keeps cookies, and says where a request comes from. */
final class Browser {
  private static final Pattern ONWARD =
      Pattern.compile("http-equiv=\"refresh\" content=\"0;url=([^\"]*)\"");

  private static final Map<String, String> FETCHING =
      Map.of("Sec-Fetch-Site", "same-origin", "Sec-Fetch-Mode", "cors");

  private final HttpRig http;
  private final LoopbackIssuer issuer;

  /** By their names. */
  private final Map<String, String> cookies = new TreeMap<>();

  Browser(HttpRig http, LoopbackIssuer issuer) {
    this.http = http;
    this.issuer = issuer;
  }

  /** Somebody opens an address, or follows a link of ours. */
  Answer get(String path) {
    return send(
        "GET", path, Map.of("Sec-Fetch-Site", "same-origin", "Sec-Fetch-Mode", "navigate"), "");
  }

  /** A page of ours asks for something by itself. */
  Answer fetch(String path) {
    return send("GET", path, FETCHING, "");
  }

  /** What a page of ours hears. */
  Heard hear(String path) {
    return http.hear(path, withCookies(FETCHING));
  }

  /** Somebody sends a form of a page of ours. */
  Answer post(String path, String form) {
    return send("POST", path, Map.of("Sec-Fetch-Site", "same-origin", "Origin", "null"), form);
  }

  Answer send(String method, String path, Map<String, String> headers, String form) {
    var type = "application/x-www-form-urlencoded";
    var answer = http.send(method, path, withCookies(headers), type, form);
    answer.response().headers().allValues("Set-Cookie").forEach(this::keep);
    return answer;
  }

  private Map<String, String> withCookies(Map<String, String> headers) {
    var all = new HashMap<>(headers);
    if (!cookies.isEmpty()) {
      all.put(
          "Cookie",
          cookies.entrySet().stream()
              .map(one -> one.getKey() + "=" + one.getValue())
              .collect(Collectors.joining("; ")));
    }
    return all;
  }

  private void keep(String cookie) {
    var named = cookie.split(";", 2)[0].split("=", 2);
    if (named[1].isEmpty()) {
      cookies.remove(named[0]);
    } else {
      cookies.put(named[0], named[1]);
    }
  }

  Map<String, String> cookies() {
    return cookies;
  }

  /** Somebody changes a cookie by hand. */
  void tamper(String name, UnaryOperator<String> how) {
    cookies.computeIfPresent(name, (same, value) -> how.apply(value));
  }

  /** Opens the page, signs in on the way there, and is led to it; gives it. */
  Answer signIn(String page, String person, TenantId tenant, String... roles) {
    return get(onward(arrive(page, person, tenant, roles)));
  }

  /** Signs in, and stands at the door: what is said there. */
  Answer arrive(String page, String person, TenantId tenant, String... roles) {
    var query =
        issuer.admit(
            begin("/signin?to=" + page),
            person,
            tenant.value(),
            Arrays.stream(roles).collect(Collectors.toSet()),
            http.clock().instant());
    return comeBack(query);
  }

  /** Begins to sign in: the address at the issuer to which one is led. */
  URI begin(String path) {
    return URI.create(onward(get(path)));
  }

  /** The issuer sends the browser back, which no other site's page does. */
  Answer comeBack(String query) {
    return send("GET", "/signin/callback?" + query, Map.of("Sec-Fetch-Site", "cross-site"), "");
  }

  /** Where a page leads on to. */
  static String onward(Answer page) {
    var found = ONWARD.matcher(page.text());
    if (page.status() != 200 || !found.find()) {
      throw new AssertionError("it leads nowhere: %s %s".formatted(page.status(), page.text()));
    }
    return found.group(1).replace("&amp;", "&");
  }
}
