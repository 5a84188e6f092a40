package dev.lockbox.api.signin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lockbox.api.json.RecordJson;
import dev.lockbox.api.json.StrictJson;
import dev.lockbox.api.signin.Seal.Purpose;
import java.util.Optional;

/** Records of one type as sealed text. */
final class Sealed<T extends Record> {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Seal seal;
  private final Purpose purpose;
  private final Class<T> type;

  Sealed(Seal seal, Purpose purpose, Class<T> type) {
    this.seal = seal;
    this.purpose = purpose;
    this.type = type;
  }

  String write(T value) {
    try {
      return seal.seal(purpose, JSON.writeValueAsBytes(value));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a record of texts and numbers is JSON", impossible);
    }
  }

  /** Empty where it was not written here, or by another version that wrote something else. */
  Optional<T> read(String sealed) {
    try {
      return seal.open(purpose, sealed)
          .map(plain -> RecordJson.read(StrictJson.object(plain), type));
    } catch (IllegalArgumentException another) {
      return Optional.empty();
    }
  }
}
