package dev.lockbox.local.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockbox.domain.signature.KeyId;
import dev.lockbox.domain.signature.Payload;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/** The requests of one customer, as its people read and decide them. */
public final class Requests {
  private static final int PAGE_MAX = 100;

  /** More than can happen to one request. */
  private static final int EVENTS_MAX = 10_000;

  private final ApiClient api;
  private final String tenant;
  private final String path;

  public Requests(ApiClient api, String tenant) {
    this.api = api;
    this.tenant = "/v1/tenants/" + segment(tenant);
    this.path = this.tenant + "/requests";
  }

  /**
   * Hears what happens at the customer, until the stream ends.
   *
   * @param last the id of what was heard last; empty to hear from now on
   * @throws ApiRefused when the API says no
   * @throws UncheckedIOException when nothing is heard just now
   */
  public void hear(Optional<String> last, Consumer<Said> heard) throws InterruptedException {
    api.hear(tenant + "/events/stream", last, heard);
  }

  /**
   * The newest of them.
   *
   * @param state only those in it; empty: in whatever state
   * @param asOf as they stood then, which is over; empty: as they stand now
   * @param most how many at the most
   * @throws ApiRefused when the API says no
   */
  public ArrayNode newest(Optional<String> state, Optional<Instant> asOf, int most)
      throws InterruptedException {
    var only = state.map(word -> "state=%s&".formatted(segment(word))).orElse("");
    var then = asOf.map(at -> "asOf=%s&".formatted(segment(at.toString()))).orElse("");
    return paged(path + "?" + only + then, most);
  }

  /**
   * The newest of what happened at the customer.
   *
   * @param most how many at the most
   * @throws ApiRefused when the API says no
   */
  public ArrayNode happened(Happened wanted, int most) throws InterruptedException {
    var asked = new StringBuilder();
    wanted.types().forEach(type -> asked.append(parameter("type", type)));
    wanted.operations().forEach(operation -> asked.append(parameter("operation", operation)));
    wanted.actor().ifPresent(actor -> asked.append(parameter("actor", actor)));
    wanted.request().ifPresent(request -> asked.append(parameter("request", request)));
    wanted.since().ifPresent(since -> asked.append(parameter("from", since.toString())));
    wanted.until().ifPresent(until -> asked.append(parameter("until", until.toString())));
    return paged("%s/events?%s".formatted(tenant, asked), most);
  }

  private static String parameter(String name, String value) {
    return "%s=%s&".formatted(name, segment(value));
  }

  /**
   * Every subscription of the customer's, and which guard rails it breaks, in the order of their
   * names; each page by the rules that held when it was read.
   *
   * @throws ApiRefused when the API says no
   */
  public ArrayNode subscriptions() throws InterruptedException {
    var found = JsonNodeFactory.instance.arrayNode();
    Optional<String> after = Optional.of("");
    while (after.isPresent()) {
      var page = api.get(tenant + "/compliance" + after.get()).orRefused();
      page.path("items").forEach(found::add);
      after = Optional.ofNullable(page.path("next").textValue()).map(it -> "?after=" + segment(it));
    }
    return found;
  }

  /** One as it stands now, with what happened to it, oldest first, as {@code events}. */
  public ObjectNode one(String id) throws InterruptedException {
    ObjectNode request = api.get(at(id)).orRefused().deepCopy();
    request.set("events", paged(at(id) + "/events?", EVENTS_MAX));
    return request;
  }

  /**
   * Decides, and waits for the verdict. What got none is sent again as it is: under one {@code
   * decisionId} it counts once.
   *
   * @param verb {@code review}, {@code approve}, {@code deny}, {@code revoke} or {@code read}
   * @return the request as it stands after it
   * @throws ApiRefused when the rules say no
   * @throws NoVerdict when nobody said so in time
   */
  public JsonNode decide(String id, String verb, Decision decision) throws InterruptedException {
    return asked(at(id) + "/" + verb, decision.decisionId(), decision);
  }

  /**
   * Starts practice, and waits for the verdict as for a decision's.
   *
   * @return the request for practice
   * @throws ApiRefused when the rules say no
   * @throws NoVerdict when nobody said so in time
   */
  public JsonNode practise(PracticeStart start) throws InterruptedException {
    return asked(tenant + "/simulations", start.decisionId(), start);
  }

  private JsonNode asked(String route, String decisionId, Object body) throws InterruptedException {
    return Verdict.on(api, "POST", route, body)
        .orElseThrow(() -> new NoVerdict(decisionId))
        .orRefused();
  }

  /** What an approval like this is signed as, by this key. */
  public Payload payload(String id, Decision decision, KeyId key) throws InterruptedException {
    return Keys.payload(
        api.send("POST", "%s/approve/payload?key=%s".formatted(at(id), key), decision).orRefused());
  }

  /** The keys of the same customer's people. */
  public Keys keys() {
    return new Keys(api, tenant);
  }

  /** The rules of the same customer. */
  public Rules rules() {
    return new Rules(api, tenant);
  }

  private ArrayNode paged(String list, int most) throws InterruptedException {
    var found = JsonNodeFactory.instance.arrayNode();
    Optional<String> next = Optional.of("");
    while (next.isPresent() && found.size() < most) {
      var limit = Math.min(PAGE_MAX, most - found.size());
      var page = api.get("%slimit=%s%s".formatted(list, limit, next.get())).orRefused();
      page.path("items").forEach(found::add);
      next = Optional.ofNullable(page.path("next").textValue()).map(it -> "&cursor=" + segment(it));
    }
    return found;
  }

  private String at(String id) {
    return path + "/" + segment(id);
  }

  private static String segment(String text) {
    return URLEncoder.encode(text, UTF_8).replace("+", "%20");
  }
}
