package dev.lockbox.api.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Reads one JSON object and nothing behind it. Refused: a name twice (however it is escaped), more
 * than {@value #DEPTH_MAX} levels, names longer than {@value #NAME_CHARS_MAX} and texts longer than
 * {@value #TEXT_CHARS_MAX} characters, numbers of more than {@value #NUMBER_CHARS_MAX}. A byte
 * order mark before it is passed over. The caller bounds the whole.
 */
public final class StrictJson {
  private static final int DEPTH_MAX = 10;
  private static final int NAME_CHARS_MAX = 128;
  private static final int TEXT_CHARS_MAX = 16 * 1024;
  private static final int NUMBER_CHARS_MAX = 20;
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private static final ObjectMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEPTH_MAX)
                          .maxNameLength(NAME_CHARS_MAX)
                          .maxStringLength(TEXT_CHARS_MAX)
                          .maxNumberLength(NUMBER_CHARS_MAX)
                          .build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private StrictJson() {}

  /**
   * The object in these bytes of UTF-8.
   *
   * @throws IllegalArgumentException when they hold anything else; its message quotes nothing of
   *     them
   */
  public static JsonNode object(byte[] bytes) {
    try {
      var read = MAPPER.readTree(utf8(bytes));
      if (!read.isObject()) {
        throw new IllegalArgumentException("a JSON object was expected");
      }
      return read;
    } catch (CharacterCodingException | JsonProcessingException garbled) {
      throw new IllegalArgumentException("not JSON as it is taken here", garbled);
    }
  }

  /** Left to itself, the library guesses the encoding, and takes some that are not UTF-8 for it. */
  private static String utf8(byte[] bytes) throws CharacterCodingException {
    var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
  }
}
