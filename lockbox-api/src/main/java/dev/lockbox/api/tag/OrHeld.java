package dev.lockbox.api.tag;

import io.micronaut.http.HttpHeaders;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** How a route describes what it answers to whoever holds already what they ask for. */
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.CLASS)
@Parameter(
    name = HttpHeaders.IF_NONE_MATCH,
    in = ParameterIn.HEADER,
    description = "The `ETag` of what is held, several with commas between them, or `*`.",
    schema = @Schema(type = "string"))
@ApiResponse(
    responseCode = "304",
    description = "What `If-None-Match` names is what would be answered",
    headers =
        @Header(
            name = HttpHeaders.ETAG,
            description = OrHeld.TAG,
            required = true,
            schema = @Schema(type = "string")))
public @interface OrHeld {
  /** What is said of the tag. */
  String TAG =
      "Of all that is answered; for `If-None-Match`, and where it has a version for `If-Match`";
}
