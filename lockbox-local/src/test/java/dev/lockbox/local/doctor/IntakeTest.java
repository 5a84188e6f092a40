package dev.lockbox.local.doctor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.lockbox.broker.Loopback;
import dev.lockbox.local.doctor.Symptom.Grade;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class IntakeTest {
  private static final int OK = 200;
  private static final int DOWN = 503;
  private static final String SIGNED = "{\"mustSign\":true,\"services\":2}";
  private static final String UNSIGNED =
      "{\"mustSign\":false,\"services\":0,\"unsigned\":\"whoever may is believed\"}";

  @Test
  void whereServicesMustSignItIsWell() throws IOException {
    var words = "2 service(s) may publish, and must sign";
    assertThat(of(OK, said(SIGNED, SIGNED)))
        .containsExactly(Symptom.well("requests", words), Symptom.well("activity", words));
  }

  /** Something else being wrong does not keep it from being said. */
  @Test
  void whereNobodyNeedSignItIsWarnedOfWithWhatToDo() throws IOException {
    for (var status : new int[] {OK, DOWN}) {
      var symptoms = of(status, said(UNSIGNED, SIGNED));
      assertThat(symptoms).extracting(Symptom::grade).containsExactly(Grade.WARNING, Grade.WELL);
      var symptom = symptoms.getFirst();
      assertThat(symptom.about()).isEqualTo("requests");
      assertThat(symptom.isWell()).as("a deployment may do without").isTrue();
      assertThat(symptom.words())
          .startsWith("whoever may is believed; name those that may publish")
          .endsWith("docs/configuration.md");
    }
    assertThat(of(OK, said(SIGNED, UNSIGNED)))
        .extracting(Symptom::grade)
        .containsExactly(Grade.WELL, Grade.WARNING);
  }

  @Test
  void whatIsNotSaidIsNotTakenForSigned() throws IOException {
    for (var health :
        List.of("", "<html>", "{}", said("{}", "{}"), said("{\"mustSign\":\"yes\"}", "1"))) {
      assertThat(of(OK, health))
          .as(health)
          .extracting(Symptom::grade)
          .containsExactly(Grade.WARNING, Grade.WARNING);
    }
  }

  @Test
  void whereNoProcessorAnswersItIsNotKnown() {
    var nobody = URI.create("http://" + Loopback.address(Loopback.freePort()));
    assertThat(new Intake(nobody).symptoms())
        .hasSize(2)
        .allSatisfy(
            symptom -> {
              assertThat(symptom.grade()).isEqualTo(Grade.WARNING);
              assertThat(symptom.words())
                  .contains("is not known", nobody.toString(), "--processor");
            });
  }

  private static String said(String requests, String activity) {
    return """
    {"name":"lockbox-processor","status":"UP","details":{
      "intake":{"name":"lockbox-processor","status":"UP","details":{
        "requests":%s,"activity":%s}}}}
    """
        .formatted(requests, activity);
  }

  private static List<Symptom> of(int status, String health) throws IOException {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/health",
        exchange -> {
          var body = health.getBytes(UTF_8);
          exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    try {
      var address = "http://" + Loopback.address(server.getAddress().getPort());
      return new Intake(URI.create(address)).symptoms().toList();
    } finally {
      server.stop(0);
    }
  }
}
