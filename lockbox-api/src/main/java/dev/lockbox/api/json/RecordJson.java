package dev.lockbox.api.json;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.MutableCoercionConfig;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedConstructor;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.AnnotatedParameter;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON into a record as the record declares itself: a component that cannot be null must be
 * there and not be null, nor hold one; one that can may be left out, unless it is {@link Needed}. A
 * name that the record does not have is refused, unless it says that it ignores those; a text must
 * be one, and no number.
 */
public final class RecordJson {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .annotationIntrospector(new AsDeclared())
          .withCoercionConfig(LogicalType.Textual, RecordJson::onlyTexts)
          .build();

  private RecordJson() {}

  /**
   * @throws IllegalArgumentException when the JSON is not such a record; its message says where, in
   *     the names of the JSON, and quotes no value
   */
  public static <T> T read(JsonNode json, Class<T> type) {
    try {
      return MAPPER.treeToValue(json, type);
    } catch (JsonMappingException other) {
      throw new IllegalArgumentException("%s %s".formatted(where(other), what(other)), other);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("what was parsed cannot be read", impossible);
    }
  }

  private static void onlyTexts(MutableCoercionConfig texts) {
    texts
        .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
        .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
        .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
  }

  /** For example {@code settings.stages[0].quorum}. */
  private static String where(JsonMappingException at) {
    var where = new StringBuilder();
    for (var step : at.getPath()) {
      if (step.getFieldName() == null) {
        where.append('[').append(step.getIndex()).append(']');
      } else {
        where.append(where.isEmpty() ? "" : ".").append(step.getFieldName());
      }
    }
    return where.isEmpty() ? "the object" : where.toString();
  }

  private static String what(JsonMappingException at) {
    return switch (at) {
      case UnrecognizedPropertyException unknown -> "is not known";
      case InvalidNullException nothing -> "must not be null";
      default -> "is missing, or of another kind"; // Jackson has more of them, and may get others
    };
  }

  /**
   * Jackson looks for annotations of its own; what says that something can be null is of a type.
   */
  private static final class AsDeclared extends JacksonAnnotationIntrospector {
    private static final long serialVersionUID = 1L;

    @Override
    public @Nullable Boolean hasRequiredMarker(AnnotatedMember member) {
      return isNeverNull(member) || member.hasAnnotation(Needed.class)
          ? Boolean.TRUE
          : super.hasRequiredMarker(member);
    }

    @Override
    public JsonSetter.Value findSetterInfo(Annotated annotated) {
      var found = super.findSetterInfo(annotated);
      return isNeverNull(annotated) ? found.withValueNulls(Nulls.FAIL, Nulls.FAIL) : found;
    }

    private static boolean isNeverNull(Annotated annotated) {
      return annotated instanceof AnnotatedParameter parameter
          && parameter.getOwner() instanceof AnnotatedConstructor constructor
          && !constructor
              .getAnnotated()
              .getAnnotatedParameterTypes()[parameter.getIndex()]
              .isAnnotationPresent(Nullable.class);
    }
  }
}
