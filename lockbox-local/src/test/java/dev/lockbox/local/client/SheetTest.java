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
                           {"at":"2026-03-02T08:00:00Z","type":"RequestApproved","actor":"anna","reason":"go on"},
                           {"at":"2026-03-02T09:00:00Z","type":"ActionDenied","actor":"gw-1",
                            "activity":{"deed":{"action":"k8s.pod.exec","prevented":true,"times":3}}}]}
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
            2026-03-02T08:00:00Z  RequestApproved by anna  "go on"
            2026-03-02T09:00:00Z  ActionDenied by gw-1  k8s.pod.exec (prevented, 3 times)\
            """);
  }

  @Test
  void whoSignsComparesTheDigestAndReadsTheChecksTheReviewAndWhatIsUsual() throws Exception {
    var request =
        new ObjectMapper()
            .readTree(
                """
                {"id":"r-1","state":"CUSTOMER_NOTIFIED","version":1,"digest":"ab12","practice":false,
                 "review":{"dwell":"PT2M","begun":[]},
                 "advice":{"reasonCode":"DISK","granted":7,"narrowed":2,"median":"PT1H","ninetieth":"PT2H","longerThanUsual":true},
                 "lookback":null,
                 "evaluation":{"outcome":"TO_CUSTOMER","checks":[
                   {"name":"TICKET","required":true,"outcome":"MET","expected":"worked on","found":"new\\u001b[2J"},
                   {"name":"LOCATION","required":false,"outcome":"UNMET","expected":"DE","found":"unknown"}]},
                 "events":[]}
                """);

    assertThat(Sheet.of(request, Instant.parse("2026-03-02T08:00:00Z")))
        .isEqualTo(
            """
            id                 r-1
            state              CUSTOMER_NOTIFIED
            version            1
            digest             ab12
            review             dwell=PT2M begun=[]
            advice             reasonCode=DISK granted=7 narrowed=2 median=PT1H ninetieth=PT2H longerThanUsual=true
            evaluation         TO_CUSTOMER
              TICKET (required): MET; expected worked on; found new‹U+001B›[2J
              LOCATION: UNMET; expected DE; found unknown\
            """);
  }

  @Test
  void practiceSaysSoAboveAllElse() throws Exception {
    var request =
        new ObjectMapper()
            .readTree("{\"id\":\"practice-1\",\"state\":\"CUSTOMER_NOTIFIED\",\"practice\":true}");

    assertThat(Sheet.of(request, Instant.parse("2026-03-02T08:00:00Z")))
        .isEqualTo(
            """
            FOR PRACTICE: goes the way of every other, opens nothing

            id                 practice-1
            state              CUSTOMER_NOTIFIED\
            """);
  }
}
