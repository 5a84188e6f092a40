package dev.lockbox.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/** That whoever answers otherwise than it is described is found out. */
class DescribedTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final Described SMALL =
      described(
          """
          paths:
            /v1/doors/{door}:
              get:
                parameters:
                - {name: door, in: path}
                - {name: If-None-Match, in: header}
                responses:
                  "200":
                    headers: {ETag: {required: true, schema: {type: string}}}
                    content:
                      application/json: {schema: {$ref: "#/components/schemas/Door"}}
                  "304":
                    headers: {ETag: {required: true, schema: {type: string}}}
                  "4XX":
                    content:
                      application/problem+json: {schema: {$ref: "#/components/schemas/Trouble"}}
            /v1/doors/front:
              get:
                responses:
                  "204": {description: nothing}
            /v1/doors/stream:
              get:
                responses:
                  "200":
                    content:
                      text/event-stream:
                        schema:
                          oneOf:
                          - $ref: "#/components/schemas/Door"
                          - $ref: "#/components/schemas/Trouble"
          components:
            schemas:
              Door:
                type: object
                required: [name, open, at]
                properties:
                  name: {type: string}
                  open: {type: boolean}
                  at: {type: string, format: date-time}
                  width: {type: integer, nullable: true}
                  kind: {type: string, enum: [IRON, WOOD]}
                  lock: {nullable: true, allOf: [{$ref: "#/components/schemas/Lock"}]}
                  keys: {type: array, items: {$ref: "#/components/schemas/Lock"}}
                  notes: {type: object, additionalProperties: {type: string}}
              Lock:
                type: object
                required: [id]
                properties:
                  id: {type: string}
              Trouble:
                type: object
                required: [code]
                properties:
                  code: {type: string}
          """);

  private static final String DOOR =
      """
      {"name":"a","open":true,"at":"2026-03-02T08:00:00Z","width":null,"kind":"IRON",
      "lock":{"id":"l"},"keys":[{"id":"k"}],"notes":{"any":"name"}}\
      """;

  private static final String AT = "/v1/doors/a?wide=yes";
  private static final String PROBLEM = "{\"code\":\"NOT_THERE\"}";

  private static Described described(String yaml) {
    return new Described(JSON.valueToTree(new Yaml().load(yaml)));
  }

  private static HttpHeaders json(String... others) {
    return headers("application/json", others);
  }

  private static HttpHeaders problem(String... others) {
    return headers("application/problem+json", others);
  }

  private static HttpHeaders headers(String type, String... others) {
    var all = new TreeMap<String, List<String>>(Map.of("Content-Type", List.of(type)));
    for (var i = 0; i < others.length; i += 2) {
      all.put(others[i], List.of(others[i + 1]));
    }
    return HttpHeaders.of(all, (name, value) -> true);
  }

  private static List<String> read(String body) {
    return SMALL.faults("GET", AT, 200, json("ETag", "\"x\""), body);
  }

  @Test
  void anAnswerAsItIsDescribedHasNoFault() {
    assertThat(read(DOOR)).isEmpty();
    assertThat(read(DOOR.replace("{\"id\":\"l\"}", "null"))).isEmpty();
    assertThat(read("{\"name\":\"a\",\"open\":true,\"at\":\"2026-03-02T08:00:00Z\"}")).isEmpty();
    assertThat(SMALL.faults("GET", AT, 404, problem(), PROBLEM)).isEmpty();
    assertThat(SMALL.faults("GET", "/v1/doors/front", 204, json(), "")).isEmpty();
  }

  @ParameterizedTest(name = "{0} for {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "\"name\":\"a\",      | \"name\":\"a\",\"colour\":\"red\", | /v1/doors/{door} 200: :"
            + " property 'colour'",
        "{\"id\":\"l\"}       | {\"id\":\"l\",\"of\":\"us\"}       | 200: /lock: property 'of'",
        "{\"id\":\"k\"}       | {\"id\":\"k\",\"of\":\"us\"}       | 200: /keys/0: property 'of'",
        "\"name\":\"a\",      | ''                                 | required property 'name'",
        "{\"id\":\"l\"}       | {}                                 | 200: /lock: required property"
            + " 'id'",
        "\"open\":true        | \"open\":\"true\"                  | 200: /open: string found,"
            + " boolean expected",
        "\"open\":true        | \"open\":null                      | 200: /open: null found,"
            + " boolean expected",
        "\"width\":null       | \"width\":1.5                      | 200: /width: number found,"
            + " integer expected",
        "2026-03-02T08:00:00Z | yesterday                          | 200: /at: does not match the"
            + " date-time pattern",
        "IRON                 | GLASS                              | 200: /kind: does not have a"
            + " value in the enumeration",
        "[{\"id\":\"k\"}]     | [null]                             | 200: /keys/0: null found,"
            + " object expected",
        "\"any\":\"name\"     | \"any\":7                          | 200: /notes/any: integer"
            + " found, string expected",
      })
  void aBodyThatDoesNotFitIsFound(String part, String other, String fault) {
    assertThat(DOOR).contains(part);
    assertThat(read(DOOR.replace(part, other))).anySatisfy(one -> assertThat(one).contains(fault));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "<html>", "{} {}"})
  void whatIsNoJsonIsFound(String body) {
    assertThat(read(body)).isNotEmpty();
  }

  @Test
  void aStatusATypeAHeaderOrABodyOfWhichNothingIsSaidIsFound() {
    assertThat(SMALL.faults("GET", AT, 202, json("ETag", "\"x\""), DOOR))
        .containsExactly("GET /v1/doors/{door} 202: the status is not described");
    assertThat(SMALL.faults("GET", AT, 503, problem(), PROBLEM))
        .containsExactly("GET /v1/doors/{door} 503: the status is not described");
    assertThat(SMALL.faults("GET", AT, 404, json(), PROBLEM))
        .containsExactly("GET /v1/doors/{door} 404: the type application/json is not described");
    assertThat(SMALL.faults("GET", AT, 404, problem("Retry-After", "1"), PROBLEM))
        .containsExactly("GET /v1/doors/{door} 404: the header Retry-After is not described");
    assertThat(SMALL.faults("GET", AT, 200, json(), DOOR))
        .containsExactly("GET /v1/doors/{door} 200: there is no header ETag");
    assertThat(SMALL.faults("GET", AT, 304, json("ETag", "\"x\""), DOOR))
        .containsExactly("GET /v1/doors/{door} 304: no body is described");
  }

  @Test
  void ofAnAnswerWithoutItsBodyTheRestIsHeldToo() {
    assertThat(SMALL.faults("HEAD", AT, 200, json("ETag", "\"x\""), "")).isEmpty();
    assertThat(SMALL.faults("HEAD", AT, 200, json(), ""))
        .containsExactly("GET /v1/doors/{door} 200: there is no header ETag");
    assertThat(SMALL.faults("HEAD", AT, 200, json("ETag", "\"x\"", "Location", "/"), ""))
        .containsExactly("GET /v1/doors/{door} 200: the header Location is not described");
    assertThat(SMALL.faults("HEAD", AT, 202, json(), "")).isNotEmpty();
  }

  @Test
  void whatIsNotDescribedIsRefusedAsItsNeighboursAreOrIsFound() {
    assertThat(SMALL.faults("POST", AT, 405, problem(), PROBLEM)).isEmpty();
    assertThat(SMALL.faults("GET", "/v1/windows", 404, problem(), PROBLEM)).isEmpty();
    assertThat(SMALL.faults("GET", "/v1/windows", 404, json(), PROBLEM)).isNotEmpty();
    assertThat(SMALL.faults("GET", "/v1/windows", 404, problem(), "{}")).isNotEmpty();
    assertThat(SMALL.faults("POST", AT, 200, json(), DOOR))
        .containsExactly("POST /v1/doors/a 200: the route is not described");
    assertThat(SMALL.faults("GET", "/v1/windows", 303, json(), ""))
        .containsExactly("GET /v1/windows 303: the route is not described");
    assertThat(SMALL.faults("GET", "/portal", 200, headers("text/html"), "<html>")).isEmpty();
  }

  @Test
  void anEventOfAStreamIsOneOfThoseThatAreDescribed() {
    assertThat(SMALL.eventFaults("/v1/doors/stream?after=1", parsed(DOOR))).isEmpty();
    assertThat(SMALL.eventFaults("/v1/doors/stream", parsed(PROBLEM))).isEmpty();
    assertThat(SMALL.eventFaults("/v1/doors/stream", parsed("{\"rest\":1}"))).isNotEmpty();
    assertThat(SMALL.eventFaults("/portal/stream", parsed("{\"rest\":1}"))).isEmpty();
  }

  @Test
  void aTestThatMeetsSuchAnAnswerFailsAndSaysWhatAndWhere() {
    assertThatThrownBy(() -> SMALL.holds("GET", AT, 200, json("ETag", "\"x\""), "{}"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("GET /v1/doors/{door} 200: : required property 'open' not found");
    assertThatThrownBy(() -> SMALL.holdsEvent("/v1/doors/stream", parsed("{}")))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void eachSuccessIsCounted() {
    assertThat(SMALL.successes())
        .containsExactly(
            "GET /v1/doors/front 204", "GET /v1/doors/stream 200", "GET /v1/doors/{door} 200");
  }

  @Test
  void whatIsRefusedAndWhatIsHeededIsTold() {
    assertThat(SMALL.refusals())
        .isEqualTo(
            Map.of(
                "GET /v1/doors/front", Set.of(),
                "GET /v1/doors/stream", Set.of(),
                "GET /v1/doors/{door}", Set.of("4XX")));
    assertThat(SMALL.answering("304")).containsExactly("GET /v1/doors/{door}");
    assertThat(SMALL.heeding("If-None-Match")).containsExactly("GET /v1/doors/{door}");
    assertThat(SMALL.heeding("door")).isEmpty();
  }

  /** So that none of this is asked of an empty description. */
  @Test
  void theDescriptionOfThisBuildIsReadToo() {
    var path = "/v1/tenants/contoso/requests/one";
    assertThat(Described.api().faults("GET", path, 404, problem(), PROBLEM))
        .isNotEmpty()
        .allSatisfy(one -> assertThat(one).contains("GET /v1/tenants/{tenant}/requests/{id} 404:"));
    assertThat(Described.api().faults("GET", path, 299, json(), "{}")).isNotEmpty();
  }

  private static JsonNode parsed(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException garbled) {
      throw new IllegalStateException(json, garbled);
    }
  }
}
