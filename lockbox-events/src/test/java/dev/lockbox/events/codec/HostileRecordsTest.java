package dev.lockbox.events.codec;

import static dev.lockbox.domain.Cast.FABRIKAM;
import static dev.lockbox.domain.Cast.REQUEST;
import static dev.lockbox.events.message.QuarantineCause.EMPTY;
import static dev.lockbox.events.message.QuarantineCause.INVALID_VALUE;
import static dev.lockbox.events.message.QuarantineCause.UNDECODABLE;
import static dev.lockbox.events.message.QuarantineCause.UNKNOWN_SCHEMA;
import static dev.lockbox.events.message.QuarantineCause.UNKNOWN_TYPE;
import static dev.lockbox.events.message.QuarantineCause.WRONG_ADDRESS;
import static dev.lockbox.events.message.QuarantineCause.WRONG_MAGIC;
import static dev.lockbox.events.message.QuarantineCause.WRONG_PARTITION;
import static dev.lockbox.events.topic.Topics.COMMANDS;
import static dev.lockbox.events.topic.Topics.EVENTS;
import static dev.lockbox.events.topic.Topics.NOTICES;
import static dev.lockbox.events.topic.Topics.QUARANTINE;
import static dev.lockbox.events.topic.Topics.REQUESTS;
import static dev.lockbox.events.topic.Topics.STATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lockbox.events.message.Found;
import dev.lockbox.events.message.QuarantineCause;
import dev.lockbox.events.topic.Topic;
import dev.lockbox.wire.command.Approve;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.assertj.core.api.ThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each hostile record meets the quarantine under its own name. */
class HostileRecordsTest {
  private static final int MEGABYTE = 1024 * 1024;
  private static final byte[] NO_KEY = null;

  private final Wire wire = new Wire();
  private final Object approve = Messages.commands().get(1);
  private final Found good = wire.found(COMMANDS, approve);

  @Test
  void aMissingKeyOrValue() {
    refused(EMPTY, COMMANDS, with(NO_KEY, good.value()));
    refused(EMPTY, COMMANDS, with(good.key(), null));
    refused(EMPTY, COMMANDS, with(null, null));
  }

  @Test
  void anEmptyValue() {
    refused(WRONG_MAGIC, COMMANDS, with(good.key(), new byte[0]));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "{\"approve\":true}", "\0\0\0\0", "\1\0\0\0\1rest"})
  void whatWasNeverFramed(String value) {
    refused(WRONG_MAGIC, COMMANDS, with(good.key(), value.getBytes(StandardCharsets.ISO_8859_1)));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 4711, Integer.MAX_VALUE, Integer.MIN_VALUE})
  void aSchemaTheRegistryDoesNotKnow(int id) {
    refused(UNKNOWN_SCHEMA, COMMANDS, value(Wire.framed(id, Wire.binary(good.value()))));
  }

  @Test
  void aRecordOfAnotherTopic() {
    var event = wire.found(EVENTS, Messages.events().getFirst());
    refused(UNKNOWN_TYPE, COMMANDS, value(event.value()))
        .satisfies(
            why -> assertThat(why).hasMessageContaining("dev.lockbox.wire.event.TenantRegistered"));
  }

  @Test
  void aSchemaThatIsNoRecord() throws Exception {
    var id = wire.registry.register("other-value", new AvroSchema(Schema.create(Schema.Type.NULL)));
    refused(UNKNOWN_TYPE, COMMANDS, value(Wire.framed(id, new byte[0])));
  }

  /** Of all the pairs only those may pass whose records are alike in everything but their names. */
  @Test
  void oneTypesBytesUnderAnotherTypesSchema() {
    for (var type : Messages.commands()) {
      for (var other : Messages.commands()) {
        var header = Arrays.copyOf(wire.found(COMMANDS, other).value(), Wire.HEADER_BYTES);
        var binary = Wire.binary(wire.found(COMMANDS, type).value());
        var id = ByteBuffer.wrap(header, 1, Integer.BYTES).getInt();
        survives(COMMANDS, value(Wire.framed(id, binary)));
      }
    }
  }

  @Test
  void anotherTopicNamedInside() throws Exception {
    tampered(
        WRONG_ADDRESS,
        record -> ((GenericRecord) record.get("address")).put("topic", "lockbox.events"));
  }

  @Test
  void anotherTenantNamedInside() throws Exception {
    tampered(
        WRONG_ADDRESS, record -> ((GenericRecord) record.get("address")).put("tenant", "fabrikam"));
  }

  @Test
  void aKeyThatIsNotTheTenants() {
    refused(
        WRONG_ADDRESS,
        COMMANDS,
        with(FABRIKAM.value().getBytes(StandardCharsets.UTF_8), good.value()));
    refused(WRONG_ADDRESS, COMMANDS, with(new byte[0], good.value()));
  }

  @Test
  void aKeyThatNamesTheRequestAloneOnTheStateTopic() {
    var state = wire.found(STATE, Messages.snapshots().getFirst());
    var key = REQUEST.value().getBytes(StandardCharsets.UTF_8);
    refused(
        WRONG_ADDRESS,
        STATE,
        new Found(state.topic(), state.partition(), 1, 1, key, state.value()));
  }

  @Test
  void aPartitionThatIsNotTheTenants() {
    for (var topic : new Topic[] {COMMANDS, EVENTS, STATE}) {
      var found = wire.found(topic, Messages.all().get(topic).getFirst());
      for (var partition = 0; partition < topic.partitions(); partition++) {
        if (partition != found.partition()) {
          refused(
              WRONG_PARTITION,
              topic,
              new Found(found.topic(), partition, 1, 1, found.key(), found.value()));
        }
      }
    }
  }

  @Test
  void aRecordReadAsThoughItWereFromAnotherTopic() {
    refused(
        WRONG_ADDRESS,
        COMMANDS,
        new Found("another-topic", good.partition(), 1, 1, good.key(), good.value()));
  }

  @Test
  void bytesLeftOver() {
    for (var more = 1; more <= 3; more++) {
      refused(
          UNDECODABLE, COMMANDS, value(Arrays.copyOf(good.value(), good.value().length + more)));
    }
  }

  @Test
  void aLengthThatIsNegativeOrAbsurd() throws Exception {
    for (var length :
        new long[] {-1, Long.MIN_VALUE, Integer.MAX_VALUE, 1L << 40, Long.MAX_VALUE}) {
      refused(
          UNDECODABLE, COMMANDS, value(approveWith(Wire.written(out -> out.writeLong(length)))));
    }
  }

  @Test
  void aStringBeyondAvrosLimit() throws Exception {
    var text = "a".repeat(5 * MEGABYTE);
    refused(UNDECODABLE, COMMANDS, value(approveWith(Wire.written(out -> out.writeString(text)))))
        .satisfies(why -> assertThat(why).hasMessageContaining("SystemLimitException"));
  }

  @Test
  void aListBeyondAvrosLimit() throws Exception {
    var opening = (GenericRecord) generic(COMMANDS, Messages.commands().getFirst());
    var actions = Collections.nCopies(10_001, "a");
    ((GenericRecord) opening.get("asked")).put("actions", actions);
    refused(UNDECODABLE, COMMANDS, framed(COMMANDS, opening))
        .satisfies(why -> assertThat(why).hasMessageContaining("SystemLimitException"));
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, Long.MIN_VALUE + 1, 1L << 40, Long.MAX_VALUE})
  void aListThatClaimsMoreThanIsThere(long count) throws Exception {
    var replace = (GenericRecord) generic(COMMANDS, Messages.commands().get(8));
    replace.put("approvers", List.of());
    var binary = Wire.binary(replace);
    var head = Arrays.copyOf(binary, binary.length - 1); // the end of the list
    var claimed =
        Wire.written(
            out -> {
              out.writeFixed(head);
              out.writeLong(count);
            });
    refused(UNDECODABLE, COMMANDS, value(wire.framed(COMMANDS, replace.getSchema(), claimed)));
  }

  @Test
  void aMegabyteOfJustification() throws Exception {
    var opening = generic(REQUESTS, Messages.submissions().getFirst());
    var personal = (GenericRecord) ((GenericRecord) opening.get("asked")).get("justification");
    personal.put("value", ByteBuffer.wrap(new byte[MEGABYTE]));
    refused(INVALID_VALUE, REQUESTS, framed(REQUESTS, opening));
    personal.put("value", StandardCharsets.UTF_8.encode("a".repeat(MEGABYTE)));
    refused(INVALID_VALUE, REQUESTS, framed(REQUESTS, opening))
        .satisfies(why -> assertThat(why.getMessage()).contains("4096").hasSizeLessThan(300));
  }

  @Test
  void aTextThatIsNotUtf8() throws Exception {
    tampered(
        INVALID_VALUE,
        record ->
            ((GenericRecord) record.get("reason"))
                .put("value", ByteBuffer.wrap(new byte[] {(byte) 0xc3, 0x28})));
  }

  @Test
  void aTextUnderAKeyNobodyHas() throws Exception {
    tampered(INVALID_VALUE, record -> ((GenericRecord) record.get("reason")).put("keyId", "key-1"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "CONTOSO", "contoso/..", "con toso", "contoso\n"})
  void aTenantThatIsNone(String tenant) throws Exception {
    tampered(
        INVALID_VALUE, record -> ((GenericRecord) record.get("address")).put("tenant", tenant));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a/b", "<script>", "../../etc"})
  void aRequestIdThatIsNone(String id) throws Exception {
    tampered(INVALID_VALUE, record -> record.put("requestId", id));
  }

  @ParameterizedTest
  @MethodSource("enumFields")
  void aWordThatIsNewerThanTheReader(EnumField field) throws Exception {
    var message = generic(field.topic(), Messages.all().get(field.topic()).get(field.message()));
    var schema = message.getSchema().getField(field.name()).schema();
    message.put(field.name(), new GenericData.EnumSymbol(schema, "UNKNOWN"));
    refused(INVALID_VALUE, field.topic(), framed(field.topic(), message));
  }

  record EnumField(Topic topic, int message, String name) {}

  static EnumField[] enumFields() {
    return new EnumField[] {
      new EnumField(EVENTS, 8, "revocation"),
      new EnumField(EVENTS, 11, "refusal"),
      new EnumField(STATE, 0, "state"),
      new EnumField(NOTICES, 0, "status"),
      new EnumField(QUARANTINE, 0, "cause")
    };
  }

  @Test
  void aSymbolAddedByANewerWriter() throws Exception {
    var message = generic(EVENTS, Messages.events().get(8));
    var newer =
        message
            .getSchema()
            .toString()
            .replace("\"TICKET_RESOLVED\"", "\"TICKET_RESOLVED\",\"NEW\"");
    var schema = new Schema.Parser().parse(newer);
    var record = new GenericData.Record(schema);
    message
        .getSchema()
        .getFields()
        .forEach(field -> record.put(field.name(), message.get(field.name())));
    record.put(
        "revocation", new GenericData.EnumSymbol(schema.getField("revocation").schema(), "NEW"));
    refused(INVALID_VALUE, EVENTS, framed(EVENTS, record));
  }

  @Test
  void aQuarantinedValueThatIsNotWhatWasFound() throws Exception {
    var quarantined = generic(QUARANTINE, Messages.quarantined().getFirst());
    quarantined.put("value", ByteBuffer.wrap(new byte[] {1}));
    refused(INVALID_VALUE, QUARANTINE, framed(QUARANTINE, quarantined));
  }

  /** The good approval, but for one field. */
  private void tampered(QuarantineCause cause, Consumer<GenericRecord> tampering) throws Exception {
    var record = generic(COMMANDS, approve);
    tampering.accept(record);
    refused(cause, COMMANDS, framed(COMMANDS, record));
  }

  /** An approval whose first string is not as it should be. */
  private byte[] approveWith(byte[] start) throws Exception {
    var rest = Wire.binary(good.value());
    var first = "lockbox.commands".length() + 1;
    var binary =
        Wire.written(
            out -> {
              out.writeFixed(start);
              out.writeFixed(rest, first, rest.length - first);
            });
    return wire.framed(COMMANDS, Approve.getClassSchema(), binary);
  }

  private static GenericRecord generic(Topic topic, Object message) throws IOException {
    return Wire.generic(topic, message);
  }

  /** Where the message would be, had nobody tampered with it. */
  private Found framed(Topic topic, GenericRecord record) throws Exception {
    var belongs = wire.found(topic, Messages.all().get(topic).getFirst());
    var value = wire.framed(topic, record.getSchema(), Wire.binary(record));
    return new Found(topic.name(), belongs.partition(), 1, 1, belongs.key(), value);
  }

  private Found value(byte[] value) {
    return with(good.key(), value);
  }

  private Found with(byte[] key, byte[] value) {
    return new Found(good.topic(), good.partition(), good.offset(), 1, key, value);
  }

  private ThrowableAssert<Unreadable> refused(QuarantineCause cause, Topic topic, Found found) {
    var refusal = catchThrowableOfType(Unreadable.class, () -> wire.format(topic).read(found));
    assertThat(refusal).as("refused with %s", cause).isNotNull();
    assertThat(refusal.why()).as(refusal.getMessage()).isEqualTo(cause);
    return new ThrowableAssert<>(refusal);
  }

  /** Either it means something or it does not; nothing else can come of it. */
  private void survives(Topic topic, Found found) {
    try {
      assertThat(wire.format(topic).read(found)).isNotNull();
    } catch (Unreadable refused) {
      assertThat(refused.why()).isNotNull();
    }
  }
}
