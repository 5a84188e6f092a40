package dev.lockbox.api.view;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.JsonSerializable;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import dev.lockbox.api.tag.Tagged;
import java.io.IOException;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A request as a client reads it, and the JSON of it, which is written when it is first asked for:
 * writing it takes longer than all else that a page of a list does. Safe for several threads.
 */
final class Shown implements JsonSerializable, Tagged {
  private final RequestJson json;
  private volatile @Nullable SerializableString written;

  Shown(RequestJson json) {
    this.json = json;
  }

  RequestJson json() {
    return json;
  }

  @Override
  public OptionalLong readVersion() {
    return json.readVersion();
  }

  @Override
  public void serialize(JsonGenerator to, SerializerProvider serializers) throws IOException {
    to.writeRawValue(written((ObjectMapper) to.getCodec()));
  }

  private SerializableString written(ObjectMapper mapper) throws JsonProcessingException {
    var known = written;
    if (known == null) {
      known = new SerializedString(mapper.writeValueAsString(json));
      written = known;
    }
    return known;
  }

  @Override
  public void serializeWithType(
      JsonGenerator to, SerializerProvider serializers, TypeSerializer type) throws IOException {
    serialize(to, serializers);
  }
}
