package dev.lockbox.audit.ocsf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.domain.Cast;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.events.message.Bytes;
import dev.lockbox.events.message.QuarantineCause;
import dev.lockbox.events.message.Quarantined;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class QuarantineRecordsTest {
  @Test
  void anEntryIsSpelledTheSameForEver() {
    Golden.check("Quarantined", QuarantineRecords.of(entry(Optional.of(Cast.CONTOSO), Cast.NOON)));
    Golden.check("Quarantined-sparse", QuarantineRecords.of(sparse()));
  }

  @ParameterizedTest
  @EnumSource(QuarantineCause.class)
  void anEntryKeepsTheRulesOfOcsf(QuarantineCause cause) {
    var record = QuarantineRecords.of(sparse(cause));
    var event = OcsfRules.parse(record.json().toArray());

    assertThat(new OcsfRules().complaints(event)).isEmpty();
    assertThat(event.get("type_uid").asInt()).isEqualTo(200401);
    assertThat(event.get("status_code").asText()).isEqualTo(cause.name());
  }

  @Test
  void whatIsNobodysGoesUnderAKeyThatNoTenantCanHave() {
    assertThat(QuarantineRecords.of(sparse()).key()).isEqualTo(AuditRecord.NO_TENANT);
    Assertions.assertThatThrownBy(() -> new TenantId(AuditRecord.NO_TENANT))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theBytesThemselvesAreNotTold() {
    var told = QuarantineRecords.of(entry(Optional.of(Cast.CONTOSO), Cast.NOON));
    assertThat(new String(told.json().toArray(), StandardCharsets.UTF_8))
        .doesNotContain("secret")
        .contains("\"value_bytes\":6");
  }

  @Test
  void anImpossibleClockIsHeldWithinWhatCanBeTold() {
    var before = QuarantineRecords.of(entry(Optional.empty(), Instant.ofEpochMilli(-1)));
    var after = QuarantineRecords.of(entry(Optional.empty(), Instant.ofEpochMilli(Long.MAX_VALUE)));

    assertThat(before.headers()).containsEntry("ce_time", "1970-01-01T00:00:00Z");
    assertThat(after.headers()).containsEntry("ce_time", "9999-12-31T23:59:59.999Z");
  }

  private static Quarantined entry(Optional<TenantId> tenant, Instant at) {
    return new Quarantined(
        "lockbox.requests",
        2,
        90213,
        at,
        tenant,
        QuarantineCause.UNDECODABLE,
        "not an AccessRequested: it ends in the middle",
        Optional.of(bytes("req-1001")),
        Optional.of(bytes("secret")));
  }

  private static Quarantined sparse() {
    return sparse(QuarantineCause.EMPTY);
  }

  private static Quarantined sparse(QuarantineCause cause) {
    return new Quarantined(
        "lockbox.commands",
        0,
        0,
        Cast.NOON,
        Optional.empty(),
        cause,
        "a key and a value were expected",
        Optional.empty(),
        Optional.empty());
  }

  private static Bytes bytes(String text) {
    return new Bytes(text.getBytes(StandardCharsets.UTF_8));
  }
}
