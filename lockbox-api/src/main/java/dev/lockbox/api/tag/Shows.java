package dev.lockbox.api.tag;

import io.micronaut.http.HttpHeaders;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** How a route describes that what it returns is answered with a tag, and not sent twice. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
@ApiResponse(
    responseCode = "200",
    description = "OK",
    headers =
        @Header(
            name = HttpHeaders.ETAG,
            description = OrHeld.TAG,
            required = true,
            schema = @Schema(type = "string")),
    useReturnTypeSchema = true)
@OrHeld
public @interface Shows {}
