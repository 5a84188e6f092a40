package dev.lockbox.local.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SheetTest {
  @Test
  void saysWhatIsAskedAndWhatHappened() throws Exception {
    var request =
        new ObjectMapper()
            .readTree(
                """
                {"id":"r-1","state":"ACTIVE","version":2,"engineer":"eva","justification":"slow\\ndisk",
                 "ticket":{"system":"desk","id":"7","url":null},"actions":["k8s.pod.logs"],"conditions":null,
                 "accessUntil":"2026-03-02T16:00:00Z",
                 "events":[{"at":"2026-03-02T07:59:00Z","type":"RequestOpened","actor":"jit"},
                           {"at":"2026-03-02T08:00:00Z","type":"RequestApproved","actor":"anna","reason":"go on"}]}
                """);

    assertThat(Sheet.of(request, Instant.parse("2026-03-02T08:00:00Z")))
        .isEqualTo(
            """
            id                 r-1
            state              ACTIVE
            version            2
            engineer           eva
            justification      slow disk
            ticket             system=desk id=7
            actions            [k8s.pod.logs]
            accessUntil        2026-03-02T16:00:00Z
            left               8h00m

            2026-03-02T07:59:00Z  RequestOpened by jit
            2026-03-02T08:00:00Z  RequestApproved by anna  "go on\"""");
  }
}
