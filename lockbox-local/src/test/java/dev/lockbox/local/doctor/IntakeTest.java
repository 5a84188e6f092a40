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
import org.junit.jupiter.api.Test;

class IntakeTest {
  private static final int OK = 200;
  private static final int DOWN = 503;

  @Test
  void whereServicesMustSignItIsWell() throws IOException {
    assertThat(of(OK, said("{\"mustSign\":true,\"services\":2}")))
        .isEqualTo(Symptom.well("intake", "2 service(s) may publish, and must sign"));
  }

  /** Something else being wrong does not keep it from being said. */
  @Test
  void whereNobodyNeedSignItIsWarnedOfWithWhatToDo() throws IOException {
    var unsigned = "{\"mustSign\":false,\"services\":0,\"unsigned\":\"whoever may is believed\"}";
    for (var status : new int[] {OK, DOWN}) {
      var symptom = of(status, said(unsigned));
      assertThat(symptom.grade()).isEqualTo(Grade.WARNING);
      assertThat(symptom.isWell()).as("a deployment may do without").isTrue();
      assertThat(symptom.words())
          .startsWith("whoever may is believed; name those that may publish")
          .endsWith("docs/configuration.md");
    }
  }

  @Test
  void whatIsNotSaidIsNotTakenForSigned() throws IOException {
    for (var health :
        new String[] {"", "<html>", "{}", said("{}"), said("{\"mustSign\":\"yes\"}")}) {
      assertThat(of(OK, health).grade()).as(health).isEqualTo(Grade.WARNING);
    }
  }

  @Test
  void whereNoProcessorAnswersItIsNotKnown() {
    var nobody = URI.create("http://" + Loopback.address(Loopback.freePort()));
    var symptom = new Intake(nobody).symptom();
    assertThat(symptom.grade()).isEqualTo(Grade.WARNING);
    assertThat(symptom.words()).contains("is not known", nobody.toString(), "--processor");
  }

  private static String said(String details) {
    return """
    {"name":"lockbox-processor","status":"UP","details":{
      "intake":{"name":"lockbox-processor","status":"UP","details":%s}}}
    """
        .formatted(details);
  }

  private static Symptom of(int status, String health) throws IOException {
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
      return new Intake(URI.create(address)).symptom();
    } finally {
      server.stop(0);
    }
  }
}
