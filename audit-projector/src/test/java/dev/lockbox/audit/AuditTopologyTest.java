package dev.lockbox.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lockbox.audit.ocsf.AuditRecord;
import dev.lockbox.audit.ocsf.EventRecords;
import dev.lockbox.audit.ocsf.Golden;
import dev.lockbox.audit.ocsf.HostileTexts;
import dev.lockbox.domain.Cast;
import dev.lockbox.domain.Elsewhere;
import dev.lockbox.domain.Recorded;
import dev.lockbox.domain.RequestEvent.RequestExpired;
import dev.lockbox.domain.Samples;
import dev.lockbox.domain.identity.CommandId;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.events.codec.Unreadable;
import dev.lockbox.events.message.Bytes;
import dev.lockbox.events.message.QuarantineCause;
import dev.lockbox.events.message.Quarantined;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditTopologyTest {
  @TempDir private Path stores;
  private AuditRun run;

  @BeforeEach
  void start() {
    run = new AuditRun(stores.resolve("first"));
  }

  @AfterEach
  void stop() {
    run.close();
  }

  @Test
  void eachEventBecomesOneRecordInItsTenantsOrder() {
    run.happened(Samples.events());

    var told = run.told();
    assertThat(told).hasSameSizeAs(Samples.events());
    for (var i = 0; i < told.size(); i++) {
      assertIs(told.get(i), EventRecords.of(Samples.events().get(i)));
    }
    assertThat(run.count("lockbox.audit.records")).isEqualTo(told.size());
    assertThat(run.meters.get("lockbox.audit.sequence").tag("tenant", "contoso").gauge().value())
        .isEqualTo(told.size());
  }

  @Test
  void tenantsAreCountedApart() {
    run.happened(expired(Cast.CONTOSO, 1), expired(Cast.FABRIKAM, 1), expired(Cast.CONTOSO, 2));

    assertThat(run.told())
        .extracting(record -> parsed(record).at("/metadata/uid").asText())
        .containsExactly("contoso/1", "fabrikam/1", "contoso/2");
  }

  @Test
  void aReplayIsNotToldAgain() {
    run.happened(expired(Cast.CONTOSO, 1), expired(Cast.CONTOSO, 2));
    run.told();

    run.happened(expired(Cast.CONTOSO, 1), expired(Cast.CONTOSO, 2), expired(Cast.CONTOSO, 3));

    assertThat(run.told()).hasSize(1);
    assertThat(run.count("lockbox.audit.replays")).isEqualTo(2);
  }

  @Test
  void aGapStopsTheRecord() {
    run.happened(expired(Cast.CONTOSO, 1));

    assertThatThrownBy(() -> run.happened(expired(Cast.CONTOSO, 3)))
        .hasRootCauseInstanceOf(AuditStopped.class)
        .rootCause()
        .hasMessageContaining("lockbox.events/0/1")
        .hasMessageContaining("sequence 2 of tenant contoso was expected, was 3");
    assertThat(run.told()).hasSize(1);
    assertThat(run.count("lockbox.audit.gaps")).isEqualTo(1);
    assertThat(run.vitals.wrong().get("record")).contains("sequence 2 of tenant contoso");
  }

  @Test
  void aTenantsHistoryBeginsAtItsBeginning() {
    assertThatThrownBy(() -> run.happened(expired(Cast.CONTOSO, 2)))
        .rootCause()
        .hasMessageContaining("sequence 1 of tenant contoso was expected");
  }

  @Test
  void anUnreadableEventStopsTheRecord() {
    assertThatThrownBy(() -> run.eventBytes(utf8("contoso"), utf8("not a record")))
        .hasRootCauseInstanceOf(Unreadable.class)
        .hasStackTraceContaining("record lockbox.events/0/0: cannot be read");
    assertThat(run.told()).isEmpty();
    assertThat(run.count("lockbox.audit.unreadable")).isEqualTo(1);
  }

  @Test
  void aTypeThatIsNotKnownStopsTheRecord() {
    var entry = entry(1, Optional.empty());
    var format = run.formats.quarantine();
    assertThatThrownBy(() -> run.eventBytes(utf8("contoso"), format.value(entry)))
        .hasRootCauseInstanceOf(Unreadable.class)
        .rootCause()
        .hasMessageContaining("does not belong here");
  }

  @Test
  void anUnreadableEntryOfTheQuarantineStopsTheRecordToo() {
    assertThatThrownBy(() -> run.quarantineBytes(utf8("a/0/0"), utf8("not a record")))
        .hasRootCauseInstanceOf(Unreadable.class);
    assertThatThrownBy(() -> run.quarantineBytes(utf8("a/0/0"), null))
        .hasRootCauseInstanceOf(Unreadable.class);
    assertThat(run.told()).isEmpty();
  }

  @Test
  void whatIsInQuarantineIsOnRecordUnderItsTenantWhereThatIsKnown() {
    run.quarantined(entry(1, Optional.of(Cast.CONTOSO)), entry(2, Optional.empty()));

    var told = run.told();
    assertThat(told)
        .extracting(record -> text(record.key()))
        .containsExactly("contoso", "_quarantine");
    assertThat(told)
        .extracting(record -> parsed(record).at("/metadata/uid").asText())
        .containsExactly("quarantine/lockbox.requests/2/1", "quarantine/lockbox.requests/2/2");
    assertThat(told).noneMatch(record -> parsed(record).path("metadata").has("sequence"));
  }

  @Test
  void anEntryMetAgainIsNotToldAgainUnlessItSaysSomethingElse() {
    var entry = entry(1, Optional.empty());
    run.quarantined(entry, entry, entry(1, Optional.of(Cast.CONTOSO)));

    assertThat(run.told())
        .extracting(record -> text(record.key()))
        .containsExactly("_quarantine", "contoso");
    assertThat(run.count("lockbox.audit.replays")).isEqualTo(1);
  }

  @Test
  void theQuarantineTakesNoneOfATenantsSequence() {
    run.happened(expired(Cast.CONTOSO, 1));
    run.quarantined(entry(1, Optional.of(Cast.CONTOSO)));
    run.happened(expired(Cast.CONTOSO, 2));

    assertThat(run.told()).hasSize(3);
  }

  @Test
  void aRebuiltRecordIsTheSameByteForByte() {
    assertThat(rebuilt("second"))
        .isEqualTo(rebuilt("third"))
        .hasSize(Samples.events().size() + HostileTexts.all().size());
  }

  @Test
  void aRecordRebuiltElsewhereIsTheSameByteForByte() throws Exception {
    var times = new AtomicInteger();
    Elsewhere.theSame(() -> rebuilt("rebuilt-" + times.incrementAndGet()));
  }

  /** A mirrored or restored topic keeps its records and loses its offsets and timestamps. */
  @Test
  void whereAnEventLiesDoesNotShow() {
    run.happened(expired(Cast.FABRIKAM, 1), expired(Cast.CONTOSO, 1));
    var there = run.told().getLast();
    try (var other = new AuditRun(stores.resolve("other"))) {
      other.happened(expired(Cast.CONTOSO, 1));
      assertThat(spelled(other.told().getFirst())).isEqualTo(spelled(there));
    }
  }

  @Test
  void theTopologyIsTheReleasedOne() {
    Golden.check("topology.txt", run.description());
  }

  private List<String> rebuilt(String directory) {
    try (var again = new AuditRun(stores.resolve(directory))) {
      again.happened(Samples.events());
      for (var hostile : HostileTexts.all()) {
        again.quarantined(
            new Quarantined(
                "lockbox.requests",
                0,
                HostileTexts.all().indexOf(hostile),
                Cast.NOON,
                Optional.empty(),
                QuarantineCause.INVALID_VALUE,
                hostile,
                Optional.empty(),
                Optional.of(new Bytes(utf8(hostile)))));
      }
      return again.told().stream().map(AuditTopologyTest::spelled).toList();
    }
  }

  private static void assertIs(TestRecord<byte[], byte[]> told, AuditRecord expected) {
    assertThat(text(told.key())).isEqualTo(expected.key());
    assertThat(told.value()).isEqualTo(expected.json().toArray());
    assertThat(told.timestamp()).isEqualTo(expected.at().toEpochMilli());
    assertThat(headers(told)).isEqualTo(expected.headers());
  }

  private static String spelled(TestRecord<byte[], byte[]> told) {
    return text(told.key()) + told.timestamp() + headers(told) + text(told.value());
  }

  private static Map<String, String> headers(TestRecord<byte[], byte[]> told) {
    var headers = new LinkedHashMap<String, String>();
    told.headers().forEach(header -> headers.put(header.key(), text(header.value())));
    return headers;
  }

  private static Recorded expired(TenantId tenant, long sequence) {
    return new Recorded(
        sequence,
        1,
        new CommandId("command-" + sequence),
        new RequestExpired(new RequestId(tenant, "req-1"), Cast.NOON));
  }

  private static Quarantined entry(long offset, Optional<TenantId> tenant) {
    return new Quarantined(
        "lockbox.requests",
        2,
        offset,
        Cast.NOON,
        tenant,
        QuarantineCause.UNDECODABLE,
        "it ends in the middle",
        Optional.empty(),
        Optional.of(new Bytes(new byte[] {0, 1})));
  }

  private static JsonNode parsed(TestRecord<byte[], byte[]> told) {
    try {
      return new ObjectMapper().readTree(text(told.value()));
    } catch (JsonProcessingException notJson) {
      throw new AssertionError(notJson);
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(UTF_8);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, UTF_8);
  }
}
