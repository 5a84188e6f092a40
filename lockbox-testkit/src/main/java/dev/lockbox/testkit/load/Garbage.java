package dev.lockbox.testkit.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lockbox.domain.Command;
import dev.lockbox.domain.RequestCommand.EnforceDeadline;
import dev.lockbox.domain.identity.CommandId;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.events.codec.Formats;
import dev.lockbox.events.message.Headers;
import dev.lockbox.events.message.LoggedCommand;
import dev.lockbox.events.signing.Publication;
import dev.lockbox.events.signing.SigningKey;
import dev.lockbox.events.topic.Topics;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * A service that writes what means nothing, in every way there is, and signs it: so it is looked at
 * for what it is, and not for who wrote it.
 */
public final class Garbage {
  private static final int FRAME_BYTES = 5;
  private static final int NO_SUCH_SCHEMA = 2_000_000_000;
  private static final int LARGE_BYTES = 900_000;

  private final Formats formats;
  private final SigningKey key;
  private final Random random;

  public Garbage(Formats formats, SigningKey key, long seed) {
    this.formats = formats;
    this.key = key;
    this.random = new Random(seed);
  }

  /**
   * Writes one record of every kind to where the JIT service writes, and to the command log.
   *
   * @return how many
   */
  public int spill(Map<String, Object> client, Customer customer, Customer other) {
    var records = new ArrayList<ProducerRecord<byte[], byte[]>>();
    for (var value : meaningless(customer)) {
      records.add(signed(key(customer), value));
      records.add(new ProducerRecord<>(Topics.COMMANDS.name(), key(customer), value));
    }
    records.addAll(misplaced(customer, other));
    var settings = new HashMap<>(client);
    settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 2 * LARGE_BYTES);
    var serializer = new ByteArraySerializer();
    try (var producer = new KafkaProducer<>(settings, serializer, serializer)) {
      records.forEach(producer::send);
      producer.flush();
    }
    return records.size();
  }

  /** Bytes that mean nothing on either topic. */
  private List<byte[]> meaningless(Customer customer) {
    var command = value(customer, new EnforceDeadline(request(customer)));
    var truncated = Arrays.copyOf(command, command.length - 1);
    var typeOnly = Arrays.copyOf(command, FRAME_BYTES);
    var wrongMagic = command.clone();
    wrongMagic[0] = 1;
    var unknown = ByteBuffer.wrap(command.clone()).putInt(1, NO_SUCH_SCHEMA).array();
    var noise = new byte[100];
    random.nextBytes(noise);
    var large = new byte[LARGE_BYTES];
    random.nextBytes(large);
    var endless = new byte[200]; // lengths of 2^63 and nesting without end, to a careless decoder
    Arrays.fill(endless, (byte) 0xff);
    System.arraycopy(command, 0, endless, 0, FRAME_BYTES);
    return Arrays.asList(
        null,
        new byte[0],
        new byte[] {0},
        truncated,
        typeOnly,
        wrongMagic,
        unknown,
        noise,
        large,
        endless,
        "{\"json\": true}".getBytes(UTF_8));
  }

  /** Readable, and not where it belongs. */
  private List<ProducerRecord<byte[], byte[]>> misplaced(Customer customer, Customer other) {
    var topic = Topics.COMMANDS.name();
    var count = Topics.COMMANDS.partitions();
    var belongs = Topics.partitionOf(customer.tenant(), count);
    var command = value(customer, new EnforceDeadline(request(customer)));
    return List.of(
        new ProducerRecord<>(topic, belongs, key(other), command),
        new ProducerRecord<>(topic, (belongs + 1) % count, key(customer), command),
        new ProducerRecord<>(topic, belongs, null, command),
        signed(key(customer), command));
  }

  private ProducerRecord<byte[], byte[]> signed(byte[] about, byte @Nullable [] value) {
    var topic = Topics.REQUESTS.name();
    var record = new ProducerRecord<>(topic, about, value);
    var content = value == null ? new byte[0] : value;
    var signature = key.sign(new Publication(topic, about, content));
    record.headers().add(Headers.SIGNATURE, signature.header());
    return record;
  }

  private byte[] value(Customer customer, Command command) {
    var id = new CommandId("garbage-" + customer.tenant());
    return formats.commands().value(new LoggedCommand(id, command));
  }

  private static byte[] key(Customer customer) {
    return customer.tenant().value().getBytes(UTF_8);
  }

  private static RequestId request(Customer customer) {
    return new RequestId(customer.tenant(), "never-opened");
  }
}
