package dev.lockbox.events.codec;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.function.Function;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.specific.SpecificRecordBase;

/** Avro's single-object encoding, to bytes and back. */
final class SingleObject {
  private SingleObject() {}

  static <W extends SpecificRecordBase> byte[] encode(BinaryMessageEncoder<W> encoder, W wire) {
    try {
      var buffer = encoder.encode(wire);
      var bytes = new byte[buffer.remaining()];
      buffer.get(bytes);
      return bytes;
    } catch (IOException impossible) {
      throw new UncheckedIOException("memory took no bytes", impossible);
    }
  }

  static <W extends SpecificRecordBase, T> T decode(
      BinaryMessageDecoder<W> decoder, byte[] bytes, Function<W, T> meaning) {
    try {
      return meaning.apply(decoder.decode(ByteBuffer.wrap(bytes)));
    } catch (IOException | RuntimeException garbled) {
      // Avro meets bytes that are not its own with whatever exception they lead to.
      throw new Garbled(bytes.length, garbled);
    }
  }
}
