package dev.lockbox.api.view;

import dev.lockbox.api.problem.OrProblem;
import dev.lockbox.api.tag.OrHeld;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.MediaType;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** How a route describes that it answers with an exclusion as it stands, or a problem. */
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
    content =
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = ExclusionJson.class)))
@OrHeld
@OrProblem
public @interface ShowsExclusion {}
