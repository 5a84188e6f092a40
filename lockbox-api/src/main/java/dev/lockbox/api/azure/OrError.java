package dev.lockbox.api.azure;

import io.micronaut.http.MediaType;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** How a route describes that it may answer with an error, which every one may. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
@ApiResponse(
    responseCode = "4XX",
    description = "A problem; its `code` says which",
    content =
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = ErrorJson.class)))
@interface OrError {}
