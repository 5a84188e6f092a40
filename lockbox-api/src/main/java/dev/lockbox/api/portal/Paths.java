package dev.lockbox.api.portal;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lockbox.api.view.WireState;
import java.net.URLEncoder;

/** Where the pages of one customer are. Whatever stands in a path is percent-encoded. */
public final class Paths {
  private final String start;
  private final String requests;

  Paths(String tenant) {
    this.start = "/portal/tenants/" + encoded(tenant);
    this.requests = start + "/requests";
  }

  private Paths(String start, String requests) {
    this.start = start;
    this.requests = requests;
  }

  /** Where the provider's own people find a customer's requests; there is nothing else for them. */
  static Paths inside(String customer) {
    var requests = "/portal/provider/requests/" + encoded(customer);
    return new Paths(requests, requests);
  }

  /** Requests that wait for a decision. */
  public String waiting() {
    return start + "/waiting";
  }

  /** Access that is open, or will be. */
  public String grants() {
    return start + "/grants";
  }

  /** Access in this state that is older than the cursor says. */
  String grantsAfter(WireState state, String cursor) {
    return next(grants() + "?state=" + state.name(), cursor);
  }

  /** All requests; where mails lead. */
  public String requests() {
    return requests;
  }

  /** Where the form goes by which practice is started. */
  public String simulations() {
    return start + "/simulations";
  }

  /** One request. */
  public String request(String id) {
    return requests() + "/" + encoded(id);
  }

  /** Where a form about a request goes. */
  public String ask(String id, String what) {
    return request(id) + "/" + what;
  }

  /** The next page of a list. */
  public String next(String list, String cursor) {
    return "%s%scursor=%s".formatted(list, list.contains("?") ? "&" : "?", encoded(cursor));
  }

  public String sessions() {
    return start + "/sessions";
  }

  public String sessionsOf(String id) {
    return request(id) + "/sessions";
  }

  /** All that happened to it. */
  public String historyOf(String id) {
    return request(id) + "/history";
  }

  /** All that happened at the customer. */
  public String happenings() {
    return start + "/events";
  }

  /** The same of one request, opened or not. */
  public String happenings(String id) {
    return happenings() + "?request=" + encoded(id);
  }

  /** What was done under its grant. */
  public String activityOf(String id) {
    return activity() + "?request=" + encoded(id);
  }

  /** What was done in a session under its grant. */
  public String activityIn(String id, String session) {
    return activityOf(id) + "&session=" + encoded(session);
  }

  /** What an engineer did. */
  public String activityBy(String engineer) {
    return activity() + "?engineer=" + encoded(engineer);
  }

  /** Access that no approval covers; where mails about it lead. */
  public String exclusions() {
    return start + "/exclusions";
  }

  /** The same behind this id. */
  String exclusionsAfter(String id) {
    return exclusions() + "?after=" + encoded(id);
  }

  /** Where a form about one of them goes. */
  public String exclusions(String what) {
    return exclusions() + "/" + what;
  }

  public String activity() {
    return start + "/activity";
  }

  public String settings() {
    return start + "/settings";
  }

  /** The rules, with the subscriptions behind this name. */
  public String subscriptionsAfter(String name) {
    return settings() + "?after=" + encoded(name);
  }

  /** Where a form about the rules goes, or they are written. */
  public String settings(String what) {
    return settings() + "/" + what;
  }

  public String keys() {
    return start + "/keys";
  }

  /** Where a form about a key goes. */
  public String keys(String what) {
    return keys() + "/" + what;
  }

  /**
   * What happens at the customer.
   *
   * @param after what is known already
   */
  String news(long after) {
    return "%s/news?after=%s".formatted(start, after);
  }

  /** What happens there to requests that the provider's own people may read. */
  static String newsInside(String customer, long after) {
    return "/portal/provider/tenants/%s/news?after=%s".formatted(encoded(customer), after);
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8).replace("+", "%20");
  }
}
